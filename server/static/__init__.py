"""What browsers fetch beside the pages: the stylesheet, fonts, icons, and the scripts of the staff pages."""

"""A page of a document, shown whole where it can be read, and led to by a code where it cannot."""

"""What people outside the staff hand in, whatever it is: clean text, codes and links to follow it, and which tray.

`server.submissions` and `server.dialogue` build on this. Nothing here decides what is shown.
"""

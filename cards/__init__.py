"""What a card is and how it looks: kinds, fields, themes, typography, layouts, one picture.

Pure: nothing here reads a clock, the network or a file other than fonts and assets, and nothing here writes. The same
code draws on the glass, in the editor's preview and in the gallery.
"""

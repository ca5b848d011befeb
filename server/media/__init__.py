"""Pictures: taken in, made harmless, kept by the hash of their bytes, and prepared for each size of screen.

Foreign bytes are decoded in a child process only (`decoder.py`), which has no network, no files, little memory and
little time. What leaves it is encoded anew: no EXIF, no comment, no profile, and nothing that the sender's bytes held
beside the picture. Names that files had are never kept.
"""

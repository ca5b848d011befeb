"""A film: the frame around it, with what stands there before it begins."""

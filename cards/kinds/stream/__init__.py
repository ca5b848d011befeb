"""A meeting that is sent live: the frame before it begins, while it is on, and when it is over."""

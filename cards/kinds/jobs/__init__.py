"""The kind *jobs*: open posts, each with its place and the last day to apply."""

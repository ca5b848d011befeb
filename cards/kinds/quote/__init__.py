"""The kind *quote*: its facts, its layouts and its sample, in one place."""

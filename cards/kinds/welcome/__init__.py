"""The kind *welcome*: its facts, its layouts and its sample, in one place."""

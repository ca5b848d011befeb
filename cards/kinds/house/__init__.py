"""The kind *house*: its facts, its layouts and its sample, in one place."""

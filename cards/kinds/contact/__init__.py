"""The kind *contact*: its facts, its layouts and its sample, in one place."""

"""The kind *hours*: its facts, its layouts and its sample, in one place."""

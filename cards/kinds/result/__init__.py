"""The kind *result*: its facts, its layouts and its sample, in one place."""

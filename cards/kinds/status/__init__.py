"""The kind *status*: its facts, its layouts and its sample, in one place."""

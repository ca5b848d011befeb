"""The kind *clock*: its facts, its layouts and its sample, in one place."""

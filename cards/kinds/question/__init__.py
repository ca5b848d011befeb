"""The kind *question*: its facts, its layouts and its sample, in one place."""

"""The kind *answer*: its facts, its layouts and its sample, in one place."""

"""The kind *menu*: its facts, its layouts and its sample, in one place."""

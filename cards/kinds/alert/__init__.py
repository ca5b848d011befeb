"""The kind *alert*: its facts, its layouts and its sample, in one place."""

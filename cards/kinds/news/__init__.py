"""The kind *news*: its facts, its layouts and its sample, in one place."""

"""The kind *picture*: its facts, its layouts and its sample, in one place."""

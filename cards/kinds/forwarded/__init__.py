"""The kind *forwarded*: its facts, its layouts and its sample, in one place."""

"""The kind *event*: its facts, its layouts and its sample, in one place."""

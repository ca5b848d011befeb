"""The kind *notice*: its facts, its layouts and its sample, in one place."""

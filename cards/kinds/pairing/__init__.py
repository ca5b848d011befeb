"""The kind *pairing*: its facts, its layouts and its sample, in one place."""

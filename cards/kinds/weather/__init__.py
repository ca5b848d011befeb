"""The kind *weather*: its facts, its layouts and its sample, in one place."""

"""The kind *rooms*: who meets in which room today, and which way that is."""

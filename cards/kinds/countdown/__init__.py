"""A countdown: the days until something that a town looks forward to."""

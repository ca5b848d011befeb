"""The kind *departures*: the next buses and trains from a stop, minutes first, late and cancelled in words."""

"""The kind *agenda*: what happens here in the coming days, three to seven events on one card."""

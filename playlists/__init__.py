"""What plays when: playlists, dayparts, validity, override, the signed manifest. Pure.

Nothing here reads a clock, a file or the network: the time is always an argument. `what_is_on` gives the same answer
on the server and on the player.
"""

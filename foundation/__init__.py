"""What both sides of the house stand on: errors, settings, logging, durable files and tidy shutdown.

Nothing here knows what a card or a playlist is. Importing any of it does nothing: no settings are read, no logger is
configured, no file is touched until a function is called.
"""

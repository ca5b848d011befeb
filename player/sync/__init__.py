"""The sync process: pairing, polling, verifying, fetching, activating, reporting. It never draws and never decides
what is on; the stage plays on whatever happens here.
"""

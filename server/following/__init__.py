"""Following by code: what anyone who knows ÄLV-4KP may see, which is how far it has come, and nothing else."""

"""The steps from one version of the tables to the next, run by Alembic at every start of the server.

After a change of the models, `python -m server.storage.migrations "what changes"` writes the next step into `versions`;
read it, since a renamed column looks to it like a lost one. A test compares all steps together with the models.
"""

"""What the server keeps: the tables, sessions on them, and the migrations that lead from one version to the next.

`models` says what is kept, `session` how it is read and written, `migrate` brings a database to this version's tables.
"""

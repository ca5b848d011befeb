"""One file a step, numbered; Alembic finds them by their `revision` and `down_revision`."""

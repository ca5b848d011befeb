"""What Alembic runs for each command: the steps, on the connection that `server.storage.migrate` hands over."""

from alembic import context

from server.storage.migrate import written_type
from server.storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=written_type,
    render_as_batch=True,  # SQLite changes a column only by making its table anew
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()

"""A municipality's own theme."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("municipality", sa.Column("look", sa.Text(), nullable=True))

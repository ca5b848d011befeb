"""Whether a screen shows two languages side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("screen", sa.Column("side_by_side", sa.Boolean(), nullable=False, server_default=sa.false()))

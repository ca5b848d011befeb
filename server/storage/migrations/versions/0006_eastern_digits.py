"""Which digits Arabic has on a screen."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("screen", sa.Column("eastern_digits", sa.Boolean(), nullable=False, server_default=sa.false()))

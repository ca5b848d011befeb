"""Short addresses of cards."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "short_address",
        sa.Column("card_id", sa.String(length=64), nullable=False),
        sa.Column("short_code", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("card_id", name=op.f("pk_short_address")),
        sa.UniqueConstraint("short_code", name=op.f("uq_short_address_short_code")),
    )

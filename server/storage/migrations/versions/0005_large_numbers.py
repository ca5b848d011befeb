"""Numbers that players count have 64 bits on PostgreSQL too; SQLite's have them anyway."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LARGE = (
    ("device", "farewell_number"),
    ("publication", "epoch"),
    ("publication", "number"),
    ("pulse", "beat"),
    ("screen_state", "sequence"),
    ("play", "sequence"),
    ("play", "version"),
)


def upgrade() -> None:
    """One step forward."""
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, column in LARGE:
        op.alter_column(table, column, type_=sa.BigInteger())

"""The line of a profile is drawn from its observations, and no longer kept beside it.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("profiles", "history")


def downgrade() -> None:
    line = sa.Column("history", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("profiles", line)

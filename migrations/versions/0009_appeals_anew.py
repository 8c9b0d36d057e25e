"""A criterion can be contested anew: each time is an appeal of its own, and none is overwritten.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ONE = "uq_appeals_call_id_call_version_criterion_id"
_ABOUT = ("call_id", "call_version", "criterion_id")


def upgrade() -> None:
    with op.batch_alter_table("appeals") as table:
        table.drop_constraint(_ONE, type_="unique")
        table.create_index("ix_appeals_call_id", ["call_id"])


def downgrade() -> None:
    """Of several about the same only the latest is left: there was room for one."""
    appeals = sa.table("appeals", *map(sa.column, ("id", "opened_at", *_ABOUT)))
    later = appeals.alias("later")
    newer = sa.tuple_(later.c.opened_at, later.c.id) > sa.tuple_(appeals.c.opened_at, appeals.c.id)
    same = [later.c[name] == appeals.c[name] for name in _ABOUT]
    op.execute(sa.delete(appeals).where(sa.exists().where(newer, *same)))
    with op.batch_alter_table("appeals") as table:
        table.drop_index("ix_appeals_call_id")
        table.create_unique_constraint(_ONE, list(_ABOUT))

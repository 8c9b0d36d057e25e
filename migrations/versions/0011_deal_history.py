"""What became of deals: their moves, how and when they ended, and how far a look at them is.

Revision ID: 0011
Revises: 0010
"""

import json
from datetime import UTC, datetime, time

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_MOMENTS = ("closed_at", "gone_at", "seen_at", "changed_at", "history_at")
_TEXTS = ("outcome", "merged_into")


def upgrade() -> None:
    for name in _TEXTS:
        op.add_column("deals", sa.Column(name, sa.Text(), nullable=True))
    for name in _MOMENTS:
        op.add_column("deals", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_deals_outcome_closed_at", "deals", ["outcome", "closed_at"])
    op.create_table(
        "deal_moves",
        sa.Column("crm", sa.Text(), nullable=False),
        sa.Column("deal_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("crm", "deal_id", "at", "of", "nth", name="pk_deal_moves"),
    )
    op.create_table(
        "deal_looks",
        sa.Column("crm", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("crm", name="pk_deal_looks"),
    )
    if not op.get_context().as_sql:  # printed as SQL, there are no rows to read
        _fill()


def _fill() -> None:
    """How the deals that are known stand, and when those that are closed were."""
    at = sa.DateTime(timezone=True)
    deals = sa.table(
        "deals", sa.column("crm"), sa.column("deal_id"), sa.column("body", sa.JSON()),
        sa.column("modified_at", at), sa.column("outcome"), sa.column("closed_at", at),
    )  # fmt: skip
    connection = op.get_bind()
    found = connection.execute(
        sa.select(deals.c.crm, deals.c.deal_id, deals.c.body, deals.c.modified_at)
    )
    for crm, deal_id, body, modified_at in found.all():
        kept = json.loads(body) if isinstance(body, str) else body
        outcome, day = kept.get("outcome"), kept.get("close_date")
        closed_at = datetime.combine(datetime.fromisoformat(day), time(), UTC) if day else None
        values = {
            "outcome": outcome,
            "closed_at": None if outcome == "open" else closed_at or modified_at,
        }
        this = (deals.c.crm == crm) & (deals.c.deal_id == deal_id)
        connection.execute(sa.update(deals).where(this).values(values))


def downgrade() -> None:
    op.drop_table("deal_looks")
    op.drop_table("deal_moves")
    op.drop_index("ix_deals_outcome_closed_at", "deals")
    for name in (*_MOMENTS, *_TEXTS):
        op.drop_column("deals", name)

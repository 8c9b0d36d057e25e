"""Second readings of criteria, for the stability meter.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "second_readings",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("call_version", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Text(), nullable=False),
        sa.Column("rubric_name", sa.Text(), nullable=False),
        sa.Column("rubric_version", sa.Integer(), nullable=False),
        sa.Column("grader_version", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("second", sa.Integer(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_second_readings_call_id_calls"),
        sa.PrimaryKeyConstraint(
            "call_id", "call_version", "criterion_id", name="pk_second_readings"
        ),
    )
    op.create_index(
        "ix_second_readings_pairs",
        "second_readings",
        ["rubric_name", "rubric_version", "grader_version", "criterion_id", "first", "second"],
    )


def downgrade() -> None:
    op.drop_table("second_readings")

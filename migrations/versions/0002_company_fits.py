"""What a company's own data say, what observations were made of, and why levels moved.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Of a profile; each may be missing.
FIGURES = ("practice", "early", "lift")


def upgrade() -> None:
    with op.batch_alter_table("observations") as table:
        table.add_column(sa.Column("parts", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("call_type", sa.Text(), nullable=False, server_default=""))
        table.add_column(
            sa.Column("practice", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.execute(
        "UPDATE observations SET call_type ="
        " (SELECT call_type FROM calls WHERE calls.id = observations.call_id)"
    )
    op.create_index("ix_observations_skill_id_rep_id", "observations", ["skill_id", "rep_id"])
    with op.batch_alter_table("profiles") as table:
        table.add_column(sa.Column("basis", sa.Text(), nullable=False, server_default=""))
        for name in FIGURES:
            table.add_column(sa.Column(name, sa.JSON(), nullable=True))
    with op.batch_alter_table("tier_changes") as table:
        table.add_column(sa.Column("fit", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "fits",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("observations", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_fits"),
    )
    op.create_table(
        "profile_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rep_id", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("before", sa.Double(), nullable=True),
        sa.Column("after", sa.Double(), nullable=True),
        sa.Column("standard_error", sa.Double(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profile_moves"),
    )
    op.create_index(
        "ix_profile_moves_rep_id_skill_id_id", "profile_moves", ["rep_id", "skill_id", "id"]
    )


def downgrade() -> None:
    op.drop_table("profile_moves")
    op.drop_table("fits")
    with op.batch_alter_table("tier_changes") as table:
        table.drop_column("fit")
    with op.batch_alter_table("profiles") as table:
        for name in (*FIGURES, "basis"):
            table.drop_column(name)
    op.drop_index("ix_observations_skill_id_rep_id", "observations")
    with op.batch_alter_table("observations") as table:
        table.drop_column("practice")
        table.drop_column("call_type")
        table.drop_column("parts")

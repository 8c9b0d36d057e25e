"""CRM writes on every kind of record, with provenance, runs, approvals and told edits.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=null)


def _at(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _json(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.JSON(), nullable=null)


def upgrade() -> None:
    _make_anew(
        "crm_values",
        [_text("crm"), _text("kind"), _text("record_id"), _text("field"), _json("value"),
         _json("put_back", null=True), _at("written_at")],
        ("crm", "kind", "record_id", "field"),
        "crm, 'deal', deal_id, field, value, NULL, written_at",
    )  # fmt: skip
    _make_anew(
        "crm_writes_begun",
        [_text("crm"), _text("kind"), _text("record_id"), _text("write_id"), _at("begun_at"),
         _json("digests"), _json("over")],
        ("crm", "kind", "record_id", "write_id"),
        "crm, 'deal', deal_id, write_id, begun_at, digests, '{}'",
    )  # fmt: skip
    with op.batch_alter_table("change_sets") as table:
        table.add_column(_text("run", null=True))
        table.add_column(_text("undoes", null=True))
        table.add_column(sa.Column("made", sa.JSON(), nullable=False, server_default="[]"))
        table.create_index("ix_change_sets_run", ["run"])
        table.create_index("ix_change_sets_undoes", ["undoes"])
    with op.batch_alter_table("field_writes") as table:
        table.alter_column("deal_id", new_column_name="record_id")
        table.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default="deal"))
        table.add_column(_json("provenance", null=True))
    op.create_index(
        "ix_field_writes_crm_kind_record_id", "field_writes", ["crm", "kind", "record_id"]
    )
    op.create_table(
        "crm_records",
        _text("crm"), _text("kind"), _text("key"), _text("remote_id"),
        sa.PrimaryKeyConstraint("crm", "kind", "key", name="pk_crm_records"),
    )  # fmt: skip
    op.create_table(
        "crm_approvals",
        _text("id"), _text("crm"), _text("kind"), _text("record_id"), _text("field"),
        _text("state"), _at("asked_at"), _json("body"),
        sa.PrimaryKeyConstraint("id", name="pk_crm_approvals"),
        sa.UniqueConstraint(
            "crm", "kind", "record_id", "field", name="uq_crm_approvals_crm_kind_record_id_field"
        ),
    )  # fmt: skip
    op.create_index("ix_crm_approvals_state_asked_at", "crm_approvals", ["state", "asked_at"])
    op.create_table(
        "crm_told",
        _text("crm"), _text("kind"), _text("record_id"), _text("field"), _json("value"), _at("at"),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("crm", "kind", "record_id", "field", name="pk_crm_told"),
    )  # fmt: skip
    op.create_table(
        "crm_brakes",
        _text("crm"), _json("body"),
        sa.PrimaryKeyConstraint("crm", name="pk_crm_brakes"),
    )  # fmt: skip


def downgrade() -> None:
    """Only what is known of deals is left: there was room for nothing else."""
    for name in ("crm_brakes", "crm_told", "crm_approvals", "crm_records"):
        op.drop_table(name)
    op.drop_index("ix_field_writes_crm_kind_record_id", "field_writes")
    op.execute("DELETE FROM field_writes WHERE kind <> 'deal'")
    with op.batch_alter_table("field_writes") as table:
        table.drop_column("provenance")
        table.drop_column("kind")
        table.alter_column("record_id", new_column_name="deal_id")
    with op.batch_alter_table("change_sets") as table:
        table.drop_index("ix_change_sets_undoes")
        table.drop_index("ix_change_sets_run")
        table.drop_column("made")
        table.drop_column("undoes")
        table.drop_column("run")
    _make_anew(
        "crm_writes_begun",
        [_text("crm"), _text("deal_id"), _text("write_id"), _at("begun_at"), _json("digests")],
        ("crm", "deal_id", "write_id"),
        "crm, record_id, write_id, begun_at, digests",
        "kind = 'deal'",
    )
    _make_anew(
        "crm_values",
        [_text("crm"), _text("deal_id"), _text("field"), _json("value"), _at("written_at")],
        ("crm", "deal_id", "field"),
        "crm, record_id, field, value, written_at",
        "kind = 'deal'",
    )


def _make_anew(
    name: str,
    columns: list[sa.Column],
    key: tuple[str, ...],
    copied: str,
    only: str = "1 = 1",
) -> None:
    """Another primary key: the table is made again and its rows are taken over."""
    op.rename_table(name, f"{name}_before")
    # On PostgreSQL a constraint keeps its name when its table is renamed.
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {name}_before RENAME CONSTRAINT pk_{name} TO pk_{name}_before")
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))
    op.execute(f"INSERT INTO {name} SELECT {copied} FROM {name}_before WHERE {only}")  # noqa: S608
    op.drop_table(f"{name}_before")

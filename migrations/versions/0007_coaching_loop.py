"""The coaching loop: edits of agendas, commitments, appeals, attention, clips, practice.

Also a language for each person, and phrases in place of finished sentences in kept agendas.

Revision ID: 0007
Revises: 0006
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=null)


def _at(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _body() -> sa.Column:
    return sa.Column("body", sa.JSON(), nullable=False)


def upgrade() -> None:
    op.add_column("people", sa.Column("language", sa.Text(), nullable=False, server_default="en"))
    op.create_table(
        "agenda_edits",
        _text("manager_id"), _text("week"), _text("rep_id"), _body(),
        sa.PrimaryKeyConstraint("manager_id", "week", "rep_id", name="pk_agenda_edits"),
    )
    op.create_table(
        "commitments",
        _text("id"), _text("rep_id"), _at("agreed_at"), _body(),
        sa.PrimaryKeyConstraint("id", name="pk_commitments"),
    )
    op.create_index("ix_commitments_rep_id_agreed_at", "commitments", ["rep_id", "agreed_at"])
    op.create_table(
        "appeals",
        _text("id"), _text("call_id"), sa.Column("call_version", sa.Integer(), nullable=False),
        _text("criterion_id"), _text("rep_id"), _text("state"), _at("opened_at"), _body(),
        sa.PrimaryKeyConstraint("id", name="pk_appeals"),
        sa.UniqueConstraint(
            "call_id", "call_version", "criterion_id",
            name="uq_appeals_call_id_call_version_criterion_id",
        ),
    )
    op.create_index("ix_appeals_rep_id_state", "appeals", ["rep_id", "state"])
    op.create_table(
        "preferences",
        _text("person_id"), _body(),
        sa.PrimaryKeyConstraint("person_id", name="pk_preferences"),
    )
    op.create_table(
        "sent_messages",
        _text("key"), _text("kind"), _text("person_id"), _at("sent_at"), _text("remote_id"),
        _at("acted_at", null=True), _text("act", null=True),
        sa.PrimaryKeyConstraint("key", name="pk_sent_messages"),
    )
    op.create_index("ix_sent_messages_person_id_sent_at", "sent_messages", ["person_id", "sent_at"])
    op.create_index("ix_sent_messages_remote_id", "sent_messages", ["remote_id"])
    op.create_table(
        "digest_items",
        _text("key"), _text("kind"), _text("person_id"), _at("at"), _text("because"),
        _text("digest", null=True),
        sa.PrimaryKeyConstraint("key", name="pk_digest_items"),
    )
    op.create_index("ix_digest_items_person_id_digest", "digest_items", ["person_id", "digest"])
    op.create_index("ix_digest_items_digest", "digest_items", ["digest"])
    op.create_table(
        "shared_clips",
        _text("id"), _text("rep_id"), _text("team_id"), _text("skill_id"), _text("call_id"),
        _text("state"), _at("at"), _body(),
        sa.PrimaryKeyConstraint("id", name="pk_shared_clips"),
    )
    op.create_index("ix_shared_clips_team_id_skill_id", "shared_clips", ["team_id", "skill_id"])
    op.create_index("ix_shared_clips_call_id", "shared_clips", ["call_id"])
    op.create_table(
        "practice_assignments",
        _text("id"), _text("rep_id"), _text("state"), _at("assigned_at"), _body(),
        sa.PrimaryKeyConstraint("id", name="pk_practice_assignments"),
    )
    op.create_index(
        "ix_practice_assignments_rep_id_state", "practice_assignments", ["rep_id", "state"]
    )
    op.create_table(
        "practice_sessions",
        _text("id"), _text("rep_id"), _text("state"), _at("started_at"),
        _text("thread", null=True), _text("call_id", null=True), _body(),
        sa.PrimaryKeyConstraint("id", name="pk_practice_sessions"),
        sa.UniqueConstraint("thread", name="uq_practice_sessions_thread"),
        sa.UniqueConstraint("call_id", name="uq_practice_sessions_call_id"),
    )
    op.create_index(
        "ix_practice_sessions_rep_id_started_at", "practice_sessions", ["rep_id", "started_at"]
    )
    if not op.get_context().as_sql:  # printed as SQL, there are no rows to read
        _say_as_phrases()


def _say_as_phrases() -> None:
    """Sentences in kept agendas become phrases of one text."""
    agendas = sa.table(
        "agendas", sa.column("manager_id"), sa.column("week"), sa.column("body", sa.JSON())
    )
    connection = op.get_bind()
    for manager_id, week, body in connection.execute(sa.select(agendas)).all():
        kept = json.loads(body) if isinstance(body, str) else body
        for rep in kept.get("reps", ()):
            said = rep.get("last_focus")
            rep["last_focus"] = [_plain(said)] if said else []
            rep["nothing_because"] = _plain(rep.get("nothing_because"))
            for focus in rep.get("focus", ()):
                focus["why"] = _plain(focus["why"])
                focus["suggestion"] = _plain(focus.get("suggestion"))
        same = (agendas.c.manager_id == manager_id) & (agendas.c.week == week)
        connection.execute(sa.update(agendas).where(same).values(body=kept))


def _plain(text: str | None) -> dict[str, object] | None:
    return {"key": "plain", "values": {"text": text}} if text else None


def downgrade() -> None:
    for table in (
        "practice_sessions", "practice_assignments", "shared_clips", "digest_items",
        "sent_messages", "preferences", "appeals", "commitments", "agenda_edits",
    ):
        op.drop_table(table)
    op.drop_column("people", "language")

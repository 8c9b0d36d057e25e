"""Full-text search over turns, kept in step with the transcripts by triggers.

SQLite: a contentless FTS5 index, so that no second copy of what was said exists; its row is
the call's number times 65,536 plus the turn's. PostgreSQL: a ``tsvector`` a turn, in a GIN
index. Both split words at everything that is no letter or digit, and ignore case.

Revision ID: 0008
Revises: 0007
"""

import re

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SQLITE = (
    """CREATE TABLE search_calls (
    n INTEGER PRIMARY KEY, call_id TEXT NOT NULL UNIQUE)""",
    """CREATE VIRTUAL TABLE search_turns USING fts5(
    words, content='', tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER search_transcript_new AFTER INSERT ON transcripts BEGIN
    INSERT OR IGNORE INTO search_calls (call_id) VALUES (new.call_id);
    INSERT INTO search_turns (rowid, words)
        SELECT s.n * 65536 + t.key, json_extract(t.value, '$.text')
        FROM search_calls s, json_each(new.turns) t
        WHERE s.call_id = new.call_id AND t.key < 65536;
    END""",
    """CREATE TRIGGER search_transcript_changed AFTER UPDATE OF turns ON transcripts BEGIN
    INSERT INTO search_turns (search_turns, rowid, words)
        SELECT 'delete', s.n * 65536 + t.key, json_extract(t.value, '$.text')
        FROM search_calls s, json_each(old.turns) t
        WHERE s.call_id = old.call_id AND t.key < 65536;
    INSERT INTO search_turns (rowid, words)
        SELECT s.n * 65536 + t.key, json_extract(t.value, '$.text')
        FROM search_calls s, json_each(new.turns) t
        WHERE s.call_id = new.call_id AND t.key < 65536;
    END""",
    """CREATE TRIGGER search_transcript_gone AFTER DELETE ON transcripts BEGIN
    INSERT INTO search_turns (search_turns, rowid, words)
        SELECT 'delete', s.n * 65536 + t.key, json_extract(t.value, '$.text')
        FROM search_calls s, json_each(old.turns) t
        WHERE s.call_id = old.call_id AND t.key < 65536;
    DELETE FROM search_calls WHERE call_id = old.call_id;
    END""",
    "INSERT INTO search_calls (call_id) SELECT call_id FROM transcripts",
    """INSERT INTO search_turns (rowid, words)
    SELECT s.n * 65536 + t.key, json_extract(t.value, '$.text')
    FROM search_calls s JOIN transcripts d ON d.call_id = s.call_id, json_each(d.turns) t
    WHERE t.key < 65536""",
)

_WORDS = "to_tsvector('simple', regexp_replace(t.value->>'text', '[^[:alnum:]]+', ' ', 'g'))"
_POSTGRES = (
    """CREATE TABLE search_turns (
    call_id TEXT NOT NULL, turn INTEGER NOT NULL, words TSVECTOR NOT NULL,
    PRIMARY KEY (call_id, turn))""",
    "CREATE INDEX search_turns_words ON search_turns USING GIN (words)",
    f"""CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP <> 'INSERT' THEN DELETE FROM search_turns WHERE call_id = old.call_id; END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_turns (call_id, turn, words)
            SELECT new.call_id, t.ordinality - 1, {_WORDS}
            FROM json_array_elements(new.turns) WITH ORDINALITY t(value, ordinality);
    END IF;
    RETURN NULL;
    END $$""",  # noqa: S608 - no value of anybody's in it
    """CREATE TRIGGER search_transcripts AFTER INSERT OR DELETE OR UPDATE OF turns
    ON transcripts FOR EACH ROW EXECUTE FUNCTION search_follow()""",
    f"""INSERT INTO search_turns (call_id, turn, words)
    SELECT d.call_id, t.ordinality - 1, {_WORDS}
    FROM transcripts d, json_array_elements(d.turns) WITH ORDINALITY t(value, ordinality)""",  # noqa: S608
)


def upgrade() -> None:
    on_postgres = op.get_context().dialect.name == "postgresql"
    for statement in _POSTGRES if on_postgres else _SQLITE:
        op.execute(_plain(statement))


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP TRIGGER search_transcripts ON transcripts")
        op.execute("DROP FUNCTION search_follow")
    else:
        for name in ("new", "changed", "gone"):
            op.execute(f"DROP TRIGGER search_transcript_{name}")
        op.execute("DROP TABLE search_calls")
    op.execute("DROP TABLE search_turns")


def _plain(statement: str) -> str:
    """With no colon taken for a parameter."""
    return re.sub(r"(?<!:):(?!:)", r"\\:", statement)

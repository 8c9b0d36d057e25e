"""The list of CRM changes: which fields changed, never what was said on a call."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import RecordKind
from store.database import SqlDatabase
from tests.app.cli_runs import Terminal

pytestmark = pytest.mark.slow
DEAL = RecordRef("hubspot", RecordKind.DEAL, "4711")
WORD = "xylophone"


def written(field: str, new: str) -> FieldWrite:
    return FieldWrite(record=DEAL, field=field, old=None, new=new, state=WriteState.WRITTEN)


def test_changes_name_fields_and_figures_and_no_words_of_calls(tmp_path: Path) -> None:
    change_set = ChangeSet(
        id=ChangeSetId("set-1"),
        at=datetime(2026, 11, 25, 8, tzinfo=UTC),
        call_id=None,
        writes=(
            written("reploop_next_step", f"{WORD} on Thursday"),
            written("reploop_last_call_summary", f"They spoke of a {WORD}"),
            written("reploop_last_call_medal", "Gold"),
        ),
    )
    with Terminal(tmp_path) as terminal:
        assert terminal.run("migrate").code == 0
        database = SqlDatabase(f"sqlite:///{terminal.data / 'reploop.db'}", clock=time.time)
        with database.write() as tx:
            tx.changes.add(change_set)
        shown, as_json = terminal.run("crm", "changes"), terminal.run("crm", "changes", "--json")
        with database.read() as tx:
            assert list(tx.changes.list()) == [change_set]
        database.dispose()
    assert (shown.code, as_json.code) == (0, 0)
    for name in ("reploop_next_step", "reploop_last_call_summary", "Gold", "set-1"):
        assert name in shown.out
        assert name in as_json.out
    assert WORD not in shown.out + as_json.out


def test_a_value_that_was_kept_is_shown_as_what_stands_there(tmp_path: Path) -> None:
    kept = FieldWrite(
        record=DEAL, field="reploop_last_call_medal", old="Mine", new="Gold",
        state=WriteState.KEPT_HUMAN,
    )  # fmt: skip
    refused = FieldWrite(
        record=DEAL, field="reploop_last_call_score", old=None, new=62.0,
        state=WriteState.REFUSED, detail="a rule of yours",
    )  # fmt: skip
    at = datetime(2026, 11, 25, 8, tzinfo=UTC)
    change_set = ChangeSet(
        id=ChangeSetId("set-2"), at=at, call_id=None, writes=(kept, refused), run="push-1"
    )
    with Terminal(tmp_path) as terminal:
        assert terminal.run("migrate").code == 0
        database = SqlDatabase(f"sqlite:///{terminal.data / 'reploop.db'}", clock=time.time)
        with database.write() as tx:
            tx.changes.add(change_set)
        database.dispose()
        shown = terminal.run("crm", "changes").out
    heading, *_ = shown.splitlines()
    assert heading == "2026-11-25 08:00 UTC · hubspot deal 4711 · set-2 · push-1"
    rows = [line.split("  ") for line in shown.splitlines() if line.startswith("reploop_")]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells == [
        ["reploop_last_call_medal", "Mine", "Mine", "kept: a person's", "–"],
        ["reploop_last_call_score", "–", "–", "refused: a rule of yours", "–"],
    ]


def test_a_crm_that_is_not_connected_cannot_be_resumed(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.run("migrate").code == 0
        assert terminal.run("crm", "resume", "nope").code == 3

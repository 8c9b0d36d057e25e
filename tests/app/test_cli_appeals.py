"""``reploop appeals``: numbers without words, and labels that are known to be anchored."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import Call, CallId, CallState, Transcript
from domain.people import PersonId
from domain.rubrics import CriterionId
from integrations.transcripts.read import read_transcript
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal
from tests.app.cli_talk import GOOD, REP, as_vtt

pytestmark = pytest.mark.slow  # `make check` has to stay quick

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CALL = CallId("ca11")


def appeal(name: str, criterion: str, state: AppealState, level: int | None) -> Appeal:
    return Appeal(
        id=AppealId(name), call_id=CALL, call_version=1, criterion_id=CriterionId(criterion),
        rubric_name="discovery", rubric_version=2, rep_id=PersonId("ana"), opened_at=NOW,
        reason="A secret reason.", grader_level=1, state=state, level=level,
        decided_by=PersonId("mia"), decided_at=NOW, answer="A secret answer.",
    )  # fmt: skip


APPEALS = (
    appeal("a1", "opening", AppealState.CHANGED, 3),
    appeal("a2", "open_questions", AppealState.KEPT, 1),
    appeal("a3", "impact", AppealState.CHANGED, None),
    appeal("a4", "value", AppealState.WITHDRAWN, None),
)
EARLIER = (
    replace(
        appeal("b1", "opening", AppealState.KEPT, 1), decided_at=NOW - timedelta(days=2),
        decided_by=PersonId("otto"),
    ),
    replace(
        appeal("b2", "opening", AppealState.CHANGED, 4), call_id=CallId("tw1n"),
        decided_at=NOW - timedelta(days=1),
    ),
)  # fmt: skip
"""About the same words as the first, one of them on a call that was handed in twice."""


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A terminal beside a database with a call, twice, and six appeals."""
    folder = tmp_path_factory.mktemp("appeals")
    address = f"sqlite:///{folder / 'appeals.db'}"
    upgrade(address)
    database = SqlDatabase(address, clock=NOW.timestamp)
    transcript: Transcript = read_transcript(as_vtt(GOOD).encode(), "good.vtt")
    call = Call(
        id=CALL, provider="files", provider_ref="x", title="A call", started_at=NOW,
        duration_s=600.0, state=CallState.SCORED,
    )  # fmt: skip
    with database.write() as tx:
        for call_id in (CALL, CallId("tw1n")):
            tx.calls.put(replace(call, id=call_id, provider_ref=call_id))
            tx.calls.put_transcript(call_id, transcript)
        for each in (*APPEALS, *EARLIER):
            tx.appeals.put(each)
    database.dispose()
    with Terminal(folder, {"REPLOOP_DATABASE_URL": address}) as made:
        yield made


def test_the_list_holds_levels_and_no_word_of_anybody(terminal: Terminal) -> None:
    ran = terminal.run("appeals", "list", "--json")
    assert {row["id"] for row in ran.json} == {"a1", "a2", "a3", "a4", "b1", "b2"}
    assert "secret" not in ran.out + terminal.run("appeals", "list").out
    only = terminal.run("appeals", "list", "--state", "kept", "--json").json
    assert {(row["id"], row["grader_level"], row["level"]) for row in only} == {
        ("a2", 1, 1),
        ("b1", 1, 1),
    }


def test_criteria_are_counted(terminal: Terminal) -> None:
    rows = {row["criterion_id"]: row for row in terminal.run("appeals", "criteria", "--json").json}
    assert (rows["opening"]["changed"], rows["opening"]["moved"]) == (2, 2.5)
    assert rows["open_questions"]["kept"] == 1
    assert not rows["opening"]["often_overturned"]


def test_labels_are_written_with_their_calls_and_left_out_of_a_test_unless_asked_for(
    terminal: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "labels"
    ran = terminal.run("appeals", "labels", "--out", str(out), "--json")
    assert (ran.json["labels"], ran.json["calls"]) == (3, 1)
    text = (out / "discovery.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    found = sorted((r["criterion"], r["rater"], r["level"], r["reason"]) for r in rows)
    assert set(found) == {
        ("opening", "appeal:mia", "3", ""),
        ("open_questions", "appeal:mia", "1", ""),
        ("impact", "appeal:mia", "n/a", ""),
    }
    assert len(found) == 3
    assert read_transcript((out / f"{CALL}.json").read_bytes(), f"{CALL}.json").turns
    assert _labelled(terminal, out) == 0
    assert _labelled(terminal, out, "--appeals") == 1


def _labelled(terminal: Terminal, folder: Path, *more: str) -> int:
    ran = terminal.run(
        "rubric", "test", "discovery", "--labels", str(folder / "discovery.csv"), "--calls",
        str(folder), "--rep", REP, "--grader", "builtin", "--json", *more,
    )  # fmt: skip
    labelled: int = ran.json["labelled_calls"]
    return labelled


def test_a_folder_that_is_there_is_not_written_into(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.run("appeals", "labels", "--out", str(tmp_path)).code == 2

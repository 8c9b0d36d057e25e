"""``reploop crm status`` and ``crm export skills`` in a terminal."""

import csv
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.calls import Call, CallId, CallState
from domain.people import Person, PersonId, Role
from domain.rubrics import SkillId
from domain.skills import SkillObservation
from store.database import SqlDatabase
from tests.app.cli_runs import Terminal

pytestmark = pytest.mark.slow
ANA = Person(id=PersonId("ana"), name="=Ana", email="ana@seller.example", role=Role.REP)


def test_without_a_crm_the_status_says_where_to_begin(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.run("migrate").code == 0
        said, as_json = terminal.run("crm", "status"), terminal.run("crm", "status", "--json")
    assert (said.code, as_json.code) == (0, 0)
    assert "No CRM is configured" in said.out
    assert as_json.json == []


def test_levels_are_written_week_by_week_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    out = tmp_path / "skills.csv"
    with Terminal(tmp_path) as terminal:
        assert terminal.run("migrate").code == 0
        database = SqlDatabase(f"sqlite:///{terminal.data / 'reploop.db'}", clock=time.time)
        with database.write() as tx:
            tx.people.put([ANA, replace(ANA, id=PersonId("mia"), role=Role.MANAGER)], [])
            for n in range(4):
                at = now - timedelta(days=1 + 7 * n)
                call = Call(
                    id=CallId(f"c{n}"), provider="zoom", provider_ref=f"c{n}", title="Call",
                    started_at=at, duration_s=600.0, state=CallState.SCORED, rep_id=ANA.id,
                )  # fmt: skip
                seen = SkillObservation(
                    rep_id=ANA.id, skill_id=SkillId("questioning"), call_id=call.id,
                    observed_at=at, score=60.0, criteria=3,
                )  # fmt: skip
                tx.calls.put(call)
                tx.profiles.replace_observations(seen.call_id, [seen])
        database.dispose()
        done = terminal.run("crm", "export", "skills", "--out", str(out))
        again = terminal.run("crm", "export", "skills", "--out", str(out))
        forced = terminal.run("crm", "export", "skills", "--out", str(out), "--force")
    assert (done.code, again.code, forced.code) == (0, 2, 0)
    assert "is there already" in again.err
    header, *rows = csv.reader(out.read_text(encoding="utf-8").splitlines())
    assert header == ["rep", "skill", "week", "level", "low", "high", "calls", "tier"]
    assert {row[0] for row in rows} == {"'=Ana"}
    assert rows[-1][6] == "4"
    assert len(rows) >= 2
    assert f"{len(rows)} rows" in done.out

"""A deleted call's words in what the firewall keeps: questions, notes, refusals."""

from pathlib import Path

import pytest

from domain.calls import CallId
from domain.effects import EffectState
from jobs.corrections import delete_call
from tests.jobs.crm_office import CALL, Office, Open
from tests.jobs.test_jobs_forgotten_words import kept

pytestmark = pytest.mark.slow
WORDS = "Thursday at ten"
"""Of the next step on the first call; its summary says nothing of them."""


def written(opened: Open) -> Office:
    here = opened()
    here.sync()
    assert WORDS in str(here.stands("next_step"))
    return here


def file(tmp_path: Path) -> Path:
    return tmp_path / "office0" / "office.db"


def test_nobody_has_to_approve_that_they_go_from_the_crm(opened: Open, tmp_path: Path) -> None:
    here = written(opened)
    here.fields(next_step={"approve": True})
    delete_call(CallId("c1"), here.services)
    assert kept(file(tmp_path), WORDS) == []
    here.sync()
    with here.world.database.read() as tx:
        assert tx.changes.waiting() == []
    assert here.stands("next_step") is None
    assert kept(file(tmp_path), WORDS) == []


def test_a_question_about_them_that_waits_is_dropped_with_the_call(
    opened: Open, tmp_path: Path
) -> None:
    here = opened()
    here.fields(next_step={"approve": True})
    here.sync()
    assert "crm_approvals" in kept(file(tmp_path), WORDS)
    delete_call(CallId("c1"), here.services)
    here.sync()
    with here.world.database.read() as tx:
        assert tx.changes.waiting() == []
    assert kept(file(tmp_path), WORDS) == []


def test_a_refusal_does_not_make_them_a_persons(opened: Open, tmp_path: Path) -> None:
    here = written(opened)
    delete_call(CallId("c1"), here.services)
    here.crm.refuses = {here.name("next_step"): "Frozen"}
    here.sync()
    assert (here.row("d1").state, WORDS in str(here.stands("next_step"))) == (
        EffectState.DEAD, True,
    )  # fmt: skip
    here.crm.refuses = {}
    here.sync()
    assert here.stands("next_step") is None
    assert kept(file(tmp_path), WORDS) == []


def test_rolling_back_after_a_refusal_keeps_none_of_them(opened: Open, tmp_path: Path) -> None:
    here = written(opened)
    (first,) = here.change_sets()
    here.crm.refuses = {here.name("next_step"): "Frozen"}
    delete_call(CallId("c1"), here.services)
    here.sync()
    here.roll_back(first.id)
    assert kept(file(tmp_path), WORDS) == []


@pytest.mark.parametrize("point", ["crm.made", "crm.before_write", "crm.after_write"])
def test_a_call_that_is_deleted_while_its_record_is_made_leaves_none(
    opened: Open, tmp_path: Path, point: str
) -> None:
    here = opened()
    here.fields(CALL)
    if point != "crm.made":
        here.sync_calls("c1")
        here.score_again("c1", 95.0)
    here.world.on_reach[point] = lambda: delete_call(CallId("c1"), here.services)
    here.sync_calls("c1")
    here.ask()
    assert [kind for kind, _ in here.crm.records if kind is CALL] == []
    assert kept(file(tmp_path), "Good questions; the next step has a date") == []

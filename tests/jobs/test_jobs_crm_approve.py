"""Changes that a person has to approve: asked once, written as approved, asked anew on news."""

import pytest

from domain.changes import Approval, ApprovalState, WriteState
from domain.crm import Guard
from domain.effects import EffectState
from domain.errors import NotVisible, VendorUnavailable
from jobs.crm_approve import decide_change
from tests.jobs.crm_office import CALL, Office, Open

pytestmark = pytest.mark.slow
APPROVED, DECLINED = ApprovalState.APPROVED, ApprovalState.DECLINED
WAITS = {"last_call_medal": {"approve": True}}


def waiting(here: Office) -> list[Approval]:
    with here.world.database.read() as tx:
        return list(tx.changes.waiting())


def asked(opened: Open, **how: object) -> Office:
    here = opened(**how)
    here.fields(**WAITS)
    here.sync()
    return here


def test_what_needs_approval_waits_and_the_rest_is_written(opened: Open) -> None:
    here = asked(opened)
    (waits,) = waiting(here)
    assert (waits.record, waits.field, waits.old, waits.new) == (
        here.deal(), here.name("last_call_medal"), None, "Bronze",
    )  # fmt: skip
    assert waits.provenance is not None
    assert (here.stands("last_call_medal"), here.stands("last_call_score")) == (None, 61.0)


@pytest.mark.parametrize("guard", list(Guard))
def test_what_was_approved_is_written_next_and_used_up(opened: Open, guard: Guard) -> None:
    here = asked(opened, guard=guard)
    decided = decide_change(waiting(here)[0].id, APPROVED, here.services, by="rina")
    assert (decided.state, decided.by) == (APPROVED, "rina")
    here.ask()
    assert here.stands("last_call_medal") == "Bronze"
    with here.world.database.read() as tx:
        assert tx.changes.approvals(here.deal()) == {}
        assert tx.audit.about(decided.id)[0][1:3] == ("rina", "crm.approved")


def test_what_was_declined_is_not_written_nor_asked_again(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, DECLINED, here.services)
    for _ in range(3):
        here.sync()
    assert (here.stands("last_call_medal"), waiting(here)) == (None, [])


def test_news_after_a_word_of_no_is_asked_about(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, DECLINED, here.services)
    here.news(95.0)
    here.sync()
    assert [a.new for a in waiting(here)] == ["Gold"]
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.ask()
    assert here.stands("last_call_medal") == "Gold"


def test_news_while_it_waits_replaces_the_question(opened: Open) -> None:
    here = asked(opened)
    (first,) = waiting(here)
    here.news(95.0)
    here.sync()
    (second,) = waiting(here)
    assert (first.new, second.new) == ("Bronze", "Gold")
    with pytest.raises(NotVisible):
        decide_change(first.id, APPROVED, here.services)
    assert here.stands("last_call_medal") is None


def test_news_between_the_word_and_the_writing_is_asked_anew(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.news(95.0)
    here.sync()
    assert (here.stands("last_call_medal"), [a.new for a in waiting(here)]) == (None, ["Gold"])


def test_what_a_person_wrote_while_it_waited_stays_though_it_was_approved(opened: Open) -> None:
    here = asked(opened)
    here.edit("last_call_medal", "Mine")
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.ask()
    assert here.stands("last_call_medal") == "Mine"
    assert here.states()["last_call_medal"] is WriteState.KEPT_HUMAN


def test_an_approved_change_whose_write_failed_is_written_later(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.world.on_reach["crm.before_write"] = lambda: here.crm.raises.append(
        VendorUnavailable("salesforce", "503")
    )
    here.ask()
    assert (here.stands("last_call_medal"), here.row("d1").state) == (None, EffectState.PENDING)
    here.tick(60)
    here.ask()
    assert here.stands("last_call_medal") == "Bronze"


def test_an_approved_change_whose_answer_was_lost_goes_on_to_be_ours(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.crm.loses = 1
    here.ask()
    here.news(95.0)
    for _ in range(2):
        here.sync()
    assert here.stands("last_call_medal") == "Bronze"
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.ask()
    assert here.stands("last_call_medal") == "Gold"


def test_a_change_on_a_call_is_written_on_the_call(opened: Open) -> None:
    here = opened()
    here.fields(CALL)
    here.rule_of_calls("call_summary", approve=True)
    here.sync_calls("c1")
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    here.ask()
    record_id = here.crm.keys[CALL, "c1"]
    assert str(here.stands("call_summary", record_id, CALL)).startswith("61 of 100")


def test_nobody_decides_twice_or_about_nothing(opened: Open) -> None:
    here = asked(opened)
    (waits,) = waiting(here)
    decide_change(waits.id, DECLINED, here.services)
    for change in (waits.id, "nothing"):
        with pytest.raises(NotVisible):
            decide_change(change, APPROVED, here.services)


def test_what_was_approved_and_rolled_back_is_not_written_again(opened: Open) -> None:
    here = asked(opened)
    decide_change(waiting(here)[0].id, APPROVED, here.services)
    run = here.push().run
    assert here.stands("last_call_medal") == "Bronze"
    here.roll_back(run)
    here.push()
    assert (here.stands("last_call_medal"), waiting(here)) == (None, [])

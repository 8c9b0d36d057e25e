"""Changes of CRM fields that wait for a person: who is asked, once, and what became of it."""

from dataclasses import replace

import pytest

from domain.changes import ApprovalState
from domain.crm_notices import AskState
from domain.deals import DealRef
from domain.effects import EffectState, Queue
from domain.errors import VendorUnavailable
from domain.people import PersonId, Role, Team
from jobs.approval_lines import MOST_LINES
from jobs.approval_round import ask_about_changes
from jobs.crm_approve import decide_change
from jobs.crm_asks import deal_update
from tests.jobs.crm_house import FIELDS, SAID, SCORE, SLUG, CrmHouse
from tests.jobs.fake_crm import a_deal
from tests.jobs.fakes import ANA, BEN, EAST, MIA, OTTO, RINA, WIM, House


@pytest.fixture
def crm(house: House) -> CrmHouse:
    return CrmHouse(house)


def states(crm: CrmHouse, message: int = -1) -> dict[str, AskState]:
    return {change.id: change.state for change in crm.stands(message)}


# who is asked


def test_the_manager_of_the_call_s_rep_is_asked_with_values_and_where_they_were_said(
    crm: CrmHouse,
) -> None:
    call_id = crm.call()
    crm.asked("a1", call_id)
    crm.round()
    [(to, notice)] = crm.sent()
    [change] = notice.changes
    assert to.id == MIA.id
    assert (change.field, change.record, change.crm) == ("Agreed next step", "Buyer rollout", SLUG)
    assert (change.old, change.new, change.hidden) == ("Call back", SAID, False)
    assert (change.rep_name, change.call_id, change.start_s) == (ANA.name, call_id, 0.0)


def test_reading_the_words_is_noted_for_the_rep(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    with crm.house.database.read() as tx:
        looks = tx.audit.about(f"rep:{ANA.id}")
    assert (MIA.id, "read_crm_waiting", True) in [(who, what, ok) for _, who, what, ok in looks]


def test_revops_is_asked_where_no_manager_is_and_reads_no_words(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.house.change(teams=[Team(EAST, "East")])
    crm.asked("a1", call_id)
    crm.asked("a2", call_id, field=SCORE, new=64.0)
    crm.round()
    [(to, notice)] = crm.sent()
    step, score = notice.changes
    assert to.id == RINA.id
    assert step.hidden
    assert SAID not in str(notice)
    assert (score.hidden, score.new) == (False, 64.0)


def test_a_manager_s_own_call_is_for_revops_to_decide(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.house.change(teams=[Team(EAST, "East", ANA.id)])
    crm.asked("a1", call_id)
    crm.round()
    assert [to.id for to, _ in crm.sent()] == [RINA.id]


def test_without_a_call_the_owner_of_the_deal_decides_who_is_asked(crm: CrmHouse) -> None:
    deal = a_deal("d7", SLUG, owner_email=WIM.email.upper())
    with crm.house.database.write() as tx:
        tx.deals.put([deal])
    crm.asked("a1", None, field=SCORE, new=64.0, deal="d7")
    crm.round()
    assert [to.id for to, _ in crm.sent()] == [OTTO.id]


# one message, kept up


def test_what_waits_soon_after_each_other_comes_in_one_message(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.asked("a1", call_id)
    assert crm.round(minutes=0.2) == 0
    crm.asked("a2", call_id, field=SCORE, new=64.0)
    crm.round()
    crm.asked("a3", call_id, field="Other__c", new=1.0)
    crm.round()
    assert len(crm.sent()) == 1
    assert set(states(crm)) == {"a1", "a2", "a3"}


def test_what_waits_later_is_another_message(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.asked("a1", call_id)
    crm.round()
    crm.asked("a2", call_id, field=SCORE, new=64.0)
    crm.round(minutes=30)
    assert len(crm.sent()) == 2
    assert (set(states(crm, 0)), set(states(crm, 1))) == ({"a1"}, {"a2"})


def test_a_round_that_changes_nothing_makes_nothing_due(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    assert crm.round() == crm.round(minutes=300) == 0
    assert (len(crm.sent()), len(crm.house.messenger.edited)) == (1, 0)


def test_two_clocks_ask_once(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.house.go_on(minutes=2)
    ask_about_changes(crm.services)
    ask_about_changes(crm.services)
    crm.house.work(Queue.DELIVER)
    assert len(crm.sent()) == 1


def test_a_lost_answer_of_slack_makes_no_second_message(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.house.messenger.loses = [VendorUnavailable("slack", "lost")]
    crm.round()
    crm.house.go_on(minutes=2)
    crm.house.work(Queue.DELIVER)
    assert len(crm.sent()) == 1


def test_many_at_once_fill_one_message_and_the_rest_is_on_the_page(crm: CrmHouse) -> None:
    call_id = crm.call()
    for n in range(MOST_LINES + 12):
        crm.asked(f"a{n:02}", call_id, field=f"F{n}", new=float(n))
    crm.round()
    crm.round()
    crm.round(minutes=60)
    [(_, notice)] = crm.sent()
    assert (len(notice.changes), notice.more) == (MOST_LINES, 12)


def test_nobody_is_written_to_without_a_messenger(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.house.go_on(minutes=5)
    assert ask_about_changes(replace(crm.services, messenger=None)) == 0


# decisions


@pytest.mark.parametrize(
    ("button", "state", "shown"),
    [
        ("crm.approve", ApprovalState.APPROVED, AskState.APPROVED),
        ("crm.decline", ApprovalState.DECLINED, AskState.DECLINED),
    ],
)
def test_a_button_decides_and_the_message_says_so_in_its_place(
    crm: CrmHouse, button: str, state: ApprovalState, shown: AskState
) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    crm.press(MIA, button, "a1")
    with crm.house.database.read() as tx:
        decided = tx.changes.approval("a1")
        due = tx.outbox.get("crm:deal:salesforce:d1")
    assert decided is not None
    assert (decided.state, decided.by) == (state, MIA.id)
    assert due is not None
    assert due.state is EffectState.PENDING
    assert [(c.state, c.decided_by, c.new) for c in crm.stands()] == [(shown, MIA.name, None)]
    assert len(crm.sent()) == 1


def test_what_was_approved_and_written_still_says_who_approved(crm: CrmHouse) -> None:
    approval = crm.asked("a1", crm.call())
    crm.round()
    crm.press(MIA, "crm.approve", "a1")
    with crm.house.database.write() as tx:
        tx.changes.drop_approval(approval.record, approval.field)
    crm.round()
    assert [(c.state, c.decided_by) for c in crm.stands()] == [(AskState.APPROVED, MIA.name)]


def test_a_decision_is_made_once(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    crm.press(MIA, "crm.approve", "a1")
    crm.press(MIA, "crm.decline", "a1")
    with crm.house.database.read() as tx:
        decided = tx.changes.approval("a1")
    assert decided is not None
    assert decided.state is ApprovalState.APPROVED
    assert [said.key for _, _, said in crm.house.messenger.whispered] == [
        "approval-approved-said", "approval-gone"
    ]  # fmt: skip


@pytest.mark.parametrize("who", [ANA, BEN, OTTO])
def test_who_may_not_decide_is_told_nothing_and_it_is_noted(crm: CrmHouse, who: object) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    crm.press(who, "crm.approve", "a1")  # type: ignore[arg-type]
    with crm.house.database.read() as tx:
        waiting, denied = tx.changes.approval("a1"), tx.audit.about("a1")
    assert waiting is not None
    assert waiting.state is ApprovalState.WAITING
    assert [(name, allowed) for _, _, name, allowed in denied] == [("crm.approve", False)]
    assert [said.key for _, _, said in crm.house.messenger.whispered] == ["act-not-yours"]


def test_revops_may_decide_as_well(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    crm.press(RINA, "crm.decline", "a1")
    assert states(crm) == {"a1": AskState.WAITING}
    crm.round()
    assert [(c.state, c.decided_by) for c in crm.stands()] == [(AskState.DECLINED, RINA.name)]


def test_what_is_decided_on_the_command_line_is_told_without_a_name(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    decide_change("a1", ApprovalState.APPROVED, crm.services)
    crm.round()
    assert [(c.state, c.decided_by) for c in crm.stands()] == [(AskState.APPROVED, "")]


def test_from_the_call_to_the_crm(crm: CrmHouse) -> None:
    asking = replace(FIELDS[0], approve=True)
    crm.house.services = crm.house.services_with(
        crms={SLUG: crm.house.crm}, crm_fields={SLUG: (asking,)}
    )
    crm.call()
    with crm.house.database.write() as tx:
        tx.outbox.request(deal_update(SLUG, "d1"))
    crm.house.work(Queue.SYNC)
    assert crm.house.crm.stands(SCORE) is None
    crm.round()
    [(to, notice)] = crm.sent()
    [change] = notice.changes
    crm.press(to, "crm.approve", change.id)
    crm.house.work(Queue.SYNC)
    assert crm.house.crm.stands(SCORE) == change.new
    crm.round()
    assert [(c.state, c.decided_by) for c in crm.stands()] == [(AskState.APPROVED, MIA.name)]
    assert len(crm.sent()) == 1


# what changes meanwhile


def test_what_another_value_replaced_is_withdrawn_and_the_new_one_is_asked_about(
    crm: CrmHouse,
) -> None:
    call_id = crm.call()
    crm.asked("a1", call_id)
    crm.round()
    crm.asked("a2", call_id, new="Shall we meet on Monday")
    crm.round()
    assert states(crm) == {"a1": AskState.WITHDRAWN, "a2": AskState.WAITING}


def test_what_is_withdrawn_before_it_is_sent_is_not_sent(crm: CrmHouse) -> None:
    approval = crm.asked("a1", crm.call())
    crm.house.go_on(minutes=2)
    ask_about_changes(crm.services)
    with crm.house.database.write() as tx:
        tx.changes.drop_approval(approval.record, approval.field)
    crm.house.work(Queue.DELIVER)
    assert crm.sent() == []
    assert [m.state for m in crm.messages()] == [EffectState.SKIPPED]


def test_a_new_manager_is_asked_and_the_former_one_reads_no_word_more(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    crm.house.change(teams=[Team(EAST, "East", OTTO.id)])
    crm.round()
    assert [to.id for to, _ in crm.sent()] == [MIA.id, OTTO.id]
    assert states(crm, 0) == {"a1": AskState.ELSEWHERE}
    [former] = crm.stands(0)
    assert (former.old, former.new, former.call_title) == (None, None, "")


def test_a_rep_who_was_promoted_cannot_decide_on_their_own_call(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    boss = crm.person(ANA, role=Role.MANAGER)
    crm.house.change(teams=[Team(EAST, "East", boss.id)])
    crm.press(boss, "crm.approve", "a1")
    with crm.house.database.read() as tx:
        waiting = tx.changes.approval("a1")
    assert waiting is not None
    assert waiting.state is ApprovalState.WAITING


def test_who_has_left_is_not_written_to(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.person(MIA, active=False)
    crm.asked("a1", call_id)
    crm.round()
    assert [to.id for to, _ in crm.sent()] == [RINA.id]


def test_a_payload_holds_ids_and_no_value(crm: CrmHouse) -> None:
    crm.asked("a1", crm.call())
    crm.round()
    [record] = crm.messages()
    assert SAID not in str(record.effect.payload)
    assert record.effect.payload["person_id"] == PersonId("mia")
    assert DealRef(SLUG, "d1").id in record.effect.payload["lines"]

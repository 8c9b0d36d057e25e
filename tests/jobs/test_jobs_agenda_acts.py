"""What a manager does with an agenda: only theirs, kept once, shown everywhere it stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.actions import Form
from domain.agendas import Agenda, RepAgenda
from domain.calls import CallId
from domain.commitments import Verdict
from domain.effects import Queue
from domain.notices import SharedAgenda
from domain.people import Person, Team, TeamId
from domain.phrases import phrase
from domain.webhooks import Delivery
from jobs.acting import NOT_YOURS
from jobs.agenda_replan import replan
from jobs.corrections import delete_call
from jobs.plan_agendas import plan_agendas
from tests.jobs.fakes import (
    ANA,
    BEN,
    EAST,
    MIA,
    NEXT_STEPS,
    OBJECTIONS,
    OTTO,
    QUESTIONING,
    House,
    talk,
)

WEEK = "2026-W48"
ABOUT = {"week": WEEK, "rep": ANA.id}


@pytest.fixture
def monday(house: House) -> House:
    """Ana has four scored calls, Ben none; the agenda of the week was sent to Mia."""
    for n in range(4):
        house.put_ready(f"m{n}", talk(1, 4), days_ago=3.0 + n)
    house.work(Queue.SCORE, Queue.DELIVER)
    house.clock = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    plan_agendas(house.services)
    house.work(Queue.DELIVER)
    house.messenger.sent.clear()
    return house


def shown(house: House, rep: Person = ANA) -> RepAgenda:
    """The rep's part of the agenda as it was last brought up to date in Slack."""
    agendas = [notice for _, _, notice in house.messenger.edited if isinstance(notice, Agenda)]
    return next(r for r in agendas[-1].reps if r.rep_id == rep.id)


def shared(house: House) -> list[SharedAgenda]:
    both = [(n, to) for _, to, n in (*house.messenger.sent, *house.messenger.edited)]
    return [n for n, to in both if isinstance(n, SharedAgenda) and to.id == ANA.id]


def whispered(house: House) -> list[str]:
    return [what.key for _, _, what in house.messenger.whispered]


def form(house: House, by: Person, name: str, about: dict[str, str] | None = None) -> Form:
    house.act(by, name, form=True, value=about or ABOUT)
    return house.messenger.forms[-1][2]


def edit(house: House, **fields: Any) -> None:
    given = {name: tuple(values) for name, values in fields.items()}
    house.act(MIA, "agenda.edited", value=ABOUT, fields=given)


def test_a_part_is_the_managers_draft_until_it_is_shared(monday: House) -> None:
    assert shared(monday) == []
    monday.act(MIA, "agenda.share", value=ABOUT)
    (notice,) = shared(monday)
    assert [f.skill_id for f in notice.rep.focus] == [NEXT_STEPS, QUESTIONING]
    assert notice.manager_name == MIA.name
    assert {r.rep_id for r in notice.agenda.reps} == {ANA.id}


def test_sharing_twice_sends_nothing_twice(monday: House) -> None:
    monday.act(MIA, "agenda.share", value=ABOUT)
    monday.act(MIA, "agenda.share", value=ABOUT)
    assert [to.id for _, to, n in monday.messenger.sent if isinstance(n, SharedAgenda)] == [ANA.id]


def test_the_message_is_changed_in_place(monday: House) -> None:
    monday.act(MIA, "agenda.share", value=ABOUT)
    assert [to.id for _, to, _ in monday.messenger.edited] == [MIA.id]
    assert [n for _, _, n in monday.messenger.sent if isinstance(n, Agenda)] == []
    state = shown(monday).state
    assert state is not None
    assert state.shared_at == monday.clock


@pytest.mark.parametrize("who", [OTTO, ANA, BEN])
@pytest.mark.parametrize("name", ["agenda.share", "agenda.snooze", "agenda.edited", "agenda.done"])
def test_nobody_else_acts_on_it(monday: House, who: Person, name: str) -> None:
    monday.act(who, name, value=ABOUT, fields={"behaviour": ("-",)})
    assert whispered(monday) == [NOT_YOURS.key]
    assert monday.messenger.edited == []
    with monday.database.read() as tx:
        assert tx.agendas.edits(MIA.id, WEEK) == {}
        acts = [row for row in tx.audit.about(f"rep:{ANA.id}") if row[2] == name]
        assert [(actor, allowed) for _, actor, _, allowed in acts] == [(who.id, False)]


def test_nobody_else_is_shown_the_form(monday: House) -> None:
    for who in (OTTO, ANA):
        asked = form(monday, who, "agenda.edit")
        assert (asked.fields, asked.said) == ((), (NOT_YOURS,))


def test_a_rep_who_left_the_team_is_out_of_reach_at_once(monday: House) -> None:
    with monday.database.write() as tx:
        tx.people.put([replace(ANA, team_id=TeamId("west"))], [])
    monday.act(MIA, "agenda.share", value=ABOUT)
    assert whispered(monday) == [NOT_YOURS.key]
    assert shared(monday) == []


def test_the_form_offers_the_skills_with_figures_and_the_clips(monday: House) -> None:
    asked = form(monday, MIA, "agenda.edit")
    by_name = {f.name: f for f in asked.fields}
    assert [c.value for c in by_name["first"].choices] == ["-", NEXT_STEPS, QUESTIONING]
    assert by_name["first"].chosen == (NEXT_STEPS,)
    assert by_name["second"].chosen == (QUESTIONING,)
    assert by_name["third"].chosen == ("-",)
    assert len(by_name["hidden"].choices) == len(shown_clips(monday))


def shown_clips(house: House) -> list[tuple[str, int]]:
    with house.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, WEEK)
    assert agenda is not None
    ana = next(r for r in agenda.reps if r.rep_id == ANA.id)
    return [(clip.call_id, clip.turn_index) for f in ana.focus for clip in f.clips]


def test_the_order_is_the_managers_and_a_planned_skill_keeps_its_reason(monday: House) -> None:
    edit(monday, first=[QUESTIONING], second=[NEXT_STEPS])
    focus = shown(monday).focus
    assert [f.skill_id for f in focus] == [QUESTIONING, NEXT_STEPS]
    assert focus[0].why.values["reason"] == phrase("focus-comes-up", seen=4, calls=4)


def test_a_skill_without_enough_calls_cannot_be_chosen(monday: House) -> None:
    edit(monday, first=[OBJECTIONS])
    assert shown(monday).focus == ()


def test_a_note_reaches_the_rep_with_what_is_shared(monday: House) -> None:
    edit(monday, first=[NEXT_STEPS], note=["Let us listen to the second one."])
    assert shown(monday).note == "Let us listen to the second one."
    monday.act(MIA, "agenda.share", value=ABOUT)
    assert shared(monday)[-1].rep.note == "Let us listen to the second one."


def test_what_is_changed_after_sharing_is_changed_for_the_rep_too(monday: House) -> None:
    monday.act(MIA, "agenda.share", value=ABOUT)
    edit(monday, first=[QUESTIONING])
    assert [f.skill_id for f in shared(monday)[-1].rep.focus] == [QUESTIONING]


def test_a_hidden_clip_is_shown_to_nobody(monday: House) -> None:
    call_id, turn = shown_clips(monday)[0]
    edit(monday, first=[NEXT_STEPS], hidden=[f"{call_id}:{turn}"])
    monday.act(MIA, "agenda.share", value=ABOUT)
    for part in (shown(monday), shared(monday)[-1].rep):
        assert (call_id, turn) not in [
            (c.call_id, c.turn_index) for f in part.focus for c in f.clips
        ]


def test_a_hidden_clip_can_be_shown_again(monday: House) -> None:
    call_id, turn = shown_clips(monday)[0]
    edit(monday, first=[NEXT_STEPS], hidden=[f"{call_id}:{turn}"])
    edit(monday, first=[NEXT_STEPS])
    assert (call_id, turn) in [
        (c.call_id, c.turn_index) for f in shown(monday).focus for c in f.clips
    ]


def test_a_wrong_clip_stays_hidden_whatever_is_edited(monday: House) -> None:
    call_id, turn = shown_clips(monday)[0]
    monday.act(MIA, "agenda.wrong", value={**ABOUT, "clip": f"{call_id}:{turn}"})
    edit(monday, first=[NEXT_STEPS])
    assert (call_id, turn) not in [
        (c.call_id, c.turn_index) for f in shown(monday).focus for c in f.clips
    ]
    with monday.database.read() as tx:
        assert tx.agendas.edits(MIA.id, WEEK)[ANA.id].wrong == ((call_id, turn),)


@pytest.mark.parametrize("clip", ["", "m0", "m0:", "m0:x", "nowhere:1", "m0:99"])
def test_a_clip_that_is_not_there_cannot_be_called_wrong(monday: House, clip: str) -> None:
    monday.act(MIA, "agenda.wrong", value={**ABOUT, "clip": clip})
    assert whispered(monday) == [NOT_YOURS.key]


def test_a_snoozed_part_comes_back_when_asked_and_pressing_twice_changes_nothing(
    monday: House,
) -> None:
    states = []
    for to in ("", "", "back", "back"):
        monday.act(MIA, "agenda.snooze", value={**ABOUT, "to": to})
        state = shown(monday).state
        assert state is not None
        states.append(state.snoozed)
    assert states == [True, True, False, False]


# ── the 1:1 ─────────────────────────────────────────────────────────────────────────────


def agree(house: House, behaviour: str = "next_steps/dated_step", note: str = "") -> None:
    fields = {"behaviour": (behaviour,)} | ({"note": (note,)} if note else {})
    house.act(MIA, "agenda.done", value=ABOUT, fields=fields)


def test_the_form_proposes_what_fell_short_most_often_first(monday: House) -> None:
    asked = form(monday, MIA, "agenda.done")
    behaviour = asked.fields[0]
    assert behaviour.choices[0].value == "next_steps/dated_step"
    assert behaviour.chosen == ("next_steps/dated_step",)
    assert behaviour.choices[-1].value == "-"


def test_what_was_agreed_on_is_kept_and_told_to_the_rep(monday: House) -> None:
    agree(monday, note="On the Brookes call")
    with monday.database.read() as tx:
        (made,) = tx.commitments.of_rep(ANA.id)
    assert (made.criterion_id, made.title, made.note) == (
        "dated_step", "dated_step", "On the Brookes call",
    )  # fmt: skip
    state = shared(monday)[-1].rep.state
    assert state is not None
    assert state.agreed == "dated_step (On the Brookes call)"
    assert shown(monday).state == state


def test_a_note_that_ends_in_a_stop_ends_no_sentence_of_ours(monday: House) -> None:
    agree(monday, note="On the Brookes call.")
    with monday.database.read() as tx:
        state = tx.agendas.edits(MIA.id, WEEK)[ANA.id].state
        (made,) = tx.commitments.of_rep(ANA.id)
    assert state.agreed == "dated_step (On the Brookes call)"
    assert made.note == "On the Brookes call."


def test_nothing_agreed_on_is_an_outcome_too(monday: House) -> None:
    agree(monday, "-")
    state = shown(monday).state
    assert state is not None
    assert (state.done_at, state.agreed) == (monday.clock, "")
    with monday.database.read() as tx:
        assert tx.commitments.of_rep(ANA.id) == []


@pytest.mark.parametrize("behaviour", ["", "objections/objection_answered", "x/y", "next_steps/x"])
def test_only_a_behaviour_that_was_offered_can_be_agreed_on(monday: House, behaviour: str) -> None:
    agree(monday, behaviour)
    assert whispered(monday) == [NOT_YOURS.key]
    with monday.database.read() as tx:
        assert tx.commitments.of_rep(ANA.id) == []


def test_noted_again_in_the_same_week_it_replaces_what_was_agreed_on(monday: House) -> None:
    agree(monday)
    agree(monday, note="Every call")
    with monday.database.read() as tx:
        running = [c.note for c in tx.commitments.of_rep(ANA.id) if c.ended_at is None]
    assert running == ["Every call"]


def test_the_next_agenda_opens_with_whether_it_happened(monday: House) -> None:
    agree(monday)
    for n in range(3):
        monday.put_ready(f"later{n}", talk(4, 4), days_ago=-0.1 - n)
    monday.clock = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    monday.work(Queue.SCORE)
    plan_agendas(monday.services)
    with monday.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, "2026-W49")
    assert agenda is not None
    proof = next(r for r in agenda.reps if r.rep_id == ANA.id).proof
    assert proof is not None
    assert (proof.taken, proof.seen, proof.verdict) == (3, 3, Verdict.STICKING)
    assert (proof.before_taken, proof.before_seen) == (0, 3)
    assert [clip.call_id for clip in proof.clips] == ["later2"]


def test_a_button_of_another_week_changes_that_week_alone(monday: House) -> None:
    monday.act(MIA, "agenda.share", value={"week": "2026-W40", "rep": ANA.id})
    assert whispered(monday) == [NOT_YOURS.key]


def test_one_act_delivered_twice_is_done_once(monday: House) -> None:
    monday.act(MIA, "agenda.snooze", value=ABOUT)
    key = next(key for key in monday.actions if monday.actions[key].name == "agenda.snooze")
    with monday.database.write() as tx:
        assert tx.deliveries.add_new([Delivery("slack", key, "act", monday.clock, b"{}")]) == 0


def test_the_team_of_a_manager_who_moved_is_out_of_reach(monday: House) -> None:
    with monday.database.write() as tx:
        tx.people.put([], [Team(EAST, "East", OTTO.id)])
    monday.act(MIA, "agenda.done", value=ABOUT, fields={"behaviour": ("-",)})
    assert whispered(monday) == [NOT_YOURS.key]


# ── what stays true later ───────────────────────────────────────────────────────────────


def test_a_wrong_clip_is_in_no_later_agenda(monday: House) -> None:
    call_id, turn = shown_clips(monday)[0]
    monday.act(MIA, "agenda.wrong", value={**ABOUT, "clip": f"{call_id}:{turn}"})
    monday.clock = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    plan_agendas(monday.services)
    with monday.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, "2026-W49")
    assert agenda is not None
    clips = [c for r in agenda.reps for f in r.focus for c in f.clips]
    assert clips
    assert (call_id, turn) not in [(c.call_id, c.turn_index) for c in clips]


def test_the_form_opened_again_holds_what_was_noted(monday: House) -> None:
    agree(monday, "questioning/open_questions", note="Twice")
    asked = form(monday, MIA, "agenda.done")
    assert [f.chosen for f in asked.fields] == [("questioning/open_questions",), ("Twice",)]


def test_another_note_keeps_the_chances_that_were_counted(monday: House) -> None:
    agree(monday, note="Typo")
    monday.go_on(days=3)
    agree(monday, note="Mended")
    with monday.database.read() as tx:
        (made,) = tx.commitments.of_rep(ANA.id)
    assert (made.note, made.agreed_at) == ("Mended", monday.clock - timedelta(days=3))


def test_a_ruling_after_the_1_1_leaves_the_week_opening_with_what_was_agreed_before(
    monday: House,
) -> None:
    agree(monday)
    for n in range(3):
        monday.put_ready(f"later{n}", talk(4, 4), days_ago=-0.1 - n)
    monday.clock = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    monday.work(Queue.SCORE)
    plan_agendas(monday.services)
    monday.act(MIA, "agenda.done", value={"week": "2026-W49", "rep": ANA.id},
               fields={"behaviour": ("questioning/open_questions",)})  # fmt: skip
    with monday.database.write() as tx:
        replan(MIA, ANA, tx, monday.services)
    with monday.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, "2026-W49")
    assert agenda is not None
    proof = next(r for r in agenda.reps if r.rep_id == ANA.id).proof
    assert proof is not None
    assert (proof.commitment.criterion_id, proof.taken, proof.seen) == ("dated_step", 3, 3)


def test_a_number_that_no_turn_has_names_no_moment(monday: House) -> None:
    monday.act(MIA, "agenda.wrong", value={**ABOUT, "clip": "m0:" + "9" * 5000})
    assert whispered(monday) == [NOT_YOURS.key]


def test_a_call_deleted_while_an_agenda_is_planned_is_not_kept_in_it(house: House) -> None:
    for n in range(4):
        house.put_ready(f"m{n}", talk(1, 4), days_ago=3.0 + n)
    house.work(Queue.SCORE, Queue.DELIVER)
    house.clock = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    house.acts["agenda.planned"] = lambda: delete_call(CallId("m0"), house.services)
    plan_agendas(house.services)
    with house.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, WEEK)
    assert agenda is not None
    assert "m0" not in agenda.cited


def test_one_unknown_time_zone_keeps_no_other_manager_waiting(house: House) -> None:
    with house.database.write() as tx:
        tx.people.put([replace(OTTO, time_zone="Mars/Olympus")], [])
    house.clock = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert plan_agendas(house.services) == 2


class PowerCut(BaseException):
    """What no handler catches."""


def test_a_worker_killed_in_an_act_leaves_nothing_of_it_and_its_successor_does_it_once(
    monday: House,
) -> None:
    def cut() -> None:
        raise PowerCut

    monday.acts["act.before_commit"] = cut
    with pytest.raises(PowerCut):
        monday.act(MIA, "agenda.share", value=ABOUT)
    with monday.database.read() as tx:
        assert tx.agendas.edits(MIA.id, WEEK) == {}
    monday.go_on(minutes=10)
    monday.work(Queue.INGEST, Queue.DELIVER)
    assert len(shared(monday)) == 1

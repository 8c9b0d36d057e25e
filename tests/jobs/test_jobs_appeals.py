"""A rep contests a level, the manager of this moment decides, and all that rests on it follows."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from domain.actions import Action
from domain.agendas import Agenda
from domain.appeals import Appeal, AppealState
from domain.calls import CallId, CallState, Transcript
from domain.clips import Clip
from domain.deals import DealRef
from domain.effects import EffectKind, EffectState, Queue
from domain.notices import AppealMovedNotice, AppealNotice, RulingNotice
from domain.people import Person, Team
from domain.phrases import Phrase
from domain.ports import Stores
from domain.rubrics import CriterionId, Rubric, RubricLibrary
from domain.scores import NotScoredBecause, Scorecard
from domain.skills import MoveCause
from domain.webhooks import Delivery
from jobs.appeal_news import move_appeals
from jobs.corrections import delete_call, rescore_call
from jobs.plan_agendas import plan_agenda
from scoring.scorecard import summary_of
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import (
    ANA,
    BEN,
    EAST,
    MIA,
    NEXT_STEPS,
    NOW,
    OTTO,
    RINA,
    RUBRIC,
    House,
    fetched,
    news,
    talk,
)  # fmt: skip

CALL, STEP = CallId("m1"), CriterionId("dated_step")
_keys = itertools.count(1)


@pytest.fixture
def scored(new_house: NewHouse) -> House:
    """A house in which Ana's call was scored 1 of 4 twice, and nobody said anything yet."""
    house = new_house()
    house.put_ready(CALL, talk(1), days_ago=1)
    house.work(Queue.SCORE, Queue.DELIVER)
    return house


def acts(house: House, who: Person, name: str, **given: str) -> str | None:
    """Somebody acts; returns the key of what they are told. Fields begin with ``f_``."""
    key = f"act{next(_keys)}"
    house.actions[key] = Action(
        id=key, by=who.slack_user_id or "", name=name, channel="D1",
        value={k: v for k, v in given.items() if not k.startswith("f_")},
        fields={k[2:]: (v,) for k, v in given.items() if k.startswith("f_")},
    )  # fmt: skip
    before = len(house.messenger.whispered)
    house.database.keep_deliveries([Delivery("slack", key, "act", house.clock, b"{}")])
    house.work(Queue.INGEST)
    told = house.messenger.whispered[before:]
    return told[0][2].key if told else None


def asks(house: House, who: Person, name: str, **about: str) -> tuple[Phrase, int]:
    """Somebody opens a form: its title and how many fields it has."""
    key = f"form{next(_keys)}"
    house.actions[key] = Action(
        id=key, by=who.slack_user_id or "", name=name, value=about, form_id=key, channel="D1"
    )
    house.database.keep_deliveries([Delivery("slack", key, "act", house.clock, b"{}")])
    house.work(Queue.INGEST)
    form = house.messenger.forms[-1][2]
    return form.title, len(form.fields)


def contests(house: House, who: Person = ANA, reason: str = "Thursday was agreed.") -> str | None:
    return acts(house, who, "appeal.open", call=CALL, criterion=STEP, f_reason=reason)


def decides(house: House, level: str = "4", who: Person = MIA, why: str = "You did.") -> str | None:
    appeal = the_appeal(house)
    return acts(house, who, "appeal.decide", appeal=appeal.id, f_level=level, f_reason=why)


def read(house: House, what: Callable[[Stores], object]) -> object:
    with house.database.read() as tx:
        return what(tx)


def the_appeal(house: House) -> Appeal:
    with house.database.read() as tx:
        (appeal,) = tx.appeals.list()
    return appeal


def appeals(house: House) -> list[Appeal]:
    """All there are, an open one last."""
    with house.database.read() as tx:
        return sorted(tx.appeals.list(), key=lambda a: a.open)


def card(house: House) -> Scorecard:
    with house.database.read() as tx:
        found = tx.scorecards.latest(CALL)
    assert found is not None
    return found


def level_of(house: House) -> int | None:
    score = card(house).of(STEP)
    assert score is not None
    return score.level


def audit(house: House, subject: str) -> list[tuple[str, str, bool]]:
    with house.database.read() as tx:
        return [(who, what, ok) for _, who, what, ok in tx.audit.about(subject)]


# ── opening ─────────────────────────────────────────────────────────────────────────────


def test_one_tap_asks_the_rep_for_a_reason(scored: House) -> None:
    title, fields = asks(scored, ANA, "appeal.open", call=CALL, criterion=STEP)
    assert (title.key, fields) == ("appeal-title", 1)


def test_the_manager_is_shown_what_is_contested_and_the_rep_is_told(scored: House) -> None:
    assert contests(scored) == "appeal-sent"
    scored.work(Queue.DELIVER)
    _, to, notice = scored.messenger.sent[-1]
    assert to.id == MIA.id
    assert isinstance(notice, AppealNotice)
    assert notice.case.appeal.reason == "Thursday was agreed."
    assert notice.case.appeal.grader_level == 1
    assert notice.case.score.evidence


def test_a_criterion_is_contested_once(scored: House) -> None:
    contests(scored)
    assert contests(scored, reason="Again.") == "act-done-before"
    assert the_appeal(scored).reason == "Thursday was agreed."


def test_nothing_is_sent_without_a_reason(scored: House) -> None:
    assert contests(scored, reason="  ") == "appeal-needs-reason"
    assert read(scored, lambda tx: tx.appeals.list()) == []


@pytest.mark.parametrize("who", [BEN, MIA, RINA])
def test_nobody_contests_a_call_of_another_and_the_try_is_noted(scored: House, who: Person) -> None:
    assert contests(scored, who) == "act-not-yours"
    assert read(scored, lambda tx: tx.appeals.list()) == []
    assert audit(scored, f"call:{CALL}") == [(who.id, "appeal.open", False)]


def test_a_call_that_is_not_there_gets_the_same_answer_as_another_s(scored: House) -> None:
    told = acts(scored, BEN, "appeal.open", call="none", criterion=STEP, f_reason="x")
    assert told == contests(scored, BEN) == "act-not-yours"


def test_a_rep_takes_an_open_appeal_back_and_may_open_it_again(scored: House) -> None:
    contests(scored)
    _, fields = asks(scored, ANA, "appeal.open", call=CALL, criterion=STEP)
    assert fields == 1
    told = acts(scored, ANA, "appeal.withdraw", appeal=the_appeal(scored).id)
    assert told == "appeal-withdrawn-said"
    assert the_appeal(scored).state is AppealState.WITHDRAWN
    assert contests(scored, reason="Anew.") == "appeal-sent"
    assert [(a.state, a.reason) for a in appeals(scored)] == [
        (AppealState.WITHDRAWN, "Thursday was agreed."),
        (AppealState.OPEN, "Anew."),
    ]


def test_one_that_is_opened_again_is_a_message_of_its_own(scored: House) -> None:
    contests(scored)
    scored.work(Queue.DELIVER)
    acts(scored, ANA, "appeal.withdraw", appeal=the_appeal(scored).id)
    contests(scored, reason="Anew.")
    scored.work(Queue.DELIVER)
    told = [n.case.appeal for _, _, n in scored.messenger.sent if isinstance(n, AppealNotice)]
    edited = [n.case.appeal for _, _, n in scored.messenger.edited if isinstance(n, AppealNotice)]
    assert [a.reason for a in told] == ["Thursday was agreed.", "Anew."]
    assert {a.state for a in edited} == {AppealState.WITHDRAWN}


def test_what_was_decided_under_another_rubric_stays_on_record(scored: House) -> None:
    contests(scored)
    decides(scored, "keep")
    other = replace(RUBRIC, name="other")
    scored.services = scored.services_with(
        rubrics=RubricLibrary((RUBRIC, other)), new_id=lambda: "anew"
    )
    with scored.database.write() as tx:
        tx.scorecards.put(replace(card(scored), rubric_name="other"))
    assert contests(scored, reason="Anew.") == "appeal-sent"
    assert [(a.rubric_name, a.state) for a in appeals(scored)] == [
        (RUBRIC.name, AppealState.KEPT),
        ("other", AppealState.OPEN),
    ]


def test_only_the_rep_takes_it_back(scored: House) -> None:
    contests(scored)
    assert acts(scored, MIA, "appeal.withdraw", appeal=the_appeal(scored).id) == "act-not-yours"
    assert the_appeal(scored).open


# ── deciding ────────────────────────────────────────────────────────────────────────────


def test_a_changed_level_replaces_the_grader_s_and_both_are_kept(scored: House) -> None:
    contests(scored)
    before = card(scored)
    assert decides(scored) == "appeal-changed-said"
    score = card(scored).of(STEP)
    assert score is not None
    assert score.ruling is not None
    assert (score.level, score.ruling.grader_level, score.ruling.by) == (4, 1, MIA.id)
    assert score.as_graded == before.of(STEP)
    assert score.evidence == score.as_graded.evidence


def test_overall_and_summary_follow(scored: House) -> None:
    contests(scored)
    decides(scored)
    assert card(scored).overall == 62.5  # (100 + 25) / 2
    call = scored.call(CALL)
    assert card(scored).summary == summary_of(RUBRIC, call.call_type, card(scored).criteria)


def test_the_profile_follows_and_the_move_says_why(scored: House) -> None:
    before = scored.profile()[ANA.id, NEXT_STEPS][0]
    contests(scored)
    decides(scored)
    assert scored.profile()[ANA.id, NEXT_STEPS][0] > before
    moves = read(scored, lambda tx: tx.profiles.moves(ANA.id, NEXT_STEPS))
    assert [m.cause for m in moves] == [MoveCause.CALL, MoveCause.RULING]  # type: ignore[attr-defined]


def test_no_occasion_takes_the_criterion_out(scored: House) -> None:
    contests(scored)
    decides(scored, "none")
    score = card(scored).of(STEP)
    assert score is not None
    assert (score.level, score.not_scored) == (None, NotScoredBecause.NO_OCCASION)
    assert (ANA.id, NEXT_STEPS) not in scored.profile()


@pytest.mark.parametrize("choice", ["keep", "1"])
def test_what_is_kept_changes_nothing(scored: House, choice: str) -> None:
    contests(scored)
    before = card(scored)
    assert decides(scored, choice) == "appeal-kept-said"
    assert card(scored) == before
    assert the_appeal(scored).state is AppealState.KEPT


def test_the_rep_is_told_what_was_decided_by_whom_and_why(scored: House) -> None:
    contests(scored)
    decides(scored)
    scored.work(Queue.DELIVER)
    told = [(to.id, n) for _, to, n in scored.messenger.sent if isinstance(n, RulingNotice)]
    ((to, notice),) = told
    assert to == ANA.id
    assert (notice.case.appeal.level, notice.case.appeal.answer) == (4, "You did.")
    assert notice.case.decided_by == MIA


def test_the_manager_s_message_and_the_rep_s_score_are_edited_in_place(scored: House) -> None:
    contests(scored)
    scored.work(Queue.DELIVER)
    decides(scored)
    scored.work(Queue.DELIVER)
    edited = [type(n).__name__ for _, _, n in scored.messenger.edited]
    assert "AppealNotice" in edited
    assert "CallScoredNotice" in edited


def test_the_deal_is_brought_up_to_date(scored: House) -> None:
    with scored.database.write() as tx:
        tx.calls.link(CALL, deal=DealRef("salesforce", "d1"), reason="")
    contests(scored)
    decides(scored)
    assert [e.effect.key for e in scored.effects(EffectKind.CRM_DEAL)] == ["crm:deal:salesforce:d1"]


def test_this_week_s_agenda_is_brought_up_to_date(scored: House) -> None:
    plan_agenda(MIA, (NOW - timedelta(days=NOW.weekday())).date(), scored.services)
    scored.work(Queue.DELIVER)
    (sent,) = scored.effects(EffectKind.SLACK_AGENDA)
    assert sent.state is EffectState.SENT
    contests(scored)
    decides(scored)
    (again,) = scored.effects(EffectKind.SLACK_AGENDA)
    assert again.state is EffectState.PENDING


def test_a_planned_agenda_names_no_level_that_was_overturned(scored: House) -> None:
    for n in (2, 3):
        scored.put_ready(f"m{n}", talk(1), days_ago=n)
    scored.work(Queue.SCORE)
    plan_agenda(MIA, (NOW - timedelta(days=NOW.weekday())).date(), scored.services)
    with scored.database.read() as tx:
        planned = tx.agendas.get(MIA.id, "2026-W48")
    assert planned is not None
    clip = next(c for c in clips_of(planned) if c.call_id == CALL)
    acts(scored, ANA, "appeal.open", call=CALL, criterion=clip.criterion_id or "", f_reason="So.")
    decides(scored)
    scored.work(Queue.DELIVER)
    (agenda,) = [n for _, _, n in scored.messenger.sent if isinstance(n, Agenda)]
    of_it = [c for c in clips_of(agenda) if c.criterion_id == clip.criterion_id]
    assert (clip.level, [c.level for c in of_it if c.call_id == CALL and c.level == 1]) == (1, [])


def clips_of(agenda: Agenda) -> list[Clip]:
    return [clip for rep in agenda.reps for focus in rep.focus for clip in focus.clips]


@pytest.mark.parametrize("who", [ANA, BEN, OTTO, RINA])
def test_nobody_but_the_manager_decides(scored: House, who: Person) -> None:
    contests(scored)
    assert decides(scored, who=who) == "act-not-yours"
    assert level_of(scored) == 1
    assert audit(scored, f"appeal:{the_appeal(scored).id}")[0] == (who.id, "appeal.decide", False)


def test_a_manager_who_is_their_own_rep_decides_nothing(scored: House) -> None:
    contests(scored)
    scored.change(teams=[Team(EAST, "East", ANA.id)])
    assert decides(scored, who=ANA) == "act-not-yours"


def test_it_is_decided_once(scored: House) -> None:
    contests(scored)
    decides(scored, "3")
    assert decides(scored, "0") == "act-done-before"
    assert level_of(scored) == 3


@pytest.mark.parametrize(("level", "why"), [("", "x"), ("9", "x"), ("4", " ")])
def test_a_decision_needs_a_level_and_a_reason(scored: House, level: str, why: str) -> None:
    contests(scored)
    assert decides(scored, level, why=why) == "appeal-needs-both"
    assert the_appeal(scored).open


def test_what_was_decided_is_not_contested_again(scored: House) -> None:
    contests(scored)
    decides(scored, "keep")
    assert contests(scored) == "act-done-before"


# ── a change of manager ─────────────────────────────────────────────────────────────────


def test_a_change_of_manager_moves_it_within_a_round_of_the_clock(scored: House) -> None:
    contests(scored)
    scored.work(Queue.DELIVER)
    scored.change(teams=[Team(EAST, "East", OTTO.id)])
    assert move_appeals(scored.services) == 1
    scored.work(Queue.DELIVER)
    assert scored.messenger.sent[-1][1].id == OTTO.id
    (left,) = [(to.id, n) for _, to, n in scored.messenger.edited if to.id == MIA.id]
    assert left[1] == AppealMovedNotice()
    assert move_appeals(scored.services) == 0


def test_a_button_on_an_old_message_of_who_was_the_manager_does_nothing(scored: House) -> None:
    contests(scored)
    scored.change(teams=[Team(EAST, "East", OTTO.id)])
    title, fields = asks(scored, MIA, "appeal.decide", appeal=the_appeal(scored).id)
    assert (title.key, fields) == ("form-gone-title", 0)
    assert decides(scored, who=MIA) == "act-not-yours"
    assert decides(scored, who=OTTO) == "appeal-changed-said"


# ── what comes later ────────────────────────────────────────────────────────────────────


def rescored(house: House) -> None:
    rescore_call(CALL, house.services)
    house.work(Queue.SCORE)


def test_scoring_the_same_words_again_keeps_the_person_s_level(scored: House) -> None:
    contests(scored)
    decides(scored)
    rescored(scored)
    assert card(scored).call_version == 2
    score = card(scored).of(STEP)
    assert score is not None
    assert score.ruling is not None
    assert (score.level, score.ruling.grader_level, card(scored).overall) == (4, 1, 62.5)


def test_another_version_of_the_rubric_keeps_it_while_it_has_the_criterion(scored: House) -> None:
    contests(scored)
    decides(scored)
    second = replace(RUBRIC, version=2)
    scored.services = scored.services_with(rubrics=RubricLibrary((RUBRIC, second)))
    rescored(scored)
    assert (card(scored).rubric_version, level_of(scored)) == (2, 4)


def test_a_rubric_without_the_criterion_has_no_use_for_it(scored: House) -> None:
    contests(scored)
    decides(scored)
    third: Rubric = replace(RUBRIC, version=3, criteria=RUBRIC.criteria[1:])
    scored.services = scored.services_with(rubrics=RubricLibrary((RUBRIC, third)))
    rescored(scored)
    assert card(scored).of(STEP) is None


def test_a_revised_transcript_drops_it_and_the_rep_is_told(new_house: NewHouse) -> None:
    house = new_house()
    call = house.scored("m1")
    acts(house, ANA, "appeal.open", call=call.id, criterion=STEP, f_reason="x")
    decides(house)
    house.provider.behind["m1"] = fetched(talk(3))
    house.hand_in("revised", news("m1", transcript=True))
    house.work(Queue.INGEST, Queue.SCORE, Queue.DELIVER)
    assert the_appeal(house).state is AppealState.DROPPED
    with house.database.read() as tx:
        found = tx.scorecards.latest(call.id)
    assert found is not None
    assert [c.ruling for c in found.criteria] == [None, None, None]
    rulings = [n for _, to, n in house.messenger.sent if isinstance(n, RulingNotice)]
    assert rulings[-1].case.appeal.state is AppealState.DROPPED


@pytest.mark.parametrize("words", [talk(3), Transcript(talk(3).turns[:1], language="en")])
def test_who_is_told_that_it_was_dropped_waits_for_no_new_score(
    new_house: NewHouse, words: Transcript
) -> None:
    house = new_house()
    call = house.scored("m1")
    acts(house, ANA, "appeal.open", call=call.id, criterion=STEP, f_reason="x")
    house.work(Queue.DELIVER)
    house.provider.behind["m1"] = fetched(words)
    house.hand_in("revised", news("m1", transcript=True))
    house.work(Queue.INGEST, Queue.DELIVER)
    (told,) = [n.case for _, _, n in house.messenger.sent if isinstance(n, RulingNotice)]
    (edited,) = [n.case for _, _, n in house.messenger.edited if isinstance(n, AppealNotice)]
    assert told == edited
    assert (told.appeal.state, told.score.evidence) == (AppealState.DROPPED, ())
    assert told.criterion == next(c for c in RUBRIC.criteria if c.id == STEP)


def test_it_is_told_too_where_no_rubric_has_the_criterion_any_more(new_house: NewHouse) -> None:
    house = new_house()
    call = house.scored("m1")
    acts(house, ANA, "appeal.open", call=call.id, criterion=STEP, f_reason="x")
    decides(house)
    house.work(Queue.DELIVER)
    house.provider.behind["m1"] = fetched(talk(3))
    house.hand_in("revised", news("m1", transcript=True))
    fewer = replace(RUBRIC, version=2, criteria=RUBRIC.criteria[1:])
    house.services = house.services_with(rubrics=RubricLibrary((fewer,)))
    house.work(Queue.INGEST, Queue.SCORE, Queue.DELIVER)
    (told,) = [n.case for _, _, n in house.messenger.edited if isinstance(n, RulingNotice)]
    assert (told.appeal.state, told.criterion.title) == (AppealState.DROPPED, STEP)


def test_deleting_the_call_forgets_what_was_written_about_it(scored: House) -> None:
    contests(scored)
    body = b'{"value": {"call": "m1"}, "fields": {"reason": ["A secret."]}}'
    scored.actions["kept"] = Action(id="kept", by="UANA", name="appeal.open")
    scored.database.keep_deliveries([Delivery("slack", "kept", "act", scored.clock, body)])
    scored.work(Queue.INGEST)
    delete_call(CALL, scored.services)
    assert read(scored, lambda tx: tx.appeals.list()) == []
    bodies = read(scored, lambda tx: [d.delivery.body for d in tx.deliveries.list()])
    assert not any(b"secret" in each for each in bodies)  # type: ignore[attr-defined]
    assert scored.call(CALL).state is CallState.DELETED


# ── many at once ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[House]:
    house = House.at(postgres_url)
    house.put_ready(CALL, talk(1), days_ago=1)
    house.work(Queue.SCORE)
    yield house
    house.database.dispose()


@contextmanager
def while_held(house: House, *acting: Callable[[], object]) -> Iterator[Stores]:
    """What is done inside is done before ``acting``, who begin meanwhile and have to wait."""
    at_work = [threading.Thread(target=act) for act in acting]
    with house.database.write() as tx:
        call = tx.calls.get(CALL)
        assert call is not None
        tx.calls.by_ref(call.provider, call.provider_ref)
        for each in at_work:
            each.start()
        time.sleep(0.5)
        assert any(each.is_alive() for each in at_work)
        yield tx
    for each in at_work:
        each.join()


@pytest.mark.slow
def test_what_is_withdrawn_meanwhile_is_not_decided(on_postgres: House) -> None:
    contests(on_postgres)
    with while_held(on_postgres, lambda: decides(on_postgres)) as tx:
        (opened,) = tx.appeals.list()
        tx.appeals.put(replace(opened, state=AppealState.WITHDRAWN))
    assert the_appeal(on_postgres).state is AppealState.WITHDRAWN
    assert level_of(on_postgres) == 1


@pytest.mark.slow
def test_what_is_decided_meanwhile_is_not_withdrawn(on_postgres: House) -> None:
    contests(on_postgres)
    appeal_id = the_appeal(on_postgres).id
    withdraws = partial(acts, on_postgres, ANA, "appeal.withdraw", appeal=appeal_id)
    with while_held(on_postgres, withdraws) as tx:
        (opened,) = tx.appeals.list()
        tx.appeals.put(replace(opened, state=AppealState.KEPT))
    assert the_appeal(on_postgres).state is AppealState.KEPT


@pytest.mark.slow
def test_a_decision_is_about_the_scorecard_that_came_meanwhile(on_postgres: House) -> None:
    contests(on_postgres)
    with while_held(on_postgres, lambda: decides(on_postgres)) as tx:
        now = card(on_postgres)
        tx.scorecards.put(replace(now, call_version=2))
    assert (card(on_postgres).call_version, level_of(on_postgres)) == (2, 4)


@pytest.mark.slow
def test_two_presses_at_once_contest_it_once(on_postgres: House) -> None:
    with while_held(on_postgres, *[lambda: contests(on_postgres)] * 2):
        pass
    assert the_appeal(on_postgres).open


@pytest.mark.slow
def test_a_decision_made_while_it_moves_to_another_manager_stays(on_postgres: House) -> None:
    contests(on_postgres)
    on_postgres.change(teams=[Team(EAST, "East", OTTO.id)])
    with while_held(on_postgres, lambda: move_appeals(on_postgres.services)) as tx:
        (opened,) = tx.appeals.list()
        tx.appeals.put(replace(opened, state=AppealState.KEPT))
    assert the_appeal(on_postgres).state is AppealState.KEPT

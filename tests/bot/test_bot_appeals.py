"""Messages about appeals: what each side reads, and that no words can do harm in them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from bot.blocks import Message, size
from bot.views import render
from domain.appeals import Appeal, AppealId, AppealState
from domain.notices import AppealCase, AppealMovedNotice, AppealNotice, Notice, RulingNotice
from domain.scores import Ruling
from tests.bot.bot_samples import (
    ANA,
    CALL,
    LINKS,
    MIA,
    NOW,
    RUBRIC,
    SCORES,
    call_scored,
    reader,
    scored,
)
from tests.bot.hostile import ATTACKS, addresses, hostile_text, poisoned, texts

CRITERION = RUBRIC.criteria[0]
APPEAL = Appeal(
    id=AppealId("a1"), call_id=CALL.id, call_version=1, criterion_id=CRITERION.id,
    rubric_name=RUBRIC.name, rubric_version=1, rep_id=ANA.id, opened_at=NOW,
    reason="Thursday was agreed at the end.", grader_level=1,
)  # fmt: skip
PEOPLE = [MIA, replace(MIA, language="de")]


def case(state: AppealState = AppealState.OPEN, **more: Any) -> AppealCase:
    appeal = replace(APPEAL, state=state, **more)
    score = replace(scored(CRITERION.id, 1, "Shall we say Thursday?", 0), reason="No date.")
    return AppealCase(appeal, ANA, CALL, CRITERION, score, MIA)


CHANGED = case(AppealState.CHANGED, level=3, answer="I heard the date.", decided_by=MIA.id)
KEPT = case(AppealState.KEPT, level=1, answer="The buyer did not agree.", decided_by=MIA.id)
NO_OCCASION = replace(CHANGED, appeal=replace(CHANGED.appeal, level=None))
CASES = (case(), CHANGED, KEPT, NO_OCCASION, case(AppealState.WITHDRAWN), case(AppealState.DROPPED))
NOTICES: tuple[Notice, ...] = (
    *map(AppealNotice, CASES),
    *map(RulingNotice, CASES),
    AppealMovedNotice(),
)


def shown(message: Message) -> str:
    return "\n".join(t["text"] for b in message.blocks for t in texts(b))


def buttons(message: Message) -> list[dict[str, Any]]:
    return [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]


@pytest.mark.parametrize("person", PEOPLE, ids=["en", "de"])
@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: type(n).__name__)
def test_every_message_fits_and_is_said_in_both_languages(notice: Notice, person: Any) -> None:
    message = render(notice, reader(person))
    assert size(message.blocks).fits
    assert message.text
    assert "{" not in shown(message)


@settings(max_examples=25, deadline=None)
@given(hostile_text)
def test_no_words_can_ping_mention_or_link(text: str) -> None:
    for notice in NOTICES:
        hostile = poisoned(notice, text)
        message = render(hostile, reader())
        assert all(a.startswith(LINKS.base_url + "/") for a in addresses(message))
        assert size(message.blocks).fits
        assert all(len(t["text"]) <= 3000 for b in message.blocks for t in texts(b))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_written_in_an_appeal_is_shown_literally(attack: str) -> None:
    for one in (case(AppealState.KEPT, reason=attack, answer=attack, decided_by=MIA.id), CHANGED):
        hostile = replace(one, appeal=replace(one.appeal, reason=attack, answer=attack))
        for notice in (AppealNotice(hostile), RulingNotice(hostile)):
            found = addresses(render(notice, reader()))
            assert all(a.startswith(LINKS.base_url + "/") for a in found)


def test_the_manager_reads_reason_level_quote_and_what_levels_mean() -> None:
    said = shown(render(AppealNotice(case()), reader()))
    for part in ("Thursday was agreed", "1 of 4", "Shall we say Thursday?", CRITERION.anchors[3]):
        assert part in said


def test_only_an_open_appeal_can_be_decided() -> None:
    for one in CASES:
        found = buttons(render(AppealNotice(one), reader()))
        assert len(found) == one.appeal.open
    (button,) = buttons(render(AppealNotice(case()), reader()))
    assert button["action_id"] == "appeal.decide:form"
    assert json.loads(button["value"]) == {"appeal": "a1"}


def test_who_was_the_manager_reads_no_word_of_it() -> None:
    said = shown(render(AppealMovedNotice(), reader()))
    assert "Thursday" not in said
    assert ANA.name not in said


def test_a_dropped_appeal_shows_no_quote_of_words_that_were_replaced() -> None:
    assert "Shall we say" not in shown(render(AppealNotice(case(AppealState.DROPPED)), reader()))


def test_the_rep_reads_both_levels_who_and_why() -> None:
    said = shown(render(RulingNotice(CHANGED), reader(ANA)))
    for part in ("1 of 4", "3 of 4", MIA.name, "I heard the date."):
        assert part in said


def test_every_shown_behaviour_of_a_score_can_be_contested_and_any_other_too() -> None:
    found = buttons(render(call_scored(), reader(ANA)))
    about = [json.loads(b["value"]) for b in found if b["action_id"] == "appeal.open:form"]
    assert len([a for a in about if "criterion" in a]) >= 2
    assert [a for a in about if "criterion" not in a] == [{"call": CALL.id}]


def test_a_level_that_a_person_gave_says_so_and_what_it_was() -> None:
    ruling = Ruling(by=MIA.id, at=NOW, why="x", grader_level=0, grader_not_scored=None)
    ruled = tuple(replace(each, ruling=ruling) for each in SCORES if each.level is not None)
    said = shown(render(call_scored(60.0, ruled), reader(ANA)))
    assert "Given by your manager" in said
    assert "0 of 4" in said

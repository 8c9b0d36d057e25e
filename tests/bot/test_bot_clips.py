"""Shared moments in Slack: who may press what, within Slack's limits, whatever the words are."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from bot.blocks import Block, Message, size
from bot.text import TEXT_CHARS
from bot.views import render
from bot.views.clips import ask_button, library_button, offer_button, peer_lines
from domain.calls import CallId
from domain.library import ClipState, SharedClip, SharedClipId, ShownMoment
from domain.notices import ClipNotice, LibraryNotice, Notice
from domain.people import Person, TeamId
from domain.rubrics import CriterionId, SkillId
from tests.bot.bot_samples import ANA, LINKS, MIA, NOW, clip, reader
from tests.bot.hostile import addresses, hostile_text, poisoned, spec, texts

GERMAN = replace(ANA, language="de")
RECORDER = "https://us06web.zoom.us/rec/share/aa11"
SHARED = SharedClip(
    id=SharedClipId("c-17.88.next_step"), rep_id=ANA.id, team_id=TeamId("east"),
    skill_id=SkillId("next_steps"), clip=replace(clip(), level=None, note=""),
    state=ClipState.IN_LIBRARY, at=NOW, consent_at=NOW, chosen_by=MIA.id, title="Names the day",
)  # fmt: skip
MOMENT = ShownMoment(
    shared=SHARED, rep_name=ANA.name, skill_name="Next steps", recorder_url=RECORDER
)


def to_rep(state: ClipState) -> ClipNotice:
    seen = None if state in (ClipState.DECLINED, ClipState.WITHDRAWN) else MOMENT
    return ClipNotice(
        state=state, to_rep=True, moment=seen, clip_id=SHARED.id, manager_name=MIA.name,
        title=SHARED.title,
    )  # fmt: skip


def to_manager(state: ClipState) -> ClipNotice:
    return replace(to_rep(state), to_rep=False)


LIBRARY = LibraryNotice(
    moments=(MOMENT,) * 60, own=(MOMENT,) * 3, waiting=(MOMENT,) * 3, skill_name="Next steps",
    text="tuesday",
)  # fmt: skip
NOTICES: tuple[Notice, ...] = (
    *(to_rep(state) for state in ClipState),
    *(to_manager(s) for s in (ClipState.OFFERED, ClipState.IN_LIBRARY, ClipState.LEFT)),
    ClipNotice(state=None, to_rep=True),
    ClipNotice(state=None, to_rep=False),
    LIBRARY,
    LibraryNotice(moments=(), own=(), waiting=()),
    LibraryNotice(moments=(), own=(), waiting=(), text="x"),
)


def shown(message: Message) -> str:
    return "\n".join(
        t["text"]
        for b in message.blocks
        for t in texts(b)
        if "text" in t and isinstance(t["text"], str)
    )


def pressed(message: Message) -> list[str]:
    """The acts that a message offers."""
    rows = [b["elements"] for b in message.blocks if b["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row]


def validate(block: Block) -> None:
    schema = spec("slack-blockkit.schema.json")
    name = f"{block['type'].capitalize()}Block"
    jsonschema.Draft202012Validator({**schema["$defs"][name], "$defs": schema["$defs"]}).validate(
        block
    )


@pytest.mark.parametrize("person", [ANA, MIA, GERMAN], ids=["rep", "manager", "german"])
def test_every_message_is_valid_and_within_the_limits(person: Person) -> None:
    for notice in NOTICES:
        message = render(notice, reader(person))
        assert size(message.blocks).fits
        assert 0 < len(message.text) <= TEXT_CHARS
        for block in message.blocks:
            validate(block)


@pytest.mark.parametrize(
    ("notice", "acts"),
    [
        (to_rep(ClipState.ASKED), ["clip.agree", "clip.decline"]),
        (to_rep(ClipState.OFFERED), ["clip.withdraw"]),
        (to_rep(ClipState.IN_LIBRARY), ["clip.withdraw"]),
        (to_rep(ClipState.LEFT), ["clip.withdraw"]),
        (to_rep(ClipState.DECLINED), []),
        (to_rep(ClipState.WITHDRAWN), []),
        (to_manager(ClipState.OFFERED), ["clip.choose:form", "clip.leave"]),
        (to_manager(ClipState.IN_LIBRARY), ["clip.choose:form", "clip.leave"]),
        (to_manager(ClipState.LEFT), ["clip.choose:form"]),
        (ClipNotice(state=None, to_rep=False), []),
    ],
)
def test_a_message_offers_what_can_follow_and_no_more(notice: ClipNotice, acts: list[str]) -> None:
    assert pressed(render(notice, reader())) == acts


def test_the_rep_reads_who_will_see_it_before_they_say_yes() -> None:
    said = shown(render(to_rep(ClipState.ASKED), reader(ANA)))
    assert MIA.name in said
    assert "both answers are fine" in said
    assert "nobody outside the team" in said
    offer: Any = offer_button(CallId("c-17"), 88, CriterionId("next_step"), reader(ANA))
    assert "take it back at any time" in offer["confirm"]["text"]["text"]
    assert "…" not in offer["confirm"]["text"]["text"]


def test_what_was_taken_back_leaves_no_word_behind() -> None:
    for notice in (to_rep(ClipState.WITHDRAWN), to_rep(ClipState.DECLINED)):
        message = render(notice, reader(ANA))
        assert SHARED.clip.quote not in shown(message) + message.text
        assert SHARED.title not in shown(message) + message.text


def test_a_moment_without_words_is_gone_whatever_its_state() -> None:
    for state in (ClipState.ASKED, ClipState.OFFERED, ClipState.IN_LIBRARY, ClipState.LEFT):
        message = render(replace(to_rep(state), moment=None), reader(ANA))
        assert pressed(message) == []
        assert "not there any more" in shown(message)


def test_the_call_is_a_link_only_for_whom_it_opens() -> None:
    for opens in (True, False):
        notice = replace(LIBRARY, moments=(replace(MOMENT, opens_call=opens),), own=(), waiting=())
        calls = [a for a in addresses(render(notice, reader())) if "/calls/" in a]
        assert bool(calls) is opens
        assert all("t=1834" in a for a in calls)


def test_the_recording_is_linked_beside_it_with_the_second_to_go_to() -> None:
    said = shown(render(LIBRARY, reader()))
    assert f"<{RECORDER}|Recording, go to 30:34>" in said


def test_no_score_stands_in_the_library() -> None:
    poisoned_level = replace(MOMENT, shared=replace(SHARED, clip=clip(level=4)))
    said = shown(render(replace(LIBRARY, moments=(poisoned_level,)), reader()))
    assert "of 4" not in said
    assert "Already strong" not in said


def test_a_moment_without_a_title_goes_by_its_rep_and_skill() -> None:
    untitled = replace(MOMENT, shared=replace(SHARED, title=""))
    said = shown(render(replace(LIBRARY, moments=(untitled,), own=(), waiting=()), reader()))
    assert f"*{ANA.name}* · Next steps" in said


def test_a_long_library_keeps_its_end() -> None:
    message = render(LIBRARY, reader())
    assert pressed(message)[-1] == "clip.find:form"
    assert any(a.startswith(f"{LINKS.base_url}/clips?k=") for a in addresses(message))


def test_a_teammates_moment_names_them_and_quotes_them() -> None:
    lead, quote, where = peer_lines(MOMENT, reader())
    assert ANA.name in lead
    assert "Names the day" in lead
    assert SHARED.clip.quote in quote
    assert RECORDER in where


def test_buttons_hold_ids_alone() -> None:
    about = json.loads(ask_button(CallId("c-17"), 88, CriterionId("next_step"), reader())["value"])
    assert about == {"call": "c-17", "turn": "88", "criterion": "next_step"}
    assert json.loads(library_button(reader(), "next_steps")["value"]) == {"skill": "next_steps"}


@settings(max_examples=40, deadline=None)
@given(hostile_text)
def test_hostile_titles_and_quotes_can_ping_mention_or_link_nowhere(text: str) -> None:
    for notice in (*NOTICES, replace(LIBRARY, text=text, skill_name=text)):
        message = render(poisoned(notice, text), reader())
        assert size(message.blocks).fits
        allowed = LINKS.base_url + "/", RECORDER
        assert all(a.startswith(allowed) for a in addresses(message))
        assert "<" not in message.text

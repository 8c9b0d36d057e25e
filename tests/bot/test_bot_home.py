"""Homes and digests: valid, within limits, in both languages, and never a bare number."""

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from bot.blocks import Message, size
from bot.views import render
from bot.views.forms import form_view
from domain.attention import Preferences
from domain.homes import Home, RepHome
from domain.notices import Digest, Notice
from domain.people import Person, Role
from domain.phrases import LANGUAGES
from domain.skills import MoveCause, Tier
from jobs.home_acts import settings_form
from tests.bot.bot_samples import ANA, MIA, proficiency, reader
from tests.bot.home_samples import COMPANY, HOMES, REP, digest, home_skill, manager_home
from tests.bot.hostile import addresses, hostile_text, poisoned, spec, texts

GERMAN = replace(ANA, language="de")
DIGESTS: tuple[Digest, ...] = (digest(), digest(60), replace(digest(), fell_back=()))
EVERYTHING: tuple[Notice, ...] = (*HOMES, *DIGESTS)


@functools.cache
def validator(name: str) -> Any:
    schema = spec("slack-blockkit.schema.json")
    return jsonschema.Draft202012Validator({**schema["$defs"][name], "$defs": schema["$defs"]})


def validate(message: Message) -> None:
    for block in message.blocks:
        validator(f"{block['type'].capitalize()}Block").validate(block)


def said(message: Message) -> str:
    return "\n".join(text["text"] for block in message.blocks for text in texts(block))


def shown(notice: Notice, person: Person = ANA) -> str:
    return said(render(notice, reader(person)))


def buttons(message: Message) -> Iterator[Any]:
    for block in message.blocks:
        yield from block.get("elements", ()) if block["type"] == "actions" else ()
        yield from [block["accessory"]] if "accessory" in block else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", EVERYTHING, ids=lambda n: type(getattr(n, "part", n)).__name__)
def test_every_home_and_digest_is_valid_block_kit(notice: Notice, language: str) -> None:
    message = render(notice, reader(replace(ANA, language=language)))
    validate(message)
    limit = 100 if isinstance(notice, Home) else 50
    assert 1 <= len(message.blocks) <= limit
    assert message.text


@pytest.mark.parametrize("notice", DIGESTS)
def test_a_digest_fits_in_one_message(notice: Digest) -> None:
    assert size(render(notice, reader()).blocks).fits


@pytest.mark.parametrize("notice", EVERYTHING)
def test_no_line_is_cut_off(notice: Notice) -> None:
    assert not any(line == "…" for line in shown(notice).splitlines())


def test_every_level_of_a_skill_stands_with_its_range_and_count() -> None:
    for line in shown(Home(part=REP, preferences=Preferences())).splitlines():
        if re.search(r"\b(72|48|61)\b", line) and "of 100" not in line:
            assert re.search(r"± \d+", line)
            assert re.search(r"from \d+ calls", line)


def test_too_few_calls_are_said_instead_of_a_figure() -> None:
    (line,) = [line for line in shown(HOMES[0]).splitlines() if "Listening" in line]
    assert "70" not in line
    assert "too few calls" in line


def test_the_parts_of_a_move_that_are_shown_add_up() -> None:
    text = shown(HOMES[0])
    before, after = re.search(r"(\d+\.\d) → (\d+\.\d)", text).groups()  # type: ignore[union-attr]
    parts = re.findall(r"• ([+−]?\d+\.\d) ", text)
    moved = sum(float(part.replace("−", "-")) for part in parts)
    assert round(moved, 1) == round(float(after) - float(before), 1)


def test_a_part_of_nought_is_left_out() -> None:
    (move,) = REP.moves
    with_nought = replace(move, parts=(*move.parts, (MoveCause.RULING, 0, 1)))
    text = shown(Home(part=replace(REP, moves=(with_nought,)), preferences=Preferences()))
    assert "appeal" not in text
    assert "from new company figures or rules" in text


def test_a_level_beside_a_tier_that_it_has_left_gets_a_word() -> None:
    lagging = replace(home_skill(), proficiency=proficiency(level=56.0, tier=Tier.NEEDS_WORK))
    said_of = {
        lags: shown(Home(part=RepHome(skills=(skill,)), preferences=Preferences()))
        for lags, skill in ((True, lagging), (False, home_skill()))
    }
    assert {k: "A tier moves only when it is sure." in text for k, text in said_of.items()} == {
        True: True,
        False: False,
    }


def test_a_managers_home_ends_with_the_page_and_the_clips_and_lists_no_clip() -> None:
    message = render(HOMES[2], reader(MIA))
    names = [button["action_id"] for button in buttons(message)]
    assert "agenda.wrong" not in names
    assert message.blocks[1]["type"] != "actions"
    assert names.index("link.team") + 1 == names.index("clip.library")
    assert names.index("clip.library") < names.index("home.preferences:form")


def test_a_new_rep_is_told_what_will_come_and_sees_no_empty_headings() -> None:
    message = render(HOMES[1], reader())
    headings = [b["text"]["text"] for b in message.blocks if b["type"] == "header"]
    assert headings == ["Your skills", "When Reploop writes to you"]
    assert "After your first scored calls" in said(message)


def test_nobody_has_nothing_to_set() -> None:
    assert list(buttons(render(HOMES[-1], reader()))) == []


def test_a_large_team_leaves_room_for_the_settings() -> None:
    message = render(Home(part=manager_home(500), preferences=Preferences()), reader(MIA))
    names = [button["action_id"] for button in buttons(message)]
    assert "home.preferences:form" in names
    assert "452 more reps" in said(message)


def test_who_snoozes_can_end_it_and_sees_until_when() -> None:
    message = render(HOMES[2], reader(MIA))
    values = [b["value"] for b in buttons(message) if b["action_id"] == "home.snooze"]
    assert [json.loads(value) for value in values] == [{"until": "off"}]
    assert "Snoozed until 26 Nov, 08:00" in said(message)


def test_an_appeal_is_decided_from_the_home() -> None:
    found = [b for b in buttons(render(HOMES[2], reader(MIA))) if "appeal" in b["action_id"]]
    assert [json.loads(button["value"]) for button in found] == [
        {"appeal": "ap0"},
        {"appeal": "ap1"},
    ]
    assert {button["action_id"] for button in found} == {"appeal.decide:form"}


def test_what_became_of_each_1_1_is_shown() -> None:
    text = shown(HOMES[2], MIA)
    assert "1:1 done" in text
    assert "not this week" in text


def test_the_companys_home_names_nobody() -> None:
    text = shown(Home(part=COMPANY, preferences=Preferences()), MIA)
    assert "31 of 48 (53–75%)" in text
    assert not any(name in text for name in ("Ana", "Mia", "Rep0"))


def test_a_digest_says_each_message_in_a_sentence_with_a_link_and_a_button() -> None:
    message = render(digest(), reader())
    values = [json.loads(b["value"]) for b in buttons(message) if b["action_id"] == "digest.show"]
    assert [value["key"] for value in values] == [line.key for line in digest().lines]
    links = addresses(message)
    assert any("/calls/c-17?" in url for url in links)
    assert any("/reps/ana?" in url for url in links)


def test_a_digest_that_is_too_long_says_how_much_more_there_is() -> None:
    message = render(digest(60), reader())
    lines = sum(b["action_id"] == "digest.show" for b in buttons(message))
    assert lines < 60
    assert f"{60 - lines} more are on" in said(message)


def test_a_kind_that_fell_back_can_be_had_by_itself_again() -> None:
    (keep,) = [b for b in buttons(render(digest(), reader())) if b["action_id"] == "digest.keep"]
    assert json.loads(keep["value"]) == {"kind": "slack.tier_change"}


def test_german_readers_are_spoken_to_in_german() -> None:
    text = shown(HOMES[0], GERMAN)
    assert "Deine Fähigkeiten" in text
    assert "72 ± 9 aus 9 Gesprächen" in text
    assert "Your" not in text


@settings(max_examples=60, deadline=None)
@given(text=hostile_text)
@pytest.mark.parametrize("notice", [HOMES[0], HOMES[2], digest()], ids=["rep", "manager", "digest"])
def test_hostile_words_stay_words(notice: Notice, text: str) -> None:
    message = render(poisoned(notice, text), reader())
    validate(message)
    assert all(url.startswith("https://app.reploop.example/") for url in addresses(message))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", list(Role))
def test_the_form_of_settings_is_a_valid_modal(role: Role, language: str) -> None:
    person = replace(ANA, role=role, language=language)
    view = form_view(settings_form(person, Preferences(weekly_cap=7)), "f1", reader(person))
    validator("ModalView").validate(view)
    inputs = {block["block_id"]: block["element"] for block in view["blocks"][1:]}
    assert inputs["quiet_from"]["initial_option"]["value"] == "18"
    assert inputs["cap"]["initial_option"]["value"] == "7"
    assert "in_digest" in inputs  # everybody gets something that can wait

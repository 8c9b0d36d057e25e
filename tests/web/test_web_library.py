"""The page of the clip library: whose moments stand on it, and how hostile words do."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coaching.library import withdrawn
from domain.calls import CallId
from domain.clips import Clip
from domain.library import ClipState, SharedClip, moment_id
from domain.people import PersonId, TeamId
from domain.rubrics import SkillId
from tests.web.conftest import ASKS, DISCOVERY, NOW, TEXT_OF_REP
from tests.web.test_web_pages import HOSTILE, Outline

if TYPE_CHECKING:
    from tests.web.conftest import Office

pytestmark = pytest.mark.slow  # `make check` has to stay quick

QUOTE = "What does that cost you?"


def shared(call_id: str = "c-1", **more: Any) -> SharedClip:
    clip = Clip(
        call_id=CallId(call_id), call_title="as it was called", call_at=NOW, turn_index=1,
        start_s=1.0, speaker="Ana", quote=QUOTE, criterion_id=ASKS, level=3, note="Asked well.",
    )  # fmt: skip
    known = SharedClip(
        id=moment_id(clip.call_id, 1, ASKS), rep_id=PersonId("ana"), team_id=TeamId("east"),
        skill_id=DISCOVERY, clip=clip, state=ClipState.IN_LIBRARY, at=NOW, consent_at=NOW,
        title="Asks what it costs",
    )  # fmt: skip
    return replace(known, **more)


def share(office: "Office", *moments: SharedClip) -> None:
    with office.store.write() as tx:
        for moment in moments or (shared(),):
            tx.library.put(moment)


@pytest.fixture
def library(office: "Office") -> "Office":
    """Ana shares one moment of her call."""
    office.call("c-1", "ana", recording_url="https://rec.test/r")
    share(office)
    return office


def page(office: "Office", name: str, path: str = "/clips") -> Outline:
    answer = office.get(name, path)
    assert answer.status_code == 200
    return Outline(answer.text)


def links(outline: Outline) -> list[str | None]:
    return [a["href"] for a in outline.all("a")]


def test_the_team_and_its_manager_read_title_quote_and_call(library: "Office") -> None:
    for name in ("ana", "ben", "mia"):
        said = page(library, name).words
        assert all(each in said for each in (QUOTE, "Asks what it costs", "Call c-1", "1:00"))


def test_no_level_and_no_word_about_the_rep_stands_there(library: "Office") -> None:
    text = library.get("ben", "/clips").text
    assert "Asked well." not in text
    assert "of 100" not in text


@pytest.mark.parametrize("name", ["cy", "omar", "rae", "ada"])
def test_nobody_else_reads_a_word(library: "Office", name: str) -> None:
    said = page(library, name).words
    assert QUOTE not in said
    assert "Asks what it costs" not in said


@pytest.mark.parametrize("name", ["rae", "ada"])
def test_who_sees_only_numbers_sees_how_many_there_are(library: "Office", name: str) -> None:
    assert "East Discovery 1" in page(library, name).words


@pytest.mark.parametrize("name", [None, "dee", "nobody"])
def test_a_stranger_and_somebody_who_left_are_asked_to_sign_in(
    library: "Office", name: str | None
) -> None:
    assert library.get(name, "/clips").status_code == 401


def test_a_teammate_gets_the_recording_and_no_link_into_the_call(library: "Office") -> None:
    teammate, manager = links(page(library, "ben")), links(page(library, "mia"))
    assert "/calls/c-1#turn-1" not in teammate
    assert "/calls/c-1#turn-1" in manager
    assert "https://rec.test/r?t=60" in teammate
    assert library.get("ben", "/calls/c-1").status_code == 404


def test_moments_are_chosen_by_skill_and_words(library: "Office") -> None:
    assert QUOTE in page(library, "ben", "/clips?skill=discovery&q=COSTS+ana").words
    for path in ("/clips?skill=closing", "/clips?q=price", "/clips?q=costs&skill=closing"):
        said = page(library, "ben", path).words
        assert QUOTE not in said
        assert "Nothing in the library fits that" in said


def test_an_empty_library_says_how_moments_come_into_it(office: "Office") -> None:
    assert "once a rep shares one" in page(office, "ben").words


def test_what_was_taken_back_is_gone_with_the_next_look(library: "Office") -> None:
    gone = withdrawn(shared(), NOW)
    assert gone is not None
    share(library, gone)
    for name in ("ana", "ben", "mia"):
        assert QUOTE not in page(library, name).words


def test_offers_are_the_managers_alone(office: "Office") -> None:
    office.call("c-1", "ana")
    share(office, shared(state=ClipState.OFFERED))
    assert QUOTE in page(office, "mia").words
    assert QUOTE in page(office, "ana").words
    assert QUOTE not in page(office, "ben").words


def test_every_look_is_noted_about_the_rep_but_not_their_own(library: "Office") -> None:
    page(library, "ben")
    page(library, "ana")
    assert ("ben", "read_clips", True) in library.audit("rep:ana")
    assert "ana" not in {who for who, _, _ in library.audit("rep:ana")}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_quotes_and_searches_stand_there_as_text(
    office: "Office", text: str
) -> None:
    office.call("c-1", "ana", title=text)
    with office.store.write() as tx:
        known = tx.calls.transcript(CallId("c-1"))
        assert known is not None
        turns = (known.turns[0], replace(known.turns[1], text=f"{TEXT_OF_REP} {text}"))
        tx.calls.put_transcript(CallId("c-1"), replace(known, turns=turns))
    moment = shared(title=text)
    share(office, replace(moment, clip=replace(moment.clip, quote=text)))
    outline = Outline(office.get("ben", "/clips", params={"q": text}).text)
    assert not outline.all("script")
    assert not outline.all("img")
    assert " ".join(text.split()) in outline.words
    assert [i["value"] for i in outline.all("input") if i["name"] == "q"] == [text]


def test_the_search_is_a_form_that_the_browser_may_send(library: "Office") -> None:
    answer = library.get("ben", "/clips")
    (form,) = Outline(answer.text).all("form")
    assert (form["action"], form["method"]) == ("/clips", "get")
    assert "form-action 'self'" in answer.headers["content-security-policy"]


def test_a_skill_that_is_not_configured_chooses_nothing(library: "Office") -> None:
    share(library, shared("c-1", skill_id=SkillId("retired")))
    assert QUOTE in page(library, "ben", "/clips?skill=<script>").words


def test_the_call_page_leads_into_the_recording_at_each_quote(office: "Office") -> None:
    office.call("c-1", "ana", recording_url="https://rec.test/r")
    found = links(page(office, "ana", "/calls/c-1"))
    assert "https://rec.test/r?t=0" in found
    assert "https://rec.test/r?t=60" in found


def test_who_sees_numbers_only_is_not_led_into_the_recording(office: "Office") -> None:
    office.call("c-1", "ana", recording_url="https://rec.test/r")
    assert "rec.test" not in office.get("rae", "/calls/c-1").text


def test_a_call_without_a_recording_says_nothing_of_one(office: "Office") -> None:
    office.call("c-1", "ana")
    assert "Recording" not in page(office, "ana", "/calls/c-1").words

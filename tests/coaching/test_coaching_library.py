"""A shared moment is seen only while the rep's consent stands, whatever people press."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.library import (
    agreed,
    asked,
    chosen,
    consented,
    declined,
    in_library,
    left,
    libraries_of,
    matches,
    may_curate,
    offered,
    stands,
    withdrawn,
)
from domain.calls import CallId, Transcript, Turn
from domain.clips import Clip
from domain.library import ClipState, SharedClip, ShownMoment, moment_id
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.rubrics import CriterionId, SkillId

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
EAST, WEST = TeamId("east"), TeamId("west")


def person(name: str, role: Role, team: TeamId | None = None) -> Person:
    return Person(
        id=PersonId(name), name=name.capitalize(), email=f"{name}@a.test", role=role, team_id=team
    )


ANA, BEN = person("ana", Role.REP, EAST), person("ben", Role.REP, EAST)
WIM = person("wim", Role.REP, WEST)
MIA, OTTO = person("mia", Role.MANAGER, EAST), person("otto", Role.MANAGER, WEST)
RINA, ADA = person("rina", Role.REVOPS), person("ada", Role.ADMIN)
COMPANY = Organisation(
    (ANA, BEN, WIM, MIA, OTTO, RINA, ADA),
    (Team(EAST, "East", MIA.id), Team(WEST, "West", OTTO.id)),
)
CLIP = Clip(
    call_id=CallId("c1"), call_title="Acme", call_at=NOW, turn_index=0, start_s=0.0,
    speaker="Ana", quote="What does waiting cost you?", criterion_id=CriterionId("cost"), level=4,
)  # fmt: skip
FRESH = SharedClip(
    id=moment_id(CLIP.call_id, 0, CriterionId("cost")), rep_id=ANA.id, team_id=EAST,
    skill_id=SkillId("discovery"), clip=CLIP, state=ClipState.ASKED, at=NOW,
)  # fmt: skip


def with_people(*people: Person, teams: tuple[Team, ...] = COMPANY.teams) -> Organisation:
    changed = {p.id: p for p in people}
    return Organisation(tuple(changed.get(p.id, p) for p in COMPANY.people), teams)


def shared(state: ClipState = ClipState.IN_LIBRARY) -> SharedClip:
    consent = NOW if state in (ClipState.OFFERED, ClipState.IN_LIBRARY, ClipState.LEFT) else None
    return replace(FRESH, state=state, consent_at=consent, title="Asks what waiting costs")


STEPS = ("offer", "ask", "agree", "decline", "choose", "leave", "withdraw")
YES, NO = {"offer", "agree"}, {"decline", "withdraw"}


def step(name: str, known: SharedClip | None, at: datetime) -> SharedClip | None:
    if name == "offer":
        return offered(replace(FRESH, at=at), known)
    if name == "ask":
        return asked(replace(FRESH, at=at), known)
    if known is None:
        return None
    if name == "choose":
        return chosen(known, MIA.id, "A title", at)
    return {"agree": agreed, "decline": declined, "leave": left, "withdraw": withdrawn}[name](
        known, at
    )


@given(st.lists(st.sampled_from(STEPS), max_size=14))
def test_on_no_path_is_a_moment_seen_without_standing_consent(path: list[str]) -> None:
    known: SharedClip | None = None
    says_yes = False
    for number, name in enumerate(path):
        taken = step(name, known, NOW + timedelta(minutes=number))
        if taken is None:
            continue
        known = taken
        says_yes = (says_yes or name in YES) and name not in NO
        assert (known.consent_at is not None) == says_yes
        assert says_yes or not in_library(known, COMPANY)
        assert says_yes or not consented(known, COMPANY)


@given(st.lists(st.sampled_from(STEPS), max_size=14))
def test_a_rep_who_agreed_can_always_take_it_back(path: list[str]) -> None:
    known: SharedClip | None = None
    for number, name in enumerate(path):
        known = step(name, known, NOW + timedelta(minutes=number)) or known
    if known is not None and known.consent_at is not None:
        gone = withdrawn(known, NOW)
        assert gone is not None
        assert not in_library(gone, COMPANY)


@pytest.mark.parametrize("no", [ClipState.DECLINED, ClipState.WITHDRAWN])
def test_who_said_no_is_not_asked_again_but_may_offer_it(no: ClipState) -> None:
    assert asked(FRESH, shared(no)) is None
    assert asked(replace(FRESH, team_id=WEST), shared(no)) is None
    again = offered(FRESH, shared(no))
    assert again is not None
    assert again.state is ClipState.OFFERED


def test_a_moment_needs_a_title_to_enter_the_library() -> None:
    assert chosen(shared(ClipState.OFFERED), MIA.id, "  \n ", NOW) is None


@pytest.mark.parametrize(
    "change",
    [
        with_people(replace(ANA, team_id=WEST)),
        with_people(replace(ANA, team_id=None)),
        with_people(replace(ANA, active=False)),
        Organisation((BEN, MIA), COMPANY.teams),
    ],
    ids=["another team", "no team", "left", "unknown"],
)
def test_who_leaves_the_team_takes_their_moments_out_of_its_library(change: Organisation) -> None:
    assert in_library(shared(), COMPANY)
    assert not in_library(shared(), change)
    assert not may_curate(MIA, shared(), change) or not consented(shared(), change)


def test_a_rep_in_a_new_team_offers_a_moment_anew() -> None:
    moved = offered(replace(FRESH, team_id=WEST), shared())
    assert moved is not None
    assert (moved.team_id, moved.state, moved.title) == (WEST, ClipState.OFFERED, "")


@pytest.mark.parametrize(
    ("viewer", "sees"),
    [(ANA, (EAST,)), (BEN, (EAST,)), (MIA, (EAST,)), (WIM, (WEST,)), (OTTO, (WEST,)),
     (RINA, ()), (ADA, ()), (replace(BEN, id=PersonId("guest")), ())],
    ids=lambda each: getattr(each, "id", str(each)),
)  # fmt: skip
def test_a_library_is_seen_by_the_team_and_its_manager_alone(
    viewer: Person, sees: tuple[TeamId, ...]
) -> None:
    assert libraries_of(viewer, COMPANY) == sees


def test_a_former_manager_sees_and_chooses_nothing() -> None:
    later = with_people(teams=(Team(EAST, "East", OTTO.id), Team(WEST, "West", OTTO.id)))
    assert libraries_of(MIA, later) == ()
    assert not may_curate(MIA, shared(), later)
    assert may_curate(OTTO, shared(), later)


def test_rights_are_those_of_now_not_those_the_viewer_came_with() -> None:
    gone = with_people(replace(BEN, active=False))
    assert libraries_of(BEN, gone) == ()


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("And what does  WAITING cost you? Tell me.", True),
        ("What does it cost you?", False),
        ("", False),
    ],
)
def test_a_revised_transcript_may_not_hold_the_moment_any_more(text: str, *, holds: bool) -> None:
    transcript = Transcript((Turn(0, "Ana", 0.0, 5.0, text),))
    assert stands(CLIP, transcript) is holds


def test_a_shortened_quote_stands_while_its_beginning_does() -> None:
    cut = replace(CLIP, quote="What does waiting…")
    assert stands(cut, Transcript((Turn(0, "Ana", 0.0, 5.0, "What does waiting cost you?"),)))
    assert not stands(replace(cut, quote="…"), Transcript((Turn(0, "Ana", 0.0, 5.0, "What"),)))
    assert not stands(replace(cut, turn_index=7), Transcript(()))


@pytest.mark.parametrize(
    ("text", "found"),
    [("waiting", True), ("ANA cost", True), ("discovery asks", True), ("", True), ("price", False)],
)
def test_every_word_searched_for_must_be_there(text: str, *, found: bool) -> None:
    moment = ShownMoment(shared=shared(), rep_name="Ana Lee", skill_name="Discovery")
    assert matches(moment, text) is found

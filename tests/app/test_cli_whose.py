"""Who is taken for the rep in a file, and when nobody is."""

import pytest
import typer

from app.cli.whose import find_rep
from domain.calls import NotScorable, Side, Transcript, Turn
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId

NOBODY = Organisation((), ())


def call(*speakers: str) -> Transcript:
    return Transcript(
        tuple(
            Turn(i, who, 5.0 * i, 5.0 * i + 4, "so how is it going")
            for i, who in enumerate(speakers)
        )
    )


def person(key: str, name: str, role: Role, *aliases: str) -> Person:
    return Person(
        id=PersonId(key),
        name=name,
        email=f"{key}@acme.test",
        role=role,
        team_id=TeamId("east"),
        aliases=aliases,
    )


COMPANY = Organisation(
    (
        person("ana", "Ana Lee", Role.REP, "Analee"),
        person("mia", "Mia Sand", Role.MANAGER),
        person("ben", "Ben Oak", Role.REP),
    ),
    (Team(TeamId("east"), "East", PersonId("mia")),),
)


def sides(transcript: Transcript) -> dict[str, Side]:
    return {turn.speaker: turn.side for turn in transcript.turns}


@pytest.mark.parametrize("given", ["Ana Lee", "ana lee", "  ANA   LEE ", "Lee, Ana", "Ána Lée"])
def test_case_spaces_accents_and_order_of_a_label_do_not_matter(given: str) -> None:
    found = find_rep(call("Ana Lee", "Sam Cole"), [given], NOBODY)
    assert sides(found.sided.transcript) == {"Ana Lee": Side.REP, "Sam Cole": Side.BUYER}
    assert found.by == "given"


def test_a_label_that_stands_there_exactly_is_preferred_to_one_like_it() -> None:
    found = find_rep(call("Alex (Acme)", "Alex (Buyer)"), ["Alex (Buyer)"], NOBODY)
    assert found.sided.rep_speakers == ("Alex (Buyer)",)
    assert found.look_alikes == ("Alex (Acme)",)


def test_one_rep_may_speak_under_several_labels() -> None:
    labels = call("Ana Lee", "Ana's iPhone", "Sam Cole")
    found = find_rep(labels, ["Ana Lee", "Ana's iPhone"], NOBODY)
    assert sides(found.sided.transcript) == {
        "Ana Lee": Side.REP,
        "Ana's iPhone": Side.REP,
        "Sam Cole": Side.BUYER,
    }


def test_labels_that_differ_in_case_alone_are_one_person() -> None:
    found = find_rep(call("Ana Lee", "ANA LEE", "Sam Cole"), ["Ana Lee"], NOBODY)
    assert found.sided.rep_speakers == ("Ana Lee", "ANA LEE")


@pytest.mark.parametrize(
    "label",
    ["Ana (rep)", "Sales rep", "Agent", "AGENT", "Ana Lee [Sales Rep]", "Account executive"],
)
def test_a_label_that_says_so_is_the_rep(label: str) -> None:
    found = find_rep(call("Customer", label), [], NOBODY)
    assert (found.sided.rep_speakers, found.by) == ((label,), "label")


@pytest.mark.parametrize(
    "speakers",
    [("Ana Lee", "Sam Cole"), ("Agent", "Sales rep"), ("Agentina Repetto", "Sam"), ("Ana",)],
)
def test_nobody_is_guessed_and_the_speakers_are_listed(speakers: tuple[str, ...]) -> None:
    with pytest.raises(typer.BadParameter) as raised:
        find_rep(call(*speakers), [], NOBODY)
    assert all(f"“{name}”" in raised.value.message for name in speakers)
    assert raised.value.param_hint == "--rep"


def test_a_known_rep_is_found_and_a_colleague_is_no_buyer() -> None:
    found = find_rep(call("Ana Lee", "Mia Sand", "Sam Cole"), [], COMPANY)
    assert sides(found.sided.transcript) == {
        "Ana Lee": Side.REP,
        "Mia Sand": Side.UNKNOWN,
        "Sam Cole": Side.BUYER,
    }
    assert (found.sided.rep_id, found.by) == ("ana", "name")


@pytest.mark.parametrize("given", ["ana@acme.test", "ANA@acme.test", "Analee"])
def test_a_known_rep_may_be_named_by_address_or_alias(given: str) -> None:
    found = find_rep(call("Ana Lee", "Sam Cole"), [given], COMPANY)
    assert found.sided.rep_speakers == ("Ana Lee",)


def test_who_does_not_speak_is_not_taken_for_somebody_else() -> None:
    with pytest.raises(typer.BadParameter, match="nobody speaks as “Bob”"):
        find_rep(call("Ana Lee", "Sam Cole"), ["Bob"], COMPANY)


def test_a_known_rep_who_is_not_on_the_call_is_not_taken_either() -> None:
    with pytest.raises(typer.BadParameter, match=r"nobody speaks as “ben@acme\.test”"):
        find_rep(call("Ana Lee", "Sam Cole"), ["ben@acme.test"], COMPANY)


def test_a_file_without_names_is_told_apart_by_nobody() -> None:
    found = find_rep(call("", ""), ["Ana Lee"], NOBODY)
    assert found.sided.not_scorable is NotScorable.NO_SPEAKERS
    assert found.sided.rep_speakers == ()


def test_many_speakers_are_listed_in_part() -> None:
    with pytest.raises(typer.BadParameter, match="“P11” and 8 more"):
        find_rep(call(*(f"P{n}" for n in range(20))), [], NOBODY)

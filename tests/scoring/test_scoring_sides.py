"""Whose words are whose, and when nobody can say."""

import pytest

from domain.calls import NotScorable, Participant, RepReason, Side, Transcript, Turn
from domain.people import Organisation, Person, PersonId, Role
from scoring.sides import Sided, assign_sides

REP, BUYER, UNKNOWN = Side.REP, Side.BUYER, Side.UNKNOWN


def person(name: str, role: Role = Role.REP, *aliases: str) -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=PersonId(first), name=name, email=f"{first}@ours.example", role=role, aliases=aliases
    )


ANA = person("Ana Lee", Role.REP, "A-Team Ana")
BEN = person("Ben Ode")
MIA = person("Mia Roth", Role.MANAGER)
JOSE = person("José García")
OURS = Organisation((ANA, BEN, MIA, JOSE), ())


def talk(*pairs: tuple[str, str]) -> Transcript:
    return Transcript(
        tuple(Turn(i, who, float(i), i + 1.0, say) for i, (who, say) in enumerate(pairs))
    )


def sides(
    *labels: str,
    joined: tuple[Participant, ...] = (),
    host: str | None = None,
    given: str | None = None,
    people: Organisation = OURS,
) -> Sided:
    transcript = talk(*((label, "some words") for label in labels))
    return assign_sides(transcript, joined, people, host_email=host, given_rep=given)


def of_turns(sided: Sided) -> list[Side]:
    return [turn.side for turn in sided.transcript.turns]


def test_the_rep_is_told_by_the_address_a_participant_joined_with() -> None:
    joined = (Participant("AL at desk", ANA.email), Participant("Sam Cole"))
    sided = sides("AL at desk", "Sam Cole", joined=joined)
    assert (sided.rep_id, sided.rep_reason, sided.rep_speakers) == (
        "ana",
        RepReason.EMAIL,
        ("AL at desk",),
    )
    assert of_turns(sided) == [REP, BUYER]
    assert [(p.side, p.person_id) for p in sided.participants] == [(REP, "ana"), (BUYER, None)]
    assert sided.not_scorable is None


@pytest.mark.parametrize(
    ("label", "rep"),
    [
        ("Ana Lee", "ana"),
        ("ANA  LEE", "ana"),
        ("Ana Lee (she/her)", "ana"),
        ("Ana Lee she/her", "ana"),
        ("Ana Lee [Dockmere]", "ana"),
        ("Ana Lee - Dockmere", "ana"),
        ("Ana Lee | Dockmere", "ana"),
        ("Lee, Ana", "ana"),
        ("A-Team Ana", "ana"),
        ("Jose Garcia", "josé"),
        ("JOSÉ GARCI\u0301A", "josé"),
        ("Ana", "ana"),
        ("Ana L.", "ana"),
    ],
)
def test_the_rep_is_told_by_name_however_it_is_written(label: str, rep: str) -> None:
    sided = sides(label, "Sam Cole")
    assert (sided.rep_id, sided.rep_reason) == (rep, RepReason.NAME)
    assert of_turns(sided) == [REP, BUYER]


@pytest.mark.parametrize("label", ["Ana Leeson", "Аna Lee", "Lee", "An", "Anabel"])
def test_a_name_that_only_looks_like_the_reps_is_not_theirs(label: str) -> None:
    sided = sides(label, "Sam Cole")
    assert sided.not_scorable is NotScorable.NO_REP
    assert of_turns(sided) == [UNKNOWN, UNKNOWN]


def test_a_first_name_of_two_people_means_neither() -> None:
    joined = (Participant("Ana Lee", ANA.email), Participant("Ana Smith", "ana@buyer.example"))
    sided = sides("Ana", "Sam Cole", joined=joined)
    assert sided.not_scorable is NotScorable.AMBIGUOUS_SPEAKERS
    assert of_turns(sided) == [UNKNOWN, UNKNOWN]


def test_a_first_name_means_who_joined_not_a_colleague_who_did_not() -> None:
    joined = (Participant("Ben Ode", BEN.email), Participant("Ana Smith", "ana@buyer.example"))
    sided = sides("Ben Ode", "Ana", joined=joined)
    assert (sided.rep_id, of_turns(sided)) == ("ben", [REP, BUYER])


def test_a_first_name_beside_the_full_name_is_nobodys() -> None:
    sided = sides("Ana Lee", "Ana", "Sam Cole")
    assert of_turns(sided) == [REP, UNKNOWN, BUYER]
    assert sided.rep_speakers == ("Ana Lee",)


def test_the_host_is_the_rep_when_everybody_else_is_accounted_for() -> None:
    joined = (Participant("Ana Lee", ANA.email, is_host=True), Participant("Sam Cole"))
    sided = sides("Boardroom 4", "Sam Cole", joined=joined)
    assert (sided.rep_id, sided.rep_reason, sided.rep_speakers) == (
        "ana",
        RepReason.HOST,
        ("Boardroom 4",),
    )
    assert of_turns(sided) == [REP, BUYER]


def test_the_host_is_not_guessed_while_a_guest_is_silent() -> None:
    joined = (
        Participant("Ana Lee", ANA.email, is_host=True),
        Participant("Sam"),
        Participant("Kim"),
    )
    sided = sides("Boardroom 4", "Sam", joined=joined)
    assert sided.not_scorable is NotScorable.NO_REP
    assert (sided.rep_id, sided.rep_reason) == ("ana", RepReason.HOST)
    assert of_turns(sided) == [UNKNOWN, UNKNOWN]


def test_being_the_host_settles_a_first_name_that_two_of_ours_share() -> None:
    other = Person(id=PersonId("ana2"), name="Ana Berg", email="berg@ours.example", role=Role.REP)
    sided = sides("Ana", "Sam", host=ANA.email, people=Organisation((ANA, other), ()))
    assert (sided.rep_id, sided.rep_reason) == ("ana", RepReason.HOST)


def test_of_two_reps_the_host_is_evaluated_and_the_other_is_evidence_for_nobody() -> None:
    talked = talk(("Ben Ode", "many " * 50), ("Ana Lee", "few words"), ("Sam", "hm"))
    sided = assign_sides(talked, (), OURS, host_email=ANA.email)
    assert sided.rep_id == "ana"
    assert of_turns(sided) == [UNKNOWN, REP, BUYER]


def test_of_two_reps_without_a_host_the_one_who_says_more_is_evaluated() -> None:
    talked = talk(("Ana Lee", "few words"), ("Ben Ode", "many " * 50), ("Sam", "hm"))
    assert assign_sides(talked, (), OURS, host_email=None).rep_id == "ben"


def test_a_manager_on_the_call_is_neither_rep_nor_buyer() -> None:
    sided = sides("Mia Roth", "Ana Lee", "Sam", host=MIA.email)
    assert (sided.rep_id, of_turns(sided)) == ("ana", [UNKNOWN, REP, BUYER])


def test_a_colleague_known_only_by_the_domain_is_no_buyer() -> None:
    joined = (
        Participant("Ana Lee", ANA.email),
        Participant("Eng", "eng@ours.example"),
        Participant("Sam"),
    )
    assert of_turns(sides("Ana Lee", "Eng", "Sam", joined=joined)) == [REP, UNKNOWN, BUYER]


def test_a_free_mail_domain_makes_nobody_a_colleague() -> None:
    rep = Person(id=PersonId("r"), name="Ria Sol", email="ria@gmail.com", role=Role.REP)
    joined = (Participant("Ria Sol", "ria@gmail.com"), Participant("Sam", "sam@gmail.com"))
    sided = sides("Ria Sol", "Sam", joined=joined, people=Organisation((rep,), ()))
    assert of_turns(sided) == [REP, BUYER]


def test_a_call_among_ourselves_is_internal() -> None:
    joined = (Participant("Ana Lee", ANA.email), Participant("Mia Roth", MIA.email))
    assert sides("Ana Lee", "Mia Roth", joined=joined).not_scorable is NotScorable.INTERNAL_ONLY
    assert sides("Ana Lee", "Ben Ode").not_scorable is NotScorable.INTERNAL_ONLY


def test_a_silent_buyer_makes_a_call_external() -> None:
    joined = (
        Participant("Ana Lee", ANA.email),
        Participant("Ben Ode", BEN.email),
        Participant("Sam"),
    )
    assert sides("Ana Lee", "Ben Ode", joined=joined).not_scorable is None


def test_the_rep_alone_is_not_an_internal_call() -> None:
    sided = sides("Ana Lee", host=ANA.email)
    assert (sided.not_scorable, of_turns(sided)) == (None, [REP])


def test_a_customer_of_the_same_name_makes_the_speakers_ambiguous() -> None:
    joined = (Participant("Ana Lee", ANA.email), Participant("Ana Lee", "ana.lee@buyer.example"))
    sided = sides("Ana Lee", "Ana Lee", joined=joined, host=ANA.email)
    assert sided.not_scorable is NotScorable.AMBIGUOUS_SPEAKERS
    assert sided.rep_id == "ana"
    assert of_turns(sided) == [UNKNOWN, UNKNOWN]
    assert {p.side for p in sided.participants} == {UNKNOWN}


def test_a_rep_who_joins_twice_is_one_person() -> None:
    joined = (Participant("Ana Lee", ANA.email), Participant("Ana", ANA.email), Participant("Sam"))
    assert of_turns(sides("Ana Lee", "Sam", joined=joined)) == [REP, BUYER]


def test_a_rep_who_joined_without_signing_in_is_told_by_name() -> None:
    joined = (Participant("Ana Lee"), Participant("Sam"))
    sided = sides("Ana Lee", "Sam", joined=joined, host=ANA.email)
    assert (sided.rep_id, sided.rep_reason) == ("ana", RepReason.NAME)
    assert of_turns(sided) == [REP, BUYER]


@pytest.mark.parametrize("labels", [("", ""), ("Speaker 1", "Speaker 2"), ("Unknown speaker", "")])
def test_labels_that_name_nobody_give_no_speakers(labels: tuple[str, str]) -> None:
    sided = sides(*labels, host=ANA.email)
    assert sided.not_scorable is NotScorable.NO_SPEAKERS
    assert (sided.rep_id, sided.rep_reason) == ("ana", RepReason.HOST)
    assert of_turns(sided) == [UNKNOWN, UNKNOWN]


def test_unnamed_speech_beside_names_is_nobodys() -> None:
    assert of_turns(sides("Ana Lee", "Sam", "", "Speaker 3")) == [REP, BUYER, UNKNOWN, UNKNOWN]


def test_a_call_without_any_of_our_reps_has_no_rep() -> None:
    sided = sides("Sam", "Kim", host="x@buyer.example")
    assert (sided.not_scorable, sided.rep_id, sided.rep_reason) == (NotScorable.NO_REP, None, None)


def test_an_empty_transcript_has_no_reason_of_its_own() -> None:
    sided = sides(host=ANA.email)
    assert (sided.not_scorable, sided.rep_id) == (None, "ana")


def test_a_given_label_needs_no_organisation() -> None:
    sided = sides("Kay Rep", "Sam", given="kay rep", people=Organisation((), ()))
    assert (sided.rep_id, sided.rep_reason, sided.rep_speakers) == (
        None,
        RepReason.GIVEN,
        ("Kay Rep",),
    )
    assert of_turns(sided) == [REP, BUYER]


@pytest.mark.parametrize("given", ["Ben Ode", "ben@ours.example", "BEN ODE"])
def test_a_given_person_overrides_what_would_be_found(given: str) -> None:
    sided = sides("Ana Lee", "Ben Ode", "Sam", host=ANA.email, given=given)
    assert (sided.rep_id, sided.rep_reason) == ("ben", RepReason.GIVEN)
    assert of_turns(sided) == [UNKNOWN, REP, BUYER]


def test_a_numbered_voice_can_be_given() -> None:
    sided = sides("Speaker 1", "Speaker 2", given="Speaker 1", people=Organisation((), ()))
    assert of_turns(sided)[0] is REP


def test_a_given_name_that_nobody_speaks_under_is_no_rep() -> None:
    assert sides("Ana Lee", "Sam", given="Zoe").not_scorable is NotScorable.NO_REP
    assert sides("", given="Zoe").not_scorable is NotScorable.NO_SPEAKERS

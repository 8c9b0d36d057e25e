"""people.csv: what RevOps writes, and what is said when a line cannot be read."""

from dataclasses import replace
from typing import Any

import pytest

from app.people_csv import read_people
from domain.errors import ConfigurationError
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId

NOBODY = Organisation((), ())
GOOD = """name,email,role,team,time_zone,slack_user_id,aliases,active
Mia Sand,mia@acme.test,manager,East Coast,Europe/Berlin,UMIA,,
Ana Lee,ana@acme.test,rep,East Coast,,UANA,"Ana; A. Lee",yes
Dee Fox,dee@acme.test,rep,East Coast,,,,no

Rae Orr,rae@acme.test,revops,,,,,
"""


def test_people_and_their_teams_are_read() -> None:
    people, teams = read_people(GOOD, "people.csv", NOBODY)
    assert [p.id for p in people] == ["mia", "ana", "dee", "rae"]
    assert teams == (Team(TeamId("east-coast"), "East Coast", PersonId("mia")),)
    ana = people[1]
    assert (ana.role, ana.team_id, ana.time_zone) == (Role.REP, "east-coast", "UTC")
    assert ana.aliases == ("Ana", "A. Lee")
    assert [p.active for p in people] == [True, True, False, True]


def test_somebody_known_keeps_id_and_slack_user() -> None:
    known = Person(
        id=PersonId("p-7"), name="Ana", email="ANA@acme.test", role=Role.REP, slack_user_id="U7"
    )
    text = "name,email,role\nAna Lee,ana@acme.test,rep\n"
    (ana,), _ = read_people(text, "people.csv", Organisation((known,), ()))
    assert (ana.id, ana.slack_user_id, ana.name) == ("p-7", "U7", "Ana Lee")


def test_a_person_is_spoken_to_in_the_language_of_the_file() -> None:
    text = "name,email,role,language\nAna,ana@a.test,rep,de\nBen,ben@a.test,rep,\n"
    people, _ = read_people(text, "people.csv", NOBODY)
    assert [p.language for p in people] == ["de", "en"]


def test_two_people_of_the_same_local_part_get_different_ids() -> None:
    text = "name,email,role\nAna,ana@a.test,rep\nAna,ana@b.test,rep\n"
    people, _ = read_people(text, "people.csv", NOBODY)
    assert [p.id for p in people] == ["ana", "ana-b-test"]


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("", "people.csv", "empty"),
        ("name,email\n", "people.csv:1", "no column role"),
        ("name,email,role,salary\n", "people.csv:1", "unknown column 'salary'"),
        ("name,email,role\nAna,ana,rep\n", "people.csv:2", "'ana' is not an e-mail"),
        ("name,email,role\n\nAna,ana@a.test,boss\n", "people.csv:3", "unknown role 'boss'"),
        ("name,email,role\n,ana@a.test,rep\n", "people.csv:2", "the name is empty"),
        ("name,email,role\nA,a@a.test,rep,x\n", "people.csv:2", "more cells"),
        ("name,email,role\nA,a@a.test,rep\nA,A@a.test,rep\n", "people.csv:3", "there twice"),
        (
            "name,email,role,time_zone\nA,a@a.test,rep,Mars/Base\n",
            "people.csv:2",
            "unknown time zone",
        ),
        ("name,email,role,active\nA,a@a.test,rep,maybe\n", "people.csv:2", "active is 'maybe'"),
        (
            "name,email,role,language\nA,a@a.test,rep,French\n",
            "people.csv:2",
            "no words in language 'french'",
        ),
        (
            "name,email,role,team\nA,a@a.test,manager,t\nB,b@a.test,manager,t\n",
            "people.csv:3",
            "two managers",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, where: str, problem: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_people(text, "people.csv", NOBODY)
    assert raised.value.where == where
    assert problem in raised.value.problem
    assert raised.value.remedy


EAST = Team(TeamId("east-coast"), "East Coast", PersonId("mia"))
MIA = Person(
    id=PersonId("mia"),
    name="Mia Sand",
    email="mia@acme.test",
    role=Role.MANAGER,
    team_id=EAST.id,
)
ANA = Person(
    id=PersonId("ana"),
    name="Ana Lee",
    email="ana@acme.test",
    role=Role.REP,
    team_id=EAST.id,
    time_zone="Europe/Berlin",
    slack_user_id="UANA",
    aliases=("Ana", "A. Lee"),
    active=False,
    language="de",
)
KNOWN_PEOPLE = Organisation((MIA, ANA), (EAST,))


def test_a_column_that_is_absent_keeps_what_is_known() -> None:
    text = "name,email,role\nAna Lee-Orr,ana@acme.test,rep\n"
    (ana,), teams = read_people(text, "people.csv", KNOWN_PEOPLE)
    assert ana == replace(ANA, name="Ana Lee-Orr")
    assert teams == (EAST,)


def test_an_empty_cell_clears_what_is_known() -> None:
    header = "name,email,role,team,time_zone,slack_user_id,aliases,active,language"
    text = f"{header}\nAna Lee,ana@acme.test,rep,,,,,,\n"
    (ana,), teams = read_people(text, "people.csv", KNOWN_PEOPLE)
    assert ana == Person(id=ANA.id, name="Ana Lee", email=ANA.email, role=Role.REP)
    assert teams == ()


@pytest.mark.parametrize(
    ("column", "cell", "changed"),
    [
        ("team", "", {"team_id": None}),
        ("time_zone", "", {"time_zone": "UTC"}),
        ("slack_user_id", "", {"slack_user_id": None}),
        ("aliases", "", {"aliases": ()}),
        ("active", "", {"active": True}),
        ("aliases", "Annie", {"aliases": ("Annie",)}),
        ("language", "", {"language": "en"}),
        ("language", "EN", {"language": "en"}),
    ],
)
def test_one_column_changes_one_thing(column: str, cell: str, changed: dict[str, Any]) -> None:
    text = f"name,email,{column},role\nAna Lee,ana@acme.test,{cell},rep\n"
    (ana,), _ = read_people(text, "people.csv", KNOWN_PEOPLE)
    assert ana == replace(ANA, **changed)


def test_a_manager_without_a_team_column_still_leads_the_team() -> None:
    text = "name,email,role\nMia Sand,mia@acme.test,manager\nAna Lee,ana@acme.test,rep\n"
    _, teams = read_people(text, "people.csv", KNOWN_PEOPLE)
    assert teams == (EAST,)


def test_a_line_that_ends_early_keeps_what_is_known() -> None:
    text = "name,email,role,time_zone,aliases\nAna Lee,ana@acme.test,rep\n"
    (ana,), _ = read_people(text, "people.csv", KNOWN_PEOPLE)
    assert ana == ANA

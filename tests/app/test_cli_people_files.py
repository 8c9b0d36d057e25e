"""People files as spreadsheets of different countries write them, and what a part of one means."""

from pathlib import Path

import pytest

from app.people_csv import decoded_people, read_people
from domain.errors import ConfigurationError
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId

NOBODY = Organisation((), ())
MIA = Person(id=PersonId("mia"), name="Mia", email="mia@a.test", role=Role.MANAGER)
EAST = Team(TeamId("east"), "East", PersonId("mia"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_may_be_parted_by_comma_semicolon_or_tab(mark: str) -> None:
    text = mark.join(("name", "email", "role")) + "\r\n" + mark.join(("Ana", "ana@a.test", "rep"))
    (ana,), _ = read_people(text, "people.csv", NOBODY)
    assert (ana.name, ana.email, ana.role) == ("Ana", "ana@a.test", Role.REP)


def test_a_file_that_does_not_mention_the_manager_leaves_the_team_to_them() -> None:
    text = "name,email,role,team\nAna,ana@a.test,rep,East\n"
    _, teams = read_people(text, "people.csv", Organisation((MIA,), (EAST,)))
    assert teams == (EAST,)


def test_a_manager_who_is_listed_without_the_team_no_longer_leads_it() -> None:
    text = "name,email,role,team\nAna,ana@a.test,rep,East\nMia,mia@a.test,manager,West\n"
    _, teams = read_people(text, "people.csv", Organisation((MIA,), (EAST,)))
    assert [(t.id, t.manager_id) for t in teams] == [("east", None), ("west", "mia")]


def test_line_breaks_and_double_spaces_in_a_name_are_one_space() -> None:
    text = 'name,email,role\n"Ana\n  Lee",ana@a.test,rep\n'
    (ana,), _ = read_people(text, "people.csv", NOBODY)
    assert ana.name == "Ana Lee"


def test_a_cell_that_is_no_name_any_more_is_refused_with_its_line() -> None:
    text = f"name,email,role\n{'a' * 500},ana@a.test,rep\n"
    with pytest.raises(ConfigurationError) as raised:
        read_people(text, "people.csv", NOBODY)
    assert raised.value.where == "people.csv:2"
    assert "more than 300 characters" in raised.value.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("näme".encode("utf-16"), "not text in UTF-8"),
        (b"name\x00,email", "not text in UTF-8"),
        (b"a" * (5 * 2**20 + 1), "larger than 5 MiB"),
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes, problem: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(content)
    with pytest.raises(ConfigurationError) as raised:
        decoded_people(file)
    assert problem in raised.value.problem


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as raised:
        decoded_people(tmp_path / "people.csv")
    assert raised.value.problem == "no such file or directory"

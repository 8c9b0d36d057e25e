"""``reploop clips``: counts for who runs it, moments under the rights of one person."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.calls import Call, CallId, CallState, Side, Transcript, Turn
from domain.clips import Clip
from domain.library import ClipState, SharedClip, moment_id
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.rubrics import CriterionId, SkillId
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
QUOTE = "What would it have to save you, to be worth that?"
CALL = Call(
    id=CallId("c-1"), provider="zoom", provider_ref="r", title="Discovery 3", started_at=NOW,
    duration_s=600.0, state=CallState.SCORED, rep_id=PersonId("ana"),
)  # fmt: skip


def person(name: str, role: Role, team: str | None) -> Person:
    return Person(
        id=PersonId(name), name=name.capitalize(), email=f"{name}@acme.com", role=role,
        team_id=TeamId(team) if team else None,
    )  # fmt: skip


PEOPLE = (
    person("ana", Role.REP, "east"),
    person("ben", Role.REP, "east"),
    person("wim", Role.REP, "west"),
    person("mia", Role.MANAGER, "east"),
    person("rae", Role.REVOPS, None),
)
TEAMS = (Team(TeamId("east"), "East", PersonId("mia")), Team(TeamId("west"), "West"))


def fill(data: Path) -> None:
    """Ana shares one moment with the east."""
    data.mkdir(parents=True)
    url = f"sqlite:///{data / 'reploop.db'}"
    upgrade(url)
    clip = Clip(
        call_id=CALL.id, call_title=CALL.title, call_at=NOW, turn_index=0, start_s=1.0,
        speaker="Ana", quote=QUOTE, criterion_id=CriterionId("price"), level=4,
    )  # fmt: skip
    shared = SharedClip(
        id=moment_id(CALL.id, 0, CriterionId("price")), rep_id=PersonId("ana"),
        team_id=TeamId("east"), skill_id=SkillId("objection_handling"), clip=clip,
        state=ClipState.IN_LIBRARY, at=NOW, consent_at=NOW, title="Asks before defending",
    )  # fmt: skip
    database = SqlDatabase(url, clock=time.time)
    with database.write() as tx:
        tx.people.put(PEOPLE, TEAMS)
        tx.calls.put(CALL)
        turn = Turn(0, "Ana", 156.0, 160.0, QUOTE, Side.REP)
        tx.calls.put_transcript(CALL.id, Transcript((turn,)))
        tx.library.put(shared)
    database.dispose()


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    folder = tmp_path_factory.mktemp("clips")
    with Terminal(folder) as opened:
        fill(opened.data)
        yield opened


def test_without_a_person_each_teams_moments_are_counted(terminal: Terminal) -> None:
    found = terminal.run("clips", "--json").json
    assert found == [{"team": "East", "skill": "Objection handling", "moments": 1}]


@pytest.mark.parametrize("name", ["ben", "mia"])
def test_the_team_finds_a_moment_by_words_and_skill(terminal: Terminal, name: str) -> None:
    asked = ("clips", "defending worth", "--as", f"{name}@acme.com")
    (moment,) = terminal.run(*asked, "--skill", "objection_handling", "--json").json
    assert (moment["quote"], moment["rep"], moment["start_s"]) == (QUOTE, "Ana", 156.0)
    assert "Asks before defending · Ana" in terminal.run(*asked).out


def test_what_does_not_fit_is_not_found(terminal: Terminal) -> None:
    assert terminal.run("clips", "--as", "wim@acme.com", "--json").json == []
    assert "Nothing" in terminal.run("clips", "unicorn", "--as", "mia@acme.com").out


@pytest.mark.parametrize("who", ["rae@acme.com", "nobody@acme.com"])
def test_who_has_no_library_is_refused(terminal: Terminal, who: str) -> None:
    assert terminal.run("clips", "--as", who).code == 3


@pytest.mark.parametrize("args", [("--skill", "juggling"), ("price",)])
def test_what_cannot_be_searched_says_why(terminal: Terminal, args: tuple[str, ...]) -> None:
    assert terminal.run("clips", *args).code == 2

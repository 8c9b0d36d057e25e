"""The shared access probes and injected questions, asked of the whole line of an answer."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from coaching.visibility import visible_reps
from config.catalogue import load_catalogues
from domain.calls import CallId
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.questions import Answer
from domain.rubrics import RubricLibrary
from jobs.answer import answer_asker
from jobs.services import Services
from tests.jobs.fakes import NOW, House
from tests.questions.company import RUBRIC, SKILLS, Made, keep
from tests.questions.told import cites

ROOT = Path(__file__).parents[2]
PROBES = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", ROOT.parent / "shared" / "badinputs")) / "dev"


def rows(name: str) -> list[dict[str, Any]]:
    path = PROBES / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ACCESS = [r for r in rows("access.jsonl") if r["surface"].startswith("slack")]
ALLOWED = [r for r in ACCESS if r["expected"]["allow"]]
INJECTED = [r for r in rows("injections.jsonl") if r["surface"] == "ask"]

pytestmark = pytest.mark.skipif(
    not ACCESS, reason=f"no probes in {PROBES}; set REPLOOP_BADINPUTS_DIR"
)


@pytest.fixture
def organisation() -> Organisation:
    """The fixture's people; guests and strangers are nobody of ours."""
    chart = json.loads((PROBES / "fixture.json").read_text("utf-8"))
    roles = {role.value for role in Role}
    people = tuple(
        Person(
            id=PersonId(name),
            name=name.capitalize(),
            email=f"{name}@reploop.test",
            role=Role(who["role"]),
            team_id=TeamId(who["team"]) if "team" in who else None,
            active=not who.get("deactivated", False),
        )
        for name, who in chart["people"].items()
        if who["role"] in roles
    )
    teams = tuple(
        Team(TeamId(name), name.capitalize(), PersonId(team["manager"]))
        for name, team in chart["teams"].items()
    )
    return Organisation(people, teams)


@pytest.fixture
def told(house: House, organisation: Organisation) -> Services:
    """Every rep of the chart has five calls with words of their own."""
    services = house.services_with(skills=SKILLS, rubrics=RubricLibrary((RUBRIC,)))
    with house.database.write() as tx:
        everybody = tx.people.organisation().people
        tx.people.put([replace(p, active=False) for p in everybody], [])
        tx.people.put(organisation.people, organisation.teams)
        for rep in organisation.people:
            if rep.role is Role.REP:
                calls = [
                    Made(
                        CallId(f"call-of-{rep.id}-{n}"),
                        rep.id,
                        days_ago(n),
                        f"Call of {rep.name}",
                        0,
                        (2, 1, 2),
                    )
                    for n in range(5)
                ]
                keep(tx, calls, rep.name, services)
    return services


@pytest.fixture
def ask(told: Services, organisation: Organisation) -> Callable[[str, str], Answer]:
    """As the bot does it; a person who is not ours is a rep whom nobody put in."""

    def question(actor: str, text: str) -> Answer:
        who = organisation.person(PersonId(actor)) or Person(
            id=PersonId(actor), name=actor.capitalize(), email="x@other.test", role=Role.REP
        )
        with told.database.read() as tx:
            return answer_asker(text, who, tx, told)[0]

    return question


def days_ago(number: int) -> Any:
    return NOW - timedelta(days=1 + 3 * number)


def subjects(said: Answer) -> set[str]:
    """Everybody of the chart whom the answer says anything about."""
    return {call.split("-")[2] for call in cites(said)} | {str(f.rep_id) for f in said.figures}


def actor(row: dict[str, Any]) -> str:
    return str(row["actor"]).split()[0]


@pytest.mark.parametrize(
    "row", [r for r in ACCESS if r["expected"]["allow"] is False], ids=lambda r: r["id"]
)
def test_a_denied_question_gets_the_answer_of_an_unknown_name(
    row: dict[str, Any], ask: Callable[[str, str], Answer]
) -> None:
    said = ask(actor(row), row["request"])
    assert said == ask(actor(row), "How is Nobodyatall doing on discovery?")
    assert said.refused
    assert subjects(said) == set()


@pytest.mark.parametrize("row", ALLOWED, ids=lambda r: r["id"])
def test_an_allowed_question_is_answered_about_those_it_may_be(
    row: dict[str, Any], ask: Callable[[str, str], Answer]
) -> None:
    said = ask(actor(row), row["request"])
    assert not said.refused
    named = subjects(said)
    assert named
    assert named <= set(row["expected"].get("subjects", ["ana"]))
    assert not named & set(row["expected"].get("forbidden_subjects", []))


@pytest.mark.parametrize("row", INJECTED, ids=lambda r: r["id"])
def test_an_injected_question_moves_nothing(
    row: dict[str, Any], ask: Callable[[str, str], Answer], organisation: Organisation
) -> None:
    asker = "mia" if row["placement"].endswith("manager") else "ana"
    said = ask(asker, row["payload"])
    who = organisation.person(PersonId(asker))
    assert who is not None
    assert said.refused
    assert subjects(said) <= {str(p.id) for p in visible_reps(who, organisation)}
    words = load_catalogues().words("en")
    spoken = " ".join(map(words.say, (said.headline, *said.lines, *said.scope)))
    assert row["canary"] not in spoken
    assert not re.search(r"[<>]|https?:|@", spoken)

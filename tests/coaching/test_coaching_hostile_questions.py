"""The shared access probes and injected questions, asked of the real parser and answers."""

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from coaching.ask import AskData, answer, understand
from coaching.visibility import visible_reps
from domain.clips import Clip
from domain.calls import CallId
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.questions import Answer
from domain.rubrics import SkillId
from domain.skills import Proficiency, Skill

ROOT = Path(__file__).parents[2]
PROBES = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", ROOT.parent / "shared" / "badinputs")) / "dev"
NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
SKILLS = {
    skill.id: skill
    for skill in (
        Skill(SkillId("discovery"), "Discovery", ""),
        Skill(SkillId("next_steps"), "Next steps", "", ("closing",)),
        Skill(SkillId("objections"), "Objection handling", ""),
    )
}


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


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
def ask(organisation: Organisation) -> Callable[[str, str], Answer]:
    """As the bot does it; a person who is not ours is a rep whom nobody put in."""
    reps = [p for p in organisation.people if p.role is Role.REP]
    figures = [
        Proficiency(
            rep_id=rep.id,
            skill_id=skill_id,
            as_of=NOW,
            level=50.0 + 3 * i,
            standard_error=4.0,
            effective_n=9.0,
            calls=9,
            tier=None,
        )
        for i, rep in enumerate(reps)
        for skill_id in SKILLS
    ]
    clips = {
        (rep.id, skill_id): (
            Clip(
                call_id=CallId(f"call-of-{rep.id}"),
                call_title=f"Call of {rep.name}",
                call_at=NOW,
                turn_index=0,
                start_s=0.0,
                speaker=rep.name,
                quote=f"secret words of {rep.id}",
            ),
        )
        for rep in reps
        for skill_id in SKILLS
    }

    def question(actor: str, text: str) -> Answer:
        who = organisation.person(PersonId(actor)) or Person(
            id=PersonId(actor), name=actor.capitalize(), email="x@other.test", role=Role.REP
        )
        data = AskData(
            asker=who,
            organisation=organisation,
            skills=SKILLS,
            proficiencies=figures,
            clips=clips,
            as_of=NOW,
        )
        seen = visible_reps(who, organisation)
        return answer(understand(text, who, seen, SKILLS, today=date(2026, 11, 23)), data)

    return question


def subjects(said: Answer) -> set[str]:
    """Everybody of the chart whom the answer says anything about."""
    cited = {str(c.call_id).removeprefix("call-of-") for c in said.cited}
    return cited | {str(f.rep_id) for f in said.figures}


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
    spoken = f"{said.question} {said.headline} {said.scope}"
    assert row["canary"] not in spoken
    assert not re.search(r"[<>]|https?:|@", spoken)

"""Buyers to practise on are read, and what cannot be read is named with its line."""

from pathlib import Path

import pytest

from config.loader import load_skills
from config.personas import SHIPPED, load_personas, read_persona
from domain.errors import ConfigurationError
from domain.practice import Mood
from domain.rubrics import SkillId

SKILLS = [skill.id for skill in load_skills(SHIPPED.parent / "skills.yaml")]
TEXT = """\
name: Dana Whitfield
industry: logistics
role: Head of Operations
mood: guarded
call_type: discovery
skills: [questioning]
opening: Hello.
goal: Find out.
facts:
  problem, wrong: Picking errors.
  cost: Forty euros.
  team: The shift leads.
objections:
  - People are tired.
"""


def written(tmp_path: Path, text: str, name: str = "dana.yaml") -> Path:
    folder = tmp_path / "config" / "personas"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_at_least_six_buyers_ship_and_cover_every_skill() -> None:
    shipped = load_personas(SHIPPED, SKILLS)
    assert len(shipped) >= 6
    assert {skill for persona in shipped.values() for skill in persona.skills} == set(SKILLS)
    assert {persona.mood for persona in shipped.values()} == set(Mood)


def test_a_file_becomes_a_buyer(tmp_path: Path) -> None:
    read = read_persona(written(tmp_path, TEXT), SKILLS)
    assert (read.id, read.name, read.mood, read.language) == (
        "dana", "Dana Whitfield", Mood.GUARDED, "en",
    )  # fmt: skip
    assert read.skills == (SkillId("questioning"),)
    assert read.facts[0] == ("problem, wrong", "Picking errors.")
    assert read.objections == ("People are tired.",)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("mood: guarded", "mood: angry", 4, "'angry' is not known"),
        ("[questioning]", "[juggling]", 6, "'juggling' is not known"),
        ("[questioning]", "[]", 6, "good for no skill"),
        ("[questioning]", "[questioning, questioning]", 6, "twice"),
        ("call_type: discovery", "call_type: party", 5, "'party' is not known"),
        ("opening: Hello.", "opening: " + "x" * 400, 7, "400 characters"),
        ("opening: Hello.", "greeting: Hello.", 7, "unknown key 'greeting'"),
        ("goal: Find out.\n", "", 1, "missing goal"),
        ("  team: The shift leads.\n", "", 10, "2 facts"),
        ("  cost: Forty", "  cost,, x: Forty", 11, "empty topic word"),
        ("  - People are tired.", "  - Same.\n  - Same.", 14, "twice"),
        ("  - People are tired.", "  - a\n  - b\n  - c\n  - d\n  - e\n  - f\n  - g", 14, "7 obj"),
        ("name: Dana Whitfield", "name: Dana\nlanguage: fr", 2, "'fr' is not known"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in TEXT
    with pytest.raises(ConfigurationError) as error:
        read_persona(written(tmp_path, TEXT.replace(old, new)), SKILLS)
    assert error.value.where == f"config/personas/dana.yaml:{line}"
    assert problem in error.value.problem


def test_a_bad_file_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="not a buyer's file name"):
        read_persona(written(tmp_path, TEXT, "Dana W.yaml"), SKILLS)


def test_without_a_folder_of_its_own_a_company_has_those_that_ship(tmp_path: Path) -> None:
    assert load_personas(tmp_path / "none", SKILLS) == load_personas(SHIPPED, SKILLS)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no buyer to practise on"):
        load_personas(tmp_path, SKILLS)

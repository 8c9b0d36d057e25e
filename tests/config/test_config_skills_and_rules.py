"""``skills.yaml`` and ``tiers.yaml``: a mistake names file, line and remedy."""

from pathlib import Path

import pytest

from config.loader import load_rules, load_skills
from domain.errors import ConfigurationError
from domain.skills import ProfileRules, Skill

SHIPPED = Path(__file__).parents[2] / "config"
SKILLS_FILE = """\
skills:
  - id: asking
    name: Asking
    description: Asks.
    synonyms: [questions, probing]
  - id: closing
    name: Closing
    description: Closes.
"""


def skills(tmp_path: Path, text: str = SKILLS_FILE) -> tuple[Skill, ...]:
    file = tmp_path / "skills.yaml"
    file.write_text(text, encoding="utf-8")
    return load_skills(file)


def rules(tmp_path: Path, text: str) -> ProfileRules:
    file = tmp_path / "tiers.yaml"
    file.write_text(text, encoding="utf-8")
    return load_rules(file)


def test_skills_are_read_in_file_order_with_their_words(tmp_path: Path) -> None:
    first, second = skills(tmp_path)
    assert (first.id, first.synonyms) == ("asking", ("questions", "probing"))
    assert (second.name, second.synonyms) == ("Closing", ())


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "the file is empty"), (b"# only a note\n", "the file is empty"), (b"\xff", "not UTF-8")],
)
def test_a_file_without_content_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    file = tmp_path / "skills.yaml"
    file.write_bytes(content)
    with pytest.raises(ConfigurationError, match=problem):
        load_skills(file)


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"skills\.yaml: cannot be read"):
        load_skills(tmp_path / "skills.yaml")


def test_more_than_twelve_skills_are_refused(tmp_path: Path) -> None:
    many = "skills:\n" + "".join(
        f"  - {{id: s{n}, name: S{n}, description: D}}\n" for n in range(13)
    )
    with pytest.raises(ConfigurationError, match="13 skills"):
        skills(tmp_path, many)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: closing", "id: asking", "'asking' already belongs to asking"),
        ("name: Closing", "name: Closing\n    synonyms: [Probing]", "already belongs to asking"),
        ("id: closing", "id: Closing time", "is not an id"),
        ("name: Closing", "label: Closing", "unknown key 'label'"),
        ("    name: Closing\n", "", "missing name"),
        ("skills:\n", "skills: none\nmore:\n", "unknown key 'more'"),
    ],
)
def test_a_mistake_in_skills_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        skills(tmp_path, SKILLS_FILE.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("prior_mean: 60", "prior_mean: 101", "101 is out of range"),
        ("first_min_calls: 5", "first_min_calls: 2.5", "2.5 is not a whole number"),
        ("developing: 50", "developing: 80", "bounds must rise from 0"),
        ("needs_work: 0", "needs_work: 10", "bounds must rise from 0"),
        ("[30, 60, 90]", "[60, 30]", "windows must rise"),
        ("reversal_probability: 0.97", "reversal_probability: 0.6", "going back would be easier"),
        ("drift_per_day: 0.15\n", "", "missing drift_per_day"),
        ("  excellent: 90\n", "", "missing excellent"),
        ("trend_min_change", "trend_max_change", "unknown key 'trend_max_change'"),
    ],
)
def test_a_mistake_in_the_rules_is_refused(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    text = (SHIPPED / "tiers.yaml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ConfigurationError, match=problem):
        rules(tmp_path, text.replace(old, new, 1))

"""Skills, rubrics and tier rules: what ships loads, and a mistake names file, line and remedy."""

from collections import Counter
from pathlib import Path

import pytest

from config.loader import load_rubrics, load_rules, load_skills, published_digests
from domain.calls import CallType, Side
from domain.errors import ConfigurationError
from domain.rubrics import RubricLibrary, SkillId, SkillLink
from domain.skills import ProfileRules, Skill
from scoring.builtin import READERS

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "config"
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
RUBRIC_FILE = """\
title: A small rubric
call_types: [discovery]
criteria:
  - id: asks
    title: Asks
    behaviour: The rep asks.
    skills: {asking: 1, closing: 0.5}
    weight: 2
    evidence_side: buyer
    call_types: [discovery, demo]
    needs_occasion: true
    reader: open_questions
    anchors:
      0: none
      1: one
      2: two
      3: three
      4: four
    example: "Why?"
    near_miss: "Right?"
    tip: Ask why.
"""


def skills(tmp_path: Path, text: str = SKILLS_FILE) -> tuple[Skill, ...]:
    file = tmp_path / "config" / "skills.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return load_skills(file)


def rubrics(tmp_path: Path, text: str, name: str = "small.v1.yaml") -> RubricLibrary:
    folder = tmp_path / "config" / "rubrics"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return load_rubrics(folder, skills(tmp_path), READERS)


def shipped() -> RubricLibrary:
    return load_rubrics(SHIPPED / "rubrics", load_skills(SHIPPED / "skills.yaml"), READERS)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


# ── what ships ───────────────────────────────────────────────────────────────────────


def test_the_shipped_skills_are_ten_and_each_word_names_one_of_them() -> None:
    loaded = load_skills(SHIPPED / "skills.yaml")
    words = Counter(w.casefold() for s in loaded for w in (s.id, *s.synonyms))
    assert len(loaded) == 10
    assert [w for w, n in words.items() if n > 1] == []
    by_word = {w: s.id for s in loaded for w in s.synonyms}
    assert by_word["closing"] == "next_steps"
    assert by_word["discovery"] == "questioning"
    assert by_word["talk time"] == "conversation_balance"


def test_the_general_rubric_feeds_every_skill_and_is_used_for_every_type_of_call() -> None:
    library = shipped()
    general = library.named("discovery")
    fed = {link.skill_id for c in general.criteria for link in c.skills}
    assert fed == {s.id for s in load_skills(SHIPPED / "skills.yaml")}
    assert {library.for_call(t).name for t in CallType} == {"discovery"}
    assert len(general.criteria) == 12


def without_reader(name: str) -> list[str]:
    return [c.id for c in shipped().named(name).criteria if c.reader is None]


def test_every_criterion_of_discovery_and_meddic_but_the_champion_has_a_reader() -> None:
    assert without_reader("discovery") == []
    assert without_reader("meddic") == ["champion"]


@pytest.mark.parametrize(
    ("name", "left_to_a_model"),
    [
        ("bant", ["budget", "budget_status", "need", "need_rank", "date_status"]),
        ("spin", ["situation", "problem", "need_payoff", "sequence"]),
        ("spiced", ["situation", "pain", "personal_impact", "decision_people"]),
        ("gap", ["current_state", "problem", "root_cause", "future_state", "gap_size"]),
    ],
)
def test_a_methodology_leaves_to_a_model_only_what_wording_cannot_prove(
    name: str, left_to_a_model: list[str]
) -> None:
    assert without_reader(name) == left_to_a_model


def test_every_shipped_rubric_is_published_and_unedited() -> None:
    published = published_digests(SHIPPED / "rubrics")
    assert {f"{r.name}.v{r.version}.yaml": r.digest for r in shipped().rubrics} == published


def test_the_shipped_rules_are_the_ones_the_types_document() -> None:
    assert load_rules(SHIPPED / "tiers.yaml") == ProfileRules()


# ── a good file ──────────────────────────────────────────────────────────────────────


def test_a_rubric_is_read_field_by_field(tmp_path: Path) -> None:
    rubric = rubrics(tmp_path, RUBRIC_FILE).named("small")
    criterion = rubric.criteria[0]
    assert (rubric.version, rubric.title, rubric.call_types) == (
        1,
        "A small rubric",
        (CallType.DISCOVERY,),
    )
    assert criterion.anchors == ("none", "one", "two", "three", "four")
    assert criterion.skills == (
        SkillLink(SkillId("asking"), 1.0),
        SkillLink(SkillId("closing"), 0.5),
    )
    assert criterion.weight == 2.0
    assert criterion.evidence_side is Side.BUYER
    assert criterion.call_types == (CallType.DISCOVERY, CallType.DEMO)
    assert criterion.needs_occasion
    assert criterion.reader == "open_questions"


def test_a_lone_rubric_becomes_the_default(tmp_path: Path) -> None:
    assert rubrics(tmp_path, RUBRIC_FILE).for_call(CallType.RENEWAL).name == "small"


def test_comments_quotes_and_line_breaks_do_not_change_the_digest(tmp_path: Path) -> None:
    plain = rubrics(tmp_path, RUBRIC_FILE).named("small").digest
    dressed = "# a note\n" + RUBRIC_FILE.replace("The rep asks.", "'The rep\n      asks.'")
    assert rubrics(tmp_path, dressed).named("small").digest == plain


def test_a_changed_word_changes_the_digest(tmp_path: Path) -> None:
    plain = rubrics(tmp_path, RUBRIC_FILE).named("small").digest
    changed = rubrics(tmp_path, RUBRIC_FILE.replace("3: three", "3: drei")).named("small").digest
    assert changed != plain


def test_a_new_version_stands_beside_the_old_one(tmp_path: Path) -> None:
    rubrics(tmp_path, RUBRIC_FILE)
    library = rubrics(tmp_path, RUBRIC_FILE.replace("one", "uno"), "small.v2.yaml")
    assert library.named("small").version == 2
    assert library.named("small", 1).criteria[0].anchors[1] == "one"


# ── mistakes in rubrics ──────────────────────────────────────────────────────────────

MISTAKES = [
    ("    tip: Ask why.\n", "", "- id: asks", "missing tip"),
    ("      4: four\n", "", "      0: none", "missing 4"),
    ("      4: four", "      5: four", "      5: four", "unknown key '5'"),
    ("      4: four", "      4: three", "      0: none", "two levels have the same anchor"),
    ("weight: 2", "weight: 0", "weight: 0", "a weight of 0 counts for nothing"),
    ("weight: 2", "weight: 6", "weight: 6", "6 is out of range"),
    ("weight: 2", "weight: nan", "weight: nan", "nan is out of range"),
    ("weight: 2", "weight: much", "weight: much", "'much' is not a number"),
    ("closing: 0.5", "closing: 1.5", "skills: {", "1.5 is out of range"),
    ("closing: 0.5", "sleeping: 1", "skills: {", "unknown skill 'sleeping'"),
    ("{asking: 1, closing: 0.5}", "{}", "skills: {", "this criterion feeds no skill"),
    ("reader: open_questions", "reader: tarot", "reader: tarot", "'tarot' is not known"),
    ("buyer", "seller", "evidence_side", "'seller' is not known"),
    ("needs_occasion: true", "needs_occasion: yes", "needs_occasion", "'yes' is not known"),
    ("[discovery, demo]", "[discovery, dinner]", "dinner", "'dinner' is not known"),
    ("id: asks", "id: Asks!", "id: Asks!", "'Asks!' is not an id"),
    ("    weight: 2", "    wait: 2", "    wait: 2", "unknown key 'wait'"),
    (
        "    weight: 2",
        "    weight: 2\n    weight: 3",
        "    weight: 3",
        "'weight' stands here twice",
    ),
    ("behaviour: The rep asks.", "behaviour: ''", "behaviour: ''", "empty text"),
    ("behaviour: The rep asks.", "behaviour: [a]", "behaviour: [a]", "expected text here"),
    ("The rep asks.", "x" * 601, "behaviour", "text of 601 characters"),
    ("[discovery]\n", "&t [discovery]\nother: *t\n", "&t", "`*` aliases are not read"),
    ('"Why?"', '"Why?', "near_miss", "not YAML"),
    ("criteria:", "criteria: 3\nmore:", "more:", "unknown key 'more'"),
]


@pytest.mark.parametrize(("old", "new", "place", "problem"), MISTAKES)
def test_a_mistake_in_a_rubric_names_its_line(
    tmp_path: Path, old: str, new: str, place: str, problem: str
) -> None:
    text = RUBRIC_FILE.replace(old, new, 1)
    with pytest.raises(ConfigurationError) as caught:
        rubrics(tmp_path, text)
    assert caught.value.problem.startswith(problem)
    assert caught.value.where == f"config/rubrics/small.v1.yaml:{line_of(text, place)}"
    assert caught.value.remedy


def test_a_criterion_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = RUBRIC_FILE + RUBRIC_FILE.split("criteria:\n")[1]
    with pytest.raises(ConfigurationError, match="criterion 'asks' stands here twice"):
        rubrics(tmp_path, twice)


def test_more_than_twenty_criteria_are_refused(tmp_path: Path) -> None:
    body = RUBRIC_FILE.split("criteria:\n")[1]
    many = RUBRIC_FILE + "".join(body.replace("id: asks", f"id: asks_{n}") for n in range(20))
    with pytest.raises(ConfigurationError, match="21 criteria"):
        rubrics(tmp_path, many)


@pytest.mark.parametrize("name", ["small.yaml", "small.v0.yaml", "Small.v1.yaml", "small-v1.yaml"])
def test_a_rubric_is_called_by_name_and_version(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match="is not a rubric's name"):
        rubrics(tmp_path, RUBRIC_FILE, name)


def test_a_skill_that_no_criterion_feeds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no criterion feeds closing"):
        rubrics(tmp_path, RUBRIC_FILE.replace(", closing: 0.5", ""))


def test_an_edited_published_version_is_refused_with_the_name_of_the_next(tmp_path: Path) -> None:
    digest = rubrics(tmp_path, RUBRIC_FILE).named("small").digest
    digests = tmp_path / "config" / "rubrics" / "DIGESTS"
    digests.write_text(f"# published\nsmall.v1.yaml {digest}\n", encoding="utf-8")
    assert rubrics(tmp_path, RUBRIC_FILE).named("small").digest == digest
    with pytest.raises(ConfigurationError, match=r"was edited.*small\.v2\.yaml"):
        rubrics(tmp_path, RUBRIC_FILE.replace("Ask why.", "Ask how."))


def test_publishing_a_version_is_answered_with_the_line_to_write(tmp_path: Path) -> None:
    digest = rubrics(tmp_path, RUBRIC_FILE).named("small").digest
    digests = tmp_path / "config" / "rubrics" / "DIGESTS"
    digests.write_text("small.v1.yaml new\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=f"`small.v1.yaml {digest}`"):
        rubrics(tmp_path, RUBRIC_FILE)


def test_a_malformed_line_of_digests_names_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "DIGESTS").write_text("# note\nsmall.v1.yaml\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        published_digests(folder)
    assert caught.value.where == "config/DIGESTS:2"


def test_a_folder_without_rubrics_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config" / "rubrics").mkdir(parents=True)
    with pytest.raises(ConfigurationError, match="no rubric here"):
        load_rubrics(tmp_path / "config" / "rubrics", skills(tmp_path), READERS)


def two_versions(tmp_path: Path, *published: int) -> RubricLibrary:
    known = skills(tmp_path)
    folder = tmp_path / "config" / "rubrics"
    digest = rubrics(tmp_path, RUBRIC_FILE).named("small").digest
    (folder / "small.v2.yaml").write_text(RUBRIC_FILE.replace("Ask why.", "Ask how."), "utf-8")
    later = load_rubrics(folder, known, READERS).named("small", 2).digest
    lines = {1: f"small.v1.yaml {digest}", 2: f"small.v2.yaml {later}"}
    (folder / "DIGESTS").write_text("\n".join(lines[n] for n in published), "utf-8")
    return load_rubrics(folder, known, READERS)


def test_a_version_beside_a_published_one_is_a_draft_until_it_is_published(tmp_path: Path) -> None:
    library = two_versions(tmp_path, 1)
    assert library.named("small").version == 1
    assert library.for_call(CallType.DISCOVERY).version == 1
    assert [r.version for r in library.drafts] == [2]
    assert library.named("small", 2).criteria[0].tip == "Ask how."
    assert library.newest("small").version == 2


def test_once_published_the_newest_version_is_used(tmp_path: Path) -> None:
    library = two_versions(tmp_path, 1, 2)
    assert (library.named("small").version, library.drafts) == (2, ())


def test_a_team_that_publishes_nothing_has_no_drafts(tmp_path: Path) -> None:
    library = two_versions(tmp_path)
    assert (library.named("small").version, library.drafts) == (2, ())

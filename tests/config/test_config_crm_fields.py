"""``crm_fields.yaml``: what RevOps may write, and what a mistake is answered with."""

from pathlib import Path

import pytest

from config.crm_fields import load_crm_fields
from domain.deals import CrmField, FieldKind
from domain.errors import ConfigurationError

SOURCES = {"score": FieldKind.NUMBER, "link": FieldKind.URL, "words": FieldKind.LONG_TEXT}
GOOD = """\
salesforce:
  - source: score
    name: Reploop_Score__c
    label: Score
    kind: number
    help: One call.
  - source: link
    name: Reploop_Link__c
    label: Link
    kind: text
hubspot: []
"""


def load(tmp_path: Path, text: str) -> object:
    file = tmp_path / "config" / "crm_fields.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return load_crm_fields(file, SOURCES)


def test_fields_are_read_in_order_by_crm(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD) == {
        "salesforce": (
            CrmField("score", "Reploop_Score__c", "Score", FieldKind.NUMBER, "One call."),
            CrmField("link", "Reploop_Link__c", "Link", FieldKind.TEXT),
        ),
        "hubspot": (),
    }


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("source: link", "source: mood", 7, "'mood' is not known"),
        ("source: link", "source: score", 10, "text cannot hold score"),
        ("kind: text", "kind: colour", 10, "'colour' is not known"),
        ("kind: text", "kind: number", 10, "number cannot hold link"),
        (
            "name: Reploop_Link__c",
            "name: reploop_score__C",
            8,
            "'reploop_score__c' is listed twice",
        ),
        ("name: Reploop_Link__c", "name: a-b", 8, "'a-b' is not a field name"),
        ("label: Link", f"label: {'x' * 41}", 9, "label of 41 characters"),
        ("    label: Link\n", "", 7, "missing label"),
        ("help: One call.", "hint: One call.", 6, "unknown key 'hint'"),
        ("hubspot: []", "hubspot: none", 11, "expected a list here"),
        ("hubspot: []", "hubspot: [", 12, "not YAML"),
    ],
)
def test_a_mistake_names_file_line_and_problem(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, GOOD.replace(old, new))
    assert caught.value.where == f"config/crm_fields.yaml:{line}"
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_a_source_is_shown_once_in_a_crm(tmp_path: Path) -> None:
    again = GOOD.replace("source: link", "source: score").replace("kind: text", "kind: number")
    with pytest.raises(ConfigurationError, match=r"crm_fields\.yaml:7: 'score' is listed twice"):
        load(tmp_path, again)

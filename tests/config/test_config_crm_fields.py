"""``crm_fields.yaml``: what RevOps may write, and what a mistake is answered with."""

from pathlib import Path

import pytest

from config.crm_fields import CrmMapping, load_crm_mapping
from config.crm_names import NAMINGS, api_name
from domain.crm import CrmField, FieldKind, FieldRule, RecordKind
from domain.errors import ConfigurationError

NUMBER, TEXT, LONG_TEXT = FieldKind.NUMBER, FieldKind.TEXT, FieldKind.LONG_TEXT
SOURCES = {
    RecordKind.DEAL: {"score": NUMBER, "link": FieldKind.URL, "words": LONG_TEXT,
                      "meddic.pain": LONG_TEXT, "day": FieldKind.DATE, "medal": TEXT},
    RecordKind.CALL: {"score": NUMBER},
    RecordKind.SNAPSHOT: {"level": NUMBER},
    RecordKind.OWNER: {},
}  # fmt: skip
GOOD = """\
fields:
  - source: score
    label: Score (Reploop)
    kind: number
    help: One call.
    rule: fill_if_empty
    approve: true
    crms: [salesforce, hubspot]
    names: {hubspot: reploop_one}
  - source: link
    label: Link
    kind: text
segments:
  industry: {salesforce: Account.Industry, hubspot: industry}
  size: {hubspot: company_size}
"""


def load(tmp_path: Path, text: str) -> CrmMapping:
    file = tmp_path / "config" / "crm_fields.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return load_crm_mapping(file, SOURCES)


def failure(tmp_path: Path, text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, text)
    return caught.value


def one(tmp_path: Path, entry: str, crm: str = "salesforce") -> CrmField:
    """The field that one entry makes in a CRM."""
    (made,) = load(tmp_path, f"fields:\n  - {{{entry}}}\n").fields[crm]
    return made


def test_fields_are_read_in_order_for_every_crm_that_they_are_for(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD).fields
    assert set(found) == set(NAMINGS)
    assert [f.source for f in found["salesforce"]] == ["score", "link"]
    assert [f.source for f in found["zoho"]] == ["link"]
    assert found["hubspot"][0] == CrmField(
        "score", "reploop_one", "Score (Reploop)", NUMBER, "One call.", RecordKind.DEAL,
        FieldRule.FILL_IF_EMPTY, approve=True,
    )  # fmt: skip


def test_without_more_a_field_is_ours_on_deals_of_every_crm(tmp_path: Path) -> None:
    made = one(tmp_path, "source: score, label: Score, kind: number")
    assert (made.on, made.rule, made.approve, made.help) == (
        RecordKind.DEAL, FieldRule.OURS, False, "",
    )  # fmt: skip


def test_a_field_of_another_kind_of_record_has_that_kinds_sources(tmp_path: Path) -> None:
    assert one(tmp_path, "source: score, label: S, kind: number, on: call").on is RecordKind.CALL


def test_segments_are_read_by_crm(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD).segments == {
        "salesforce": {"industry": "Account.Industry"},
        "hubspot": {"industry": "industry", "size": "company_size"},
    }


def test_without_segments_there_are_none(tmp_path: Path) -> None:
    assert load(tmp_path, "fields: []\n").segments == {}


# ── names ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("crm", "name"),
    [
        ("salesforce", "Reploop_Meddic_Pain__c"),
        ("hubspot", "reploop_meddic_pain"),
        ("pipedrive", "reploop_meddic_pain"),
        ("monday", "reploop_meddic_pain"),
        ("zoho", "Pain_as_said_Reploop"),
        ("freshsales", "cf_pain_as_said_reploop"),
    ],
)
def test_a_field_is_called_as_each_crm_calls_it(tmp_path: Path, crm: str, name: str) -> None:
    entry = 'source: meddic.pain, label: "Pain, as said (Reploop)", kind: long_text'
    assert one(tmp_path, entry, crm).name == name
    assert api_name(crm, "meddic.pain", "Pain, as said (Reploop)") == name


@pytest.mark.parametrize("name", ["Their_Field__c", "0123456789abcdef0123456789abcdef01234567"])
def test_a_field_of_the_companys_own_is_named(tmp_path: Path, name: str) -> None:
    entry = f'source: medal, label: M, kind: text, names: {{pipedrive: "{name}"}}'
    assert one(tmp_path, entry, "pipedrive").name == name


# ── mistakes ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("source: link", "source: mood", 10, "'mood' is not known"),
        ("source: link", "source: score", 12, "text cannot hold score"),
        ("kind: text", "kind: colour", 12, "'colour' is not known"),
        ("kind: text", "kind: number", 12, "number cannot hold link"),
        ("label: Link", f"label: {'x' * 41}", 11, "label of 41 characters"),
        ("    label: Link\n", "", 10, "missing label"),
        ("help: One call.", "hint: One call.", 5, "unknown key 'hint'"),
        ("rule: fill_if_empty", "rule: mine", 6, "'mine' is not known"),
        ("approve: true", "approve: maybe", 7, "'maybe' is not known"),
        ("crms: [salesforce, hubspot]", "crms: [salesforce, close]", 8, "'close' is not known"),
        ("crms: [salesforce, hubspot]", "crms: [salesforce]", 9, "hubspot is not among its crms"),
        ("hubspot: reploop_one", "hubspot: a-b", 9, "'a-b' is not a field name"),
        ("hubspot: reploop_one", "close: a", 9, "unknown key 'close'"),
        ("source: link", "source: link\n    on: lead", 11, "'lead' is not known"),
        ("source: link", "source: link\n    on: call", 10, "'link' is not known"),
        ("industry: {sales", "Industry: {sales", 14, "'Industry' is no plain word"),
        ("Account.Industry", "Account.Industry.X", 14, "'Account.Industry.X' is not a field name"),
        ("size: {hubspot", "size: {close", 15, "unknown key 'close'"),
        ("segments:", "extra:", 13, "unknown key 'extra'"),
        ("fields:", "fields: [", 2, "not YAML"),
    ],
)
def test_a_mistake_names_file_line_and_problem(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    wrong = failure(tmp_path, GOOD.replace(old, new, 1))
    assert problem in wrong.problem
    assert wrong.where == f"config/crm_fields.yaml:{line}"
    assert wrong.remedy


def test_fields_are_a_list(tmp_path: Path) -> None:
    wrong = failure(tmp_path, "fields: none\n")
    assert (wrong.where, wrong.problem) == ("config/crm_fields.yaml:1", "expected a list here")


@pytest.mark.parametrize(
    ("again", "crms", "line", "twice"),
    [
        ("source: score, label: Other, kind: number", "salesforce", 13, "source score"),
        ("source: medal, label: Other, kind: text, names: {hubspot: REPLOOP_ONE}", "hubspot", 13,
         "name reploop_one"),
    ],
)  # fmt: skip
def test_a_source_and_a_name_stand_once_on_a_kind_of_record(
    tmp_path: Path, again: str, crms: str, line: int, twice: str
) -> None:
    fields, segments = GOOD.split("segments:")
    wrong = failure(tmp_path, f"{fields}  - {{{again}}}\nsegments:{segments}")
    assert f"{crms}: '{twice}' stands on a deal twice" in wrong.problem
    assert wrong.where == f"config/crm_fields.yaml:{line}"


def test_two_labels_that_become_one_name_are_found_where_the_crm_makes_it(tmp_path: Path) -> None:
    text = "fields:\n" + "".join(
        f"  - {{source: {source}, label: '{label}', kind: long_text, crms: [zoho]}}\n"
        for source, label in (("words", "What (they) said"), ("meddic.pain", "What they said"))
    )
    assert "'name what_they_said' stands on a deal twice" in failure(tmp_path, text).problem


def test_the_same_source_on_another_kind_of_record_is_another_field(tmp_path: Path) -> None:
    text = "fields:\n" + "".join(
        f"  - {{source: score, label: Score, kind: number, on: {on}}}\n" for on in ("deal", "call")
    )
    found = load(tmp_path, text).fields["hubspot"]
    assert [f.on for f in found] == [RecordKind.DEAL, RecordKind.CALL]


@pytest.mark.parametrize(
    ("of_source", "fits"),
    [
        ("score", {"number"}),
        ("day", {"date"}),
        ("link", {"url", "text", "long_text"}),
        ("medal", {"text", "long_text"}),
        ("words", {"long_text"}),
    ],
)
@pytest.mark.parametrize("kind", [each.value for each in FieldKind])
def test_a_field_is_of_a_kind_that_can_hold_its_source(
    tmp_path: Path, of_source: str, fits: set[str], kind: str
) -> None:
    entry = f"source: {of_source}, label: L, kind: {kind}"
    if kind in fits:
        assert one(tmp_path, entry).kind == kind
    else:
        wrong = failure(tmp_path, f"fields:\n  - {{{entry}}}\n")
        assert f"{kind} cannot hold {of_source}" in wrong.problem
        assert set(wrong.remedy.removeprefix("Use ").split(" or ")) == fits


@pytest.mark.parametrize("slug", sorted(NAMINGS))
def test_the_format_of_before_is_answered_with_what_to_do(tmp_path: Path, slug: str) -> None:
    old = (
        f"{slug}:\n  - source: score\n    name: Reploop_Score__c\n    label: S\n    kind: number\n"
    )
    wrong = failure(tmp_path, old)
    assert wrong.where == "config/crm_fields.yaml:1"
    assert "the format of before" in wrong.problem
    assert "`fields:`" in wrong.remedy


def test_only_changes_of_deals_and_calls_wait_for_a_person(tmp_path: Path) -> None:
    entry = "  - {source: level, label: L, kind: number, on: snapshot, approve: true}\n"
    assert "nobody is asked about a snapshot" in str(failure(tmp_path, f"fields:\n{entry}"))

"""Change sets as they are shown: that words changed, never the words."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from domain.changes import Approval, ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, FieldKind, FieldValue, RecordKind
from jobs.crm_shown import HIDDEN, approval_without_words, without_words
from jobs.crm_sources import repeats_words, sources_with
from tests.jobs.crm_world import ELEMENTS

SALESFORCE = RecordRef("salesforce", RecordKind.DEAL, "006A")
HUBSPOT = RecordRef("hubspot", RecordKind.DEAL, "7")
A_CALL = RecordRef("salesforce", RecordKind.CALL, "00T1")
EVERY = [(kind, source) for kind, those in sources_with(ELEMENTS).items() for source in those]
AT = datetime(2026, 11, 25, tzinfo=UTC)
WORD = "xylophone"


def mapped(source: str, name: str = "field", on: RecordKind = RecordKind.DEAL) -> CrmField:
    return CrmField(name=name, source=source, kind=FieldKind.LONG_TEXT, label=name, on=on)


def shown(
    old: FieldValue,
    new: FieldValue,
    fields: Mapping[str, tuple[CrmField, ...]],
    record: RecordRef = SALESFORCE,
) -> tuple[FieldValue, FieldValue]:
    write = FieldWrite(record=record, field="field", old=old, new=new, state=WriteState.WRITTEN)
    kept = ChangeSet(id=ChangeSetId("s"), at=AT, call_id=None, writes=(write,))
    (seen,) = without_words(kept, fields).writes
    assert (seen.record, seen.field, seen.state) == (record, "field", WriteState.WRITTEN)
    return seen.old, seen.new


@pytest.mark.parametrize(("kind", "source"), [e for e in EVERY if repeats_words(e[1])])
def test_set_changed_and_cleared_are_told_apart_without_the_words(
    kind: RecordKind, source: str
) -> None:
    fields, record = {"salesforce": (mapped(source, on=kind),)}, RecordRef("salesforce", kind, "1")
    assert shown(None, WORD, fields, record) == (None, HIDDEN)
    assert shown("before", WORD, fields, record) == (HIDDEN, HIDDEN)
    assert shown(WORD, None, fields, record) == (HIDDEN, None)


@pytest.mark.parametrize(("kind", "source"), [e for e in EVERY if not repeats_words(e[1])])
def test_what_repeats_no_call_is_shown(kind: RecordKind, source: str) -> None:
    fields, record = {"salesforce": (mapped(source, on=kind),)}, RecordRef("salesforce", kind, "1")
    assert shown(None, "Gold", fields, record) == (None, "Gold")


@pytest.mark.parametrize("kind", [RecordKind.DEAL, RecordKind.CALL])
def test_words_are_among_the_sources_of_deals_and_of_calls(kind: RecordKind) -> None:
    assert any(repeats_words(source) for of, source in EVERY if of is kind)


def test_a_field_that_is_not_mapped_any_more_is_hidden() -> None:
    assert shown(3.0, WORD, {"salesforce": (mapped("owner_focus", "another"),)}) == (3.0, HIDDEN)


def test_the_same_name_in_another_crm_uncovers_nothing() -> None:
    fields = {"salesforce": (mapped("next_step"),), "hubspot": (mapped("owner_focus"),)}
    assert shown(None, WORD, fields, SALESFORCE) == (None, HIDDEN)
    assert shown(None, WORD, fields, HUBSPOT) == (None, WORD)


def test_the_same_name_on_another_kind_of_record_uncovers_nothing() -> None:
    fields = {"salesforce": (mapped("call_summary", on=RecordKind.CALL), mapped("owner_focus"))}
    assert shown(None, WORD, fields, A_CALL) == (None, HIDDEN)
    assert shown(None, WORD, fields, SALESFORCE) == (None, WORD)


@pytest.mark.parametrize(
    ("source", "seen"), [("next_step", (HIDDEN, HIDDEN)), ("owner_focus", ("before", WORD))]
)
def test_what_waits_for_approval_shows_no_words_either(source: str, seen: tuple[str, str]) -> None:
    waits = Approval(
        id="a", record=SALESFORCE, field="field", old="before", new=WORD, asked_at=AT
    )  # fmt: skip
    known = approval_without_words(waits, {"salesforce": (mapped(source),)})
    assert (known.old, known.new) == seen

"""Change sets as they are shown: that words changed, never the words."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from domain.deals import (
    ChangeSet,
    ChangeSetId,
    CrmField,
    DealRef,
    FieldKind,
    FieldValue,
    FieldWrite,
    WriteState,
)
from jobs.crm_shown import HIDDEN, without_words
from jobs.crm_values import SOURCES, WORDS_OF_CALLS

SALESFORCE, HUBSPOT = DealRef("salesforce", "006A"), DealRef("hubspot", "7")
WORD = "xylophone"


def mapped(source: str, name: str = "field") -> CrmField:
    return CrmField(name=name, source=source, kind=FieldKind.LONG_TEXT, label=name)


def shown(
    old: FieldValue,
    new: FieldValue,
    fields: Mapping[str, tuple[CrmField, ...]],
    ref: DealRef = SALESFORCE,
) -> tuple[FieldValue, FieldValue]:
    write = FieldWrite(deal=ref, field="field", old=old, new=new, state=WriteState.WRITTEN)
    at = datetime(2026, 11, 25, tzinfo=UTC)
    kept = ChangeSet(id=ChangeSetId("s"), at=at, call_id=None, writes=(write,))
    (seen,) = without_words(kept, fields).writes
    assert (seen.deal, seen.field, seen.state) == (ref, "field", WriteState.WRITTEN)
    return seen.old, seen.new


@pytest.mark.parametrize("source", sorted(WORDS_OF_CALLS))
def test_set_changed_and_cleared_are_told_apart_without_the_words(source: str) -> None:
    fields = {"salesforce": (mapped(source),)}
    assert shown(None, WORD, fields) == (None, HIDDEN)
    assert shown("before", WORD, fields) == (HIDDEN, HIDDEN)
    assert shown(WORD, None, fields) == (HIDDEN, None)


@pytest.mark.parametrize("source", sorted(SOURCES.keys() - WORDS_OF_CALLS))
def test_what_repeats_no_call_is_shown(source: str) -> None:
    assert shown(None, "Gold", {"salesforce": (mapped(source),)}) == (None, "Gold")


def test_a_field_that_is_not_mapped_any_more_is_hidden() -> None:
    assert shown(3.0, WORD, {"salesforce": (mapped("owner_focus", "another"),)}) == (3.0, HIDDEN)


def test_the_same_name_in_another_crm_uncovers_nothing() -> None:
    fields = {"salesforce": (mapped("next_step"),), "hubspot": (mapped("owner_focus"),)}
    assert shown(None, WORD, fields, SALESFORCE) == (None, HIDDEN)
    assert shown(None, WORD, fields, HUBSPOT) == (None, WORD)

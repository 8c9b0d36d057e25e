"""What the fields of a CRM can be filled with: every source, its kind, and what it repeats."""

from collections.abc import Mapping

from domain.crm import FieldKind, RecordKind
from domain.facts import Elements

_DEAL: Mapping[str, FieldKind] = {
    "last_call_score": FieldKind.NUMBER,
    "last_call_medal": FieldKind.TEXT,
    "last_call_date": FieldKind.DATE,
    "last_call_link": FieldKind.URL,
    "last_call_summary": FieldKind.LONG_TEXT,
    "next_step": FieldKind.TEXT,
    "next_step_date": FieldKind.DATE,
    "owner_skills": FieldKind.LONG_TEXT,
    "owner_focus": FieldKind.TEXT,
    "owner_stage_skills": FieldKind.LONG_TEXT,
}
_CALL: Mapping[str, FieldKind] = {
    "call_score": FieldKind.NUMBER,
    "call_medal": FieldKind.TEXT,
    "call_summary": FieldKind.LONG_TEXT,
    "call_link": FieldKind.URL,
}
_SNAPSHOT: Mapping[str, FieldKind] = {
    "snapshot_rep": FieldKind.TEXT,
    "snapshot_skill": FieldKind.TEXT,
    "snapshot_week": FieldKind.DATE,
    "snapshot_level": FieldKind.NUMBER,
    "snapshot_low": FieldKind.NUMBER,
    "snapshot_high": FieldKind.NUMBER,
    "snapshot_calls": FieldKind.NUMBER,
    "snapshot_tier": FieldKind.TEXT,
}
_OWNER: Mapping[str, FieldKind] = {
    "profile": FieldKind.LONG_TEXT,
    "focus": FieldKind.TEXT,
}
_WORDS_OF_CALLS = frozenset({"last_call_summary", "next_step", "call_summary"})


def sources_with(elements: Elements) -> Mapping[RecordKind, Mapping[str, FieldKind]]:
    """Every source by kind of record; see ``docs/crm.md``.

    What is read from calls has a source ``element.<methodology>.<element>`` each, and
    ``coverage.<methodology>``.
    """
    read = {f"element.{element.id}": FieldKind.LONG_TEXT for element in elements.listed}
    coverage = {f"coverage.{e.methodology}": FieldKind.TEXT for e in elements.listed}
    return {
        RecordKind.DEAL: {**_DEAL, **coverage, **read},
        RecordKind.CALL: _CALL,
        RecordKind.SNAPSHOT: _SNAPSHOT,
        RecordKind.OWNER: _OWNER,
    }


def repeats_words(source: str) -> bool:
    """Whether a source repeats what was said; others are numbers, dates, tiers and addresses."""
    return source in _WORDS_OF_CALLS or source.startswith("element.")

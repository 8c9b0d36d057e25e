"""What a deleted call said, as far as the history of CRM writes repeats it.

The history loses the texts. The CRM itself still shows some of them until the deal is
brought up to date, and then they must be known as ours: a note of the deletion keeps
their digests until that is done, beside those of writes whose result nobody noted.
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from domain.calls import Call, CallId, CallState
from domain.changes import Approval, ChangeSet, FieldWrite, Provenance, RecordRef, WriteBegun
from domain.crm import FieldKind, FieldValue, RecordKind
from domain.errors import ConfigurationError
from domain.ports import Stores
from domain.scores import Scorecard
from jobs.crm_compare import normal
from jobs.crm_facts import facts_on_deal
from jobs.crm_intents import OF_DELETED, digest
from jobs.crm_sources import repeats_words
from jobs.crm_values import values_for_deal
from jobs.services import Services
from scoring.rulings import as_graded

Words = Mapping[RecordRef, Collection[str]]
"""Digests of a call's texts, by the record that they were written on."""


def words_of(tx: Stores, call: Call, services: Services) -> Words:
    """What is to be forgotten of a call, while its scorecard is still there.

    A write that never ended has no change set: its text is known from the scorecard alone.
    """
    known: dict[RecordRef, set[str]] = {}
    every = (
        *_written(tx, call, services), *_of_scorecard(tx, call, services),
        *_proven_by(tx, call, services),
    )  # fmt: skip
    for ref, key in every:
        known.setdefault(ref, set()).add(key)
    return known


def forget_words(tx: Stores, call: Call, words: Words, services: Services) -> None:
    """Take a call's words out of the history of every record they were written on.

    To be called once the effects of its deal are held, as by everybody who writes there.
    """
    for slug in services.crms:
        remote_id = tx.changes.remote_id(slug, RecordKind.CALL, call.id)
        if remote_id is not None:  # all of it is about this call
            tx.changes.forget_values(RecordRef(slug, RecordKind.CALL, remote_id), _any)
    for ref, digests in sorted(words.items()):
        tx.changes.forget_values(ref, partial(_is_among, digests))
        note = WriteBegun(id=_note_of(call.id), at=services.now(), digests=frozenset(digests))
        tx.changes.begin(ref, note)


def without_forgotten(tx: Stores, change_set: ChangeSet) -> ChangeSet:
    """The same change set without a word of deleted calls that the CRM still showed.

    What was written stays, unless for a call that was deleted meanwhile: another call may
    have come to the same words. A call's own record says nothing that is not of that call.
    """
    of_call = all(write.record.kind is RecordKind.CALL for write in change_set.writes)
    if of_call and _is_deleted(tx, change_set.call_id):
        emptied = tuple(replace(write, old=None, new=None) for write in change_set.writes)
        return replace(change_set, writes=emptied)
    records = {write.record for write in change_set.writes}
    begun = {record: tx.changes.begun(record) for record in records}
    kept = tuple(_without(begun[w.record], w, change_set.call_id) for w in change_set.writes)
    return replace(change_set, writes=kept)


def asked_without_forgotten(tx: Stores, approval: Approval) -> Approval | None:
    """The same for a change that is to wait; ``None`` if it would write what was deleted."""
    notes = [n for n in tx.changes.begun(approval.record) if n.id.startswith(_note_of(""))]
    known = frozenset[str]().union(*(note.digests for note in notes))
    if approval.new is not None and _key(approval.field, approval.new) in known:
        return None
    stood = _key(approval.field, approval.old) in known
    return replace(approval, old=None) if stood else approval


def _without(begun: Sequence[WriteBegun], write: FieldWrite, call_id: str | None) -> FieldWrite:
    notes = [note for note in begun if note.id.startswith(_note_of(""))]
    proof = write.provenance or Provenance()
    said_by = {_note_of(each) for each in (call_id, proof.call_id, *proof.also) if each}
    own = [n for n in notes if n.id in said_by]
    if any(_key(write.field, write.old) in note.digests for note in notes):
        write = replace(write, old=None)
    if any(_key(write.field, write.new) in note.digests for note in own):
        write = replace(write, new=None)
    return write


def _is_deleted(tx: Stores, call_id: str | None) -> bool:
    call = None if call_id is None else tx.calls.get(CallId(call_id))
    return call is not None and call.state is CallState.DELETED


def _written(tx: Stores, call: Call, services: Services) -> Iterator[tuple[RecordRef, str]]:
    """Digests of what was written for a call and did not stand there before.

    Undoing belongs to the call too, and puts back what others wrote: that is not its words.
    """
    found: set[tuple[RecordRef, str]] = set()
    for change_set in tx.changes.of_call(call.id):
        for write in change_set.writes:
            if not _repeats_words(write, services):
                continue
            found.add((write.record, _key(write.field, write.old)))
            if write.new is not None and (write.record, _key(write.field, write.new)) not in found:
                yield write.record, _key(write.field, write.new)


def _repeats_words(write: FieldWrite, services: Services) -> bool:
    """Whether a field may hold words; one that is not mapped any more may."""
    fields = services.crm_fields.get(write.record.crm, ())
    return all(
        repeats_words(f.source)
        for f in fields
        if (f.name, f.on) == (write.field, write.record.kind)
    )


def _of_scorecard(tx: Stores, call: Call, services: Services) -> Iterator[tuple[RecordRef, str]]:
    """Digests of what is to be written for a call as it stands."""
    card = tx.scorecards.latest(call.id)
    if call.deal is None or card is None:
        return
    for each in (card, _before_rulings(call, card, services)):
        values = values_for_deal(call, each, (), services.skills, "")
        for field in services.crm_fields.get(call.deal.crm, ()):
            value = values.get(field.source) if repeats_words(field.source) else None
            if value is not None:
                yield RecordRef.of(call.deal), _key(field.name, value)


def _proven_by(tx: Stores, call: Call, services: Services) -> Iterator[tuple[RecordRef, str]]:
    """Digests of texts that were written for other calls of its deal and hold words of this one."""
    if call.deal is None:
        return
    record = RecordRef.of(call.deal)
    for write in tx.changes.writes_on(record):
        proof = write.provenance
        named = proof is not None and call.id in (proof.call_id, *proof.also)
        if named and write.new is not None and _repeats_words(write, services):
            yield record, _key(write.field, write.new)
    for source, value in facts_on_deal(tx, call.deal, services).values.items():
        for field in services.crm_fields.get(call.deal.crm, ()):
            if field.source == source and repeats_words(source) and value is not None:
                yield record, _key(field.name, value)


def _before_rulings(call: Call, card: Scorecard, services: Services) -> Scorecard:
    """What a write that began before a person decided an appeal was about to say."""
    try:
        rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
    except ConfigurationError:
        return card
    return as_graded(card, rubric, call.call_type)


def _key(field: str, value: FieldValue) -> str:
    """As writes that were begun are noted: texts of both lengths are compared alike."""
    return digest(field, normal(FieldKind.LONG_TEXT, value))


def _any(_field: str, _value: FieldValue) -> bool:
    return True


def _is_among(digests: Container[str], field: str, value: FieldValue) -> bool:
    return _key(field, value) in digests


def _note_of(call_id: str) -> str:
    return f"{OF_DELETED}{call_id}"

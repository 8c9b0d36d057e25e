"""Which messages show a shared moment, so that all of them change once it does.

What is about to be shown to whom is noted in the audit, before it is sent: nothing that
happens at the same time can undo a line, and no crash can lose one. Whoever changes a moment
holds it and then reads the notes; whoever sends holds it while noting. So either the change
finds the note, or the sender finds the change; the message is then made due again.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.calls import CallId
from domain.effects import EffectRecord
from domain.library import ClipState, SharedClip, SharedClipId, ShownMoment
from domain.ports import Stores
from jobs.letter import Letter
from jobs.services import Services

SHOWN = "clip.shown:"
MOST_MESSAGES = 100_000
Shows = tuple[tuple[SharedClipId, ClipState, datetime], ...]
"""Moments that a message shows, each with the state it was read in, and since when."""


def shows(moments: Iterable[ShownMoment | SharedClip | None]) -> Shows:
    """What a letter with these moments has to say of itself."""
    found = [m.shared if isinstance(m, ShownMoment) else m for m in moments if m is not None]
    return tuple(sorted({(shared.id, shared.state, shared.at) for shared in found}))


def note_shown(tx: Stores, record: EffectRecord, letter: Letter, services: Services) -> None:
    """Note which moments a message is about to show; one that changed makes it due again."""
    stale = False
    for clip_id, state, at in letter.shows:
        now = tx.library.get(clip_id)
        stale = stale or now is None or (now.state, now.at) != (state, at)
        if record.effect.key in _keys(tx, clip_id):
            continue
        tx.audit.add(
            at=services.now(),
            actor=letter.to.id,
            action=f"{SHOWN}{record.effect.key}",
            subject=_subject(clip_id),
            allowed=True,
            via="slack",
        )
    if stale:
        tx.outbox.request(record.effect)


def correct_messages(tx: Stores, clip_id: SharedClipId) -> None:
    """Have every message that shows this moment brought up to date in place."""
    for record in map(tx.outbox.get, sorted(_keys(tx, clip_id))):
        if record is not None:
            tx.outbox.request(record.effect)


def forget_moments(tx: Stores, call_id: CallId) -> bool:
    """Take a deleted call's moments out of the library, and out of the messages.

    Says whether there were any: then messages are due.
    """
    moments = tx.library.of_call(call_id)
    for shared in moments:
        tx.library.get(shared.id)  # held to the end, as whoever shows it now does
        correct_messages(tx, shared.id)
    tx.library.forget_call(call_id)
    return bool(moments)


def _keys(tx: Stores, clip_id: SharedClipId) -> frozenset[str]:
    noted = tx.audit.about(_subject(clip_id), limit=MOST_MESSAGES)
    return frozenset(what.removeprefix(SHOWN) for _, _, what, _ in noted if what.startswith(SHOWN))


def _subject(clip_id: SharedClipId) -> str:
    return f"clip:{clip_id}"

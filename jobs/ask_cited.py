"""The calls behind an answer: moments where they may be read, else the calls themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.clips import ScoredCall, best_moment, gap_moment, moment_key
from domain.calls import Call
from domain.clips import Clip
from domain.errors import ConfigurationError
from domain.people import Person
from domain.phrases import Phrase
from domain.questions import CitedCall, Figure, Period
from jobs.ask_context import Asking

LOOKED_AT = 8
"""Latest calls of a rep and skill among which a moment is looked for."""
MAX_CLIPS = 3
MAX_CALLS = 5


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer shows for itself."""

    clips: tuple[Clip, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    note: tuple[Phrase, ...] = ()
    """Why there is no moment, or nothing at all."""


def cite(
    figures: Sequence[Figure], asking: Asking, *, period: Period | None = None, strong: bool = False
) -> Cited:
    """Moments behind these figures, for one figure both of its kinds, for several one each."""
    clips: dict[tuple[str, int], Clip] = {}
    calls: dict[str, CitedCall] = {}
    for figure in figures:
        rep = asking.rep(figure.rep_id) if figure.rep_id else None
        if rep is None:
            continue
        latest = _latest(rep, figure, asking, period)
        found = _moments(rep, figure, latest, asking, strong=strong)
        for clip in found if len(figures) == 1 else found[:1]:
            clips.setdefault(moment_key(clip), clip)
        if not found:
            calls.update((call.id, cited(call)) for call in latest[:2])
    return _together(tuple(clips.values()), tuple(calls.values()), figures, asking)


def cited(call: Call, score: float | None = None) -> CitedCall:
    """A call to link to."""
    return CitedCall(call_id=call.id, title=call.title, at=call.started_at, score=score)


def loaded(calls: Sequence[Call], asking: Asking) -> tuple[ScoredCall, ...]:
    """These calls with their words, of those that the asker may read."""
    readable = [call for call in asking.opened(calls) if _may_read(call, asking)]
    cards = asking.tx.scorecards.latest_of([call.id for call in readable])
    found = []
    for call in readable:
        card, transcript = cards.get(call.id), asking.tx.calls.transcript(call.id)
        if card is None or transcript is None:
            continue
        try:
            rubric = asking.services.rubrics.named(card.rubric_name, card.rubric_version)
        except ConfigurationError:
            continue
        found.append(ScoredCall(call, card, transcript, rubric))
    return tuple(found)


def _may_read(call: Call, asking: Asking) -> bool:
    rep = asking.rep(call.rep_id) if call.rep_id else None
    return rep is not None and asking.may_read(rep)


def _latest(rep: Person, figure: Figure, asking: Asking, period: Period | None) -> Sequence[Call]:
    within = asking.within([rep], period, limit=LOOKED_AT)
    found = asking.tx.search.observed(figure.skill_id, within)
    return asking.opened([each.call for each in found])


def _moments(
    rep: Person, figure: Figure, calls: Sequence[Call], asking: Asking, *, strong: bool
) -> tuple[Clip, ...]:
    if not asking.may_read(rep):
        return ()
    scored = loaded(calls, asking)
    gap = gap_moment(figure.skill_id, scored, as_of=asking.now)
    best = best_moment(figure.skill_id, scored, as_of=asking.now, other_than=[gap] if gap else ())
    both = (best, gap) if strong else (gap, best)
    return tuple(clip for clip in both if clip is not None)


def _together(
    clips: tuple[Clip, ...],
    calls: tuple[CitedCall, ...],
    figures: Sequence[Figure],
    asking: Asking,
) -> Cited:
    if not figures:
        return Cited()
    if asking.sees_no_words:
        note: tuple[Phrase, ...] = (Phrase("answer-numbers-only"),)
    else:
        note = () if clips or calls else (Phrase("answer-no-call"),)
    return Cited(clips[:MAX_CLIPS], calls[:MAX_CALLS], note)

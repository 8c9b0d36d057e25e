"""Answers about calls: which were scored, which are best, and how the deals behind them stand."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coaching.ask import say
from coaching.ask.tokens import stems, tokens
from domain import said
from domain.calls import Call, CallId, CallState, NotScorable
from domain.clips import Clip
from domain.deals import Outcome
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.ports import CallFilter
from domain.ports.search import (
    CallCount,
    CallOrder,
    DealCall,
    DealsWithin,
    RankedCall,
    Within,
)
from domain.practice import PROVIDER as PRACTICE
from domain.questions import Answer, Calls, Coverage, Deals, Order
from jobs.ask_cited import MAX_CALLS, cited
from jobs.ask_context import Asking
from jobs.ask_moments import word_clips

HITS = 60
"""Turns that are looked at for words; the calls they stand in are ranked or listed."""
DEALS_SHOWN = 10
_ASCII = re.compile(r"[a-z0-9]+")
_WHY = {
    NotScorable.NO_TRANSCRIPT: "answer-why-no-transcript",
    NotScorable.EMPTY_TRANSCRIPT: "answer-why-no-transcript",
    NotScorable.UNREADABLE_TRANSCRIPT: "answer-why-unreadable",
    NotScorable.TOO_SHORT: "answer-why-too-short",
    NotScorable.TOO_LITTLE_REP_SPEECH: "answer-why-little-speech",
    NotScorable.INTERNAL_ONLY: "answer-why-internal",
    NotScorable.NO_REP: "answer-why-no-rep",
    NotScorable.NO_SPEAKERS: "answer-why-speakers",
    NotScorable.AMBIGUOUS_SPEAKERS: "answer-why-speakers",
    NotScorable.DOWNLOAD_REFUSED: "answer-why-unreadable",
    NotScorable.NO_RUBRIC: "answer-why-no-rubric",
}
_OUTCOMES = {
    Outcome.OPEN: "answer-deal-open",
    Outcome.WON: "answer-deal-won",
    Outcome.LOST: "answer-deal-lost",
}


# ── which were scored ────────────────────────────────────────────────────────────────


def coverage(query: Coverage, asking: Asking) -> Answer:
    """How many calls were scored, how many were not and why, and which those are."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    within = asking.within(reps, query.period)
    counted = asking.tx.search.counts(within)
    total, scored = _sum(counted), _sum([c for c in counted if c.state is CallState.SCORED])
    who = say.name_of(reps[0], asking.asker) if query.rep_id else Phrase("answer-everybody")
    key = "answer-coverage" if total else "answer-no-calls"
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-coverage", who=who),
        headline=phrase(key, who=who, scored=scored, n=total),
        lines=_reasons(counted),
        number=scored,
        calls=_not_scored(within, asking) if total > scored else _latest_scored(within, asking),
        scope=asking.scope(reps, query.period),
    )


def _sum(counted: Sequence[CallCount]) -> int:
    return sum(each.calls for each in counted)


def _reasons(counted: Sequence[CallCount]) -> tuple[Phrase, ...]:
    """How many calls for each reason, the most frequent first."""
    found: Counter[str] = Counter()
    for each in counted:
        if each.state is CallState.SKIPPED and each.not_scorable is not None:
            found[_WHY[each.not_scorable]] += each.calls
        elif each.state is CallState.DEAD:
            found["answer-why-failed"] += each.calls
        elif each.state is not CallState.SCORED:
            found["answer-why-waiting"] += each.calls
    return tuple(
        phrase("answer-line", who=Phrase(key), figure=said.calls(number))
        for key, number in found.most_common()
    )


def _not_scored(within: Within, asking: Asking) -> tuple:  # type: ignore[type-arg]
    states = tuple(
        state for state in CallState if state not in (CallState.SCORED, CallState.DELETED)
    )
    which = CallFilter(
        rep_ids=within.rep_ids,
        states=states,
        since=within.since,
        until=within.until,
        but_of=PRACTICE,
        limit=MAX_CALLS,
    )
    return tuple(cited(call) for call in asking.tx.calls.list(which))


def _latest_scored(within: Within, asking: Asking) -> tuple:  # type: ignore[type-arg]
    found = asking.tx.search.calls(replace(within, limit=3))
    return tuple(cited(call) for call in asking.opened([each.call for each in found]))


# ── which calls ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Listed:
    ranked: Sequence[RankedCall]
    clips: tuple[Clip, ...] = ()
    note: tuple[Phrase, ...] = ()
    complete: bool = True
    """Whether no more were there than are looked at."""


def calls(query: Calls, asking: Asking) -> Answer:
    """The best, worst or latest calls: overall, by one skill, or those about something."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    within = asking.within(reps, query.period)
    listed = _about(query, within, asking) if query.words else _by_score(query, within, asking)
    shown = listed.ranked[: query.limit]
    lines = tuple(
        phrase(
            "answer-call-line",
            who=_rep_of(each.call, asking),
            title=each.call.title,
            day=said.day(each.call.started_at.astimezone(asking.zone)),
            score=said.points(each.score),
        )
        for each in shown
    )
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-calls", who=_who(query.rep_id, reps, asking)),
        headline=_headline_of_calls(query, listed, asking),
        lines=lines,
        number=len(listed.ranked),
        cited=listed.clips,
        calls=tuple(cited(each.call, each.score) for each in shown),
        scope=(*asking.scope(reps, query.period), *listed.note),
    )


def _headline_of_calls(query: Calls, listed: _Listed, asking: Asking) -> Phrase:
    if not listed.ranked:
        return Phrase("answer-no-call-found")
    if query.words:
        key = "answer-calls-about" if listed.complete else "answer-calls-about-many"
        return phrase(key, n=len(listed.ranked))
    skill = asking.skill_name(query.skill_id) if query.skill_id else None
    by = Phrase("answer-overall") if skill is None else phrase("plain", text=skill)
    match query.order:
        case Order.BEST:
            return phrase("answer-calls-best", by=by)
        case Order.WORST:
            return phrase("answer-calls-worst", by=by)
        case _:
            return phrase("answer-calls-latest", by=by)


def _by_score(query: Calls, within: Within, asking: Asking) -> _Listed:
    order = CallOrder(query.order.value)
    many = replace(within, limit=4 * query.limit)
    if query.skill_id is None:
        found = asking.tx.search.calls(many, order)
    else:
        found = asking.tx.search.observed(query.skill_id, many, order)
    return _Listed(_opened(found, asking)[: query.limit], note=(Phrase("answer-one-call"),))


def _opened(found: Sequence[RankedCall], asking: Asking) -> list[RankedCall]:
    opened = {call.id for call in asking.opened([each.call for each in found])}
    return [each for each in found if each.call.id in opened]


def _about(query: Calls, within: Within, asking: Asking) -> _Listed:
    """Calls with these words in their title or in what was said, by score or newest first."""
    wide = replace(within, limit=HITS)
    hits = asking.tx.search.turns(stems(query.words), wide)
    # Not every store lowers letters beyond ASCII; the exact look follows.
    plain = max(_ASCII.findall(query.words.lower()), key=len, default="")
    by_title = asking.tx.search.calls(wide, title=plain)
    wanted = {*tokens(query.words)}
    titled = [each.call for each in by_title if wanted and wanted <= {*tokens(each.call.title)}]
    found = {call.id: call for call in (*titled, *(hit.call for hit in hits))}
    ranked = _opened(_scored(found, asking), asking)
    ranked.sort(key=lambda each: (each.call.started_at, each.call.id), reverse=True)
    if query.order is not Order.LATEST:
        sign = -1.0 if query.order is Order.BEST else 1.0
        ranked.sort(key=lambda each: sign * each.score)
    clips = word_clips(hits, asking)
    complete = max(len(hits), len(by_title)) < HITS
    note = (phrase("answer-with-words", words=query.words),)
    return _Listed(ranked, clips, note, complete)


def _scored(found: Mapping[CallId, Call], asking: Asking) -> list[RankedCall]:
    cards = asking.tx.scorecards.latest_of(list(found))
    return [
        RankedCall(found[call_id], card.overall)
        for call_id, card in cards.items()
        if card.overall is not None
    ]


def _who(rep_id: object, reps: Sequence[Person], asking: Asking) -> Phrase:
    return say.name_of(reps[0], asking.asker) if rep_id else Phrase("answer-everybody")


def _rep_of(call: Call, asking: Asking) -> Phrase:
    rep = asking.rep(call.rep_id) if call.rep_id else None
    assert rep is not None  # noqa: S101 - only calls of visible reps are ever read
    return say.name_of(rep, asking.asker)


# ── deals ────────────────────────────────────────────────────────────────────────────


def deals(query: Deals, asking: Asking) -> Answer:
    """Deals whose calls were scored, each with its stage and its last call."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    period = query.period
    which = DealsWithin(
        calls=asking.within(reps, period, limit=DEALS_SHOWN),
        outcome=query.outcome,
        name=tuple(query.name.lower().split()),
        closed=None if period is None else (period.first or date.min, period.last or date.max),
    )
    count, shown = asking.tx.search.deals(which)
    opened = {call.id for call in asking.opened([each.call for each in shown])}
    cards = asking.tx.scorecards.latest_of(list(opened))
    scores = {call_id: card.overall for call_id, card in cards.items()}
    key = "answer-deals" if shown else "answer-no-deals"
    key = "answer-deals-many" if count > len(shown) else key
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-deals", who=_who(query.rep_id, reps, asking)),
        headline=phrase(key, n=count, most=DEALS_SHOWN),
        lines=tuple(_deal_line(each, scores.get(each.call.id), asking) for each in shown),
        number=count,
        calls=tuple(cited(e.call, scores.get(e.call.id)) for e in shown if e.call.id in opened),
        about_reps=tuple(each.call.rep_id for each in shown if each.call.rep_id is not None),
        scope=asking.scope(reps, query.period),
    )


def _deal_line(found: DealCall, score: float | None, asking: Asking) -> Phrase:
    last = phrase("answer-deal-no-score")
    if score is not None:
        last = phrase("answer-deal-score", score=said.points(score))
    return phrase(
        "answer-deal-line",
        who=_rep_of(found.call, asking),
        deal=found.deal.name,
        stage=found.deal.stage,
        outcome=Phrase(_OUTCOMES[found.deal.outcome]),
        day=said.day(found.call.started_at.astimezone(asking.zone)),
        last=last,
    )

"""The moments that prove a point: where a skill fell short, and the rep's own best one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.calls import Call, Transcript
from domain.clips import Clip, Moment
from domain.moments import HIGHEST_GAP_LEVEL, lacks_a_moment, telling
from domain.rubrics import Criterion, Rubric, SkillId
from domain.scores import CriterionScore, Evidence, Scorecard

MAX_QUOTE_CHARS = 240
RECENT_DAYS = 28
LOWEST_BEST_LEVEL = 3


@dataclass(frozen=True, slots=True)
class ScoredCall:
    """A call with what was scored on it, under which rubric, and what was said."""

    call: Call
    scorecard: Scorecard
    transcript: Transcript
    rubric: Rubric
    """The version that the scorecard names."""


@dataclass(frozen=True, slots=True)
class _Moment:
    call: Call
    score: CriterionScore
    level: int
    criterion: Criterion | None
    clip: Clip


def gap_moment(
    skill_id: SkillId,
    calls: Sequence[ScoredCall],
    *,
    as_of: datetime,
    other_than: Iterable[Clip | Moment] = (),
) -> Clip | None:
    """The moment to work on: lowest level (at most 2) with evidence, the latest of those.

    Looks at the last four weeks first, and further back only if they hold none. A moment
    goes before a call on which there was none, whatever the level. The note says what
    would have been better. A moment that already serves is passed over.
    """
    taken = _taken(other_than)
    gaps = [
        m
        for m in _moments(skill_id, calls)
        if m.level <= HIGHEST_GAP_LEVEL and moment_key(m.clip) not in taken
    ]
    recent = [m for m in gaps if as_of - m.call.started_at <= timedelta(days=RECENT_DAYS)]
    chosen = min(
        recent or gaps,
        key=lambda m: (m.clip.whole_call, m.level, _age_s(m, as_of)),
        default=None,
    )
    return None if chosen is None else _with_what_was_missing(chosen)


def best_moment(
    skill_id: SkillId,
    calls: Sequence[ScoredCall],
    *,
    as_of: datetime,
    other_than: Iterable[Clip | Moment] = (),
) -> Clip | None:
    """The rep's own best moment: highest level (3 or 4), the latest of those.

    A moment that already serves as another clip is passed over.
    """
    taken = _taken(other_than)
    good = [
        m
        for m in _moments(skill_id, calls)
        if m.level >= LOWEST_BEST_LEVEL and moment_key(m.clip) not in taken
    ]
    chosen = min(good, key=lambda m: (-m.level, _age_s(m, as_of)), default=None)
    return None if chosen is None else _with_note(chosen, chosen.score.reason)


def moments(
    skill_id: SkillId,
    calls: Sequence[ScoredCall],
    *,
    as_of: datetime,
    other_than: Iterable[Clip | Moment] = (),
) -> tuple[Clip, ...]:
    """The gap first, then the rep's own best moment; each only where there is one."""
    used = tuple(other_than)
    gap = gap_moment(skill_id, calls, as_of=as_of, other_than=used)
    taken = (*used, gap) if gap else used
    best = best_moment(skill_id, calls, as_of=as_of, other_than=taken)
    return tuple(clip for clip in (gap, best) if clip is not None)


def criterion_clip(scored: ScoredCall, score: CriterionScore) -> Clip | None:
    """The moment that proves one criterion of one call, with what was said about it."""
    clip = _clip(scored, score)
    if clip is None or score.level is None:
        return None
    named = {c.id: c for c in scored.rubric.criteria}
    moment = _Moment(scored.call, score, score.level, named.get(score.criterion_id), clip)
    low = score.level <= HIGHEST_GAP_LEVEL
    return _with_what_was_missing(moment) if low else _with_note(moment, score.reason)


def _taken(other_than: Iterable[Clip | Moment]) -> set[Moment]:
    return {moment_key(one) if isinstance(one, Clip) else one for one in other_than}


def stands_in(clip: Clip, transcript: Transcript) -> bool:
    """Whether the quoted words, as far as they are shown, still stand in their turn."""
    said = clip.quote.removesuffix("…").rstrip()
    return _stands(Evidence(said, clip.turn_index), transcript)


def moment_key(clip: Clip) -> Moment:
    """What makes two clips the same moment: the turn of the call."""
    return clip.call_id, clip.turn_index


def shorten(quote: str, limit: int = MAX_QUOTE_CHARS) -> str:
    """At most ``limit`` characters, cut after a whole word, ``…`` only at the very end.

    What stands before the ellipsis is the quote's own text, unchanged.
    """
    if len(quote) <= limit:
        return quote
    head = quote[: limit - 1]
    if not quote[limit - 1].isspace():
        words = head.rsplit(None, 1)
        head = words[0] if len(words) > 1 else head
    return f"{head.rstrip()}…"


def _moments(skill_id: SkillId, calls: Sequence[ScoredCall]) -> Iterator[_Moment]:
    for scored in calls:
        by_id = {c.id: c for c in scored.rubric.criteria}
        for score in scored.scorecard.criteria:
            if score.level is None or skill_id not in score.skill_ids:
                continue
            clip = _clip(scored, score)
            if clip is not None:
                criterion = by_id.get(score.criterion_id)
                yield _Moment(scored.call, score, score.level, criterion, clip)


def _clip(scored: ScoredCall, score: CriterionScore) -> Clip | None:
    """The evidence that still stands in the transcript and tells most, as a clip."""
    transcript = scored.transcript
    standing = replace(score, evidence=tuple(e for e in score.evidence if _stands(e, transcript)))
    told = telling(standing, transcript)
    if told is None:
        return None
    turn = transcript.turns[told.turn_index]
    return Clip(
        call_id=scored.call.id,
        call_title=scored.call.title,
        call_at=scored.call.started_at,
        turn_index=told.turn_index,
        start_s=turn.start_s,
        speaker=turn.speaker,
        quote=shorten(told.quote),
        criterion_id=score.criterion_id,
        level=score.level,
        whole_call=lacks_a_moment(standing, transcript),
    )


def _stands(evidence: Evidence, transcript: Transcript) -> bool:
    """A transcript may have been revised after the call was scored: look again."""
    if not 0 <= evidence.turn_index < len(transcript.turns) or not evidence.quote.strip():
        return False
    return _folded(evidence.quote) in _folded(transcript.turns[evidence.turn_index].text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _age_s(moment: _Moment, as_of: datetime) -> float:
    return (as_of - moment.call.started_at).total_seconds()


def _with_what_was_missing(moment: _Moment) -> Clip:
    """With better words; what was wrong only where there is no moment to hear it in."""
    score, better = moment.score, shorten(moment.score.better)
    if better:
        return replace(
            _with_note(moment, score.reason if moment.clip.whole_call else ""), better=better
        )
    tip = score.tip or (moment.criterion.tip if moment.criterion else "")
    return _with_note(moment, tip or score.reason)


def _with_note(moment: _Moment, note: str) -> Clip:
    return replace(moment.clip, note=shorten(note))

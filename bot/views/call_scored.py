"""A rep's own score after a call: what went well, what to try next, and where to listen."""

from collections import Counter
from collections.abc import Sequence

from bot.blocks import Block, Message, context, divider, header, message, section
from bot.reader import Reader
from bot.text import NAME_CHARS, escape, link, plain, quoted
from bot.words import MEDAL_NAMES, NOT_SCORED, moment
from domain.calls import Transcript
from domain.moments import lacks_a_moment, telling
from domain.ports import CallScoredNotice
from domain.rubrics import MAX_LEVEL, Criterion
from domain.scores import CriterionScore, Evidence, NotScoredBecause, room
from domain.wording import clock, count, points

TRY_NEXT = 2
GOOD_LEVEL = 3
"""From here on a criterion is something to keep doing."""


def call_scored_message(notice: CallScoredNotice, reader: Reader) -> Message:
    """One call's score, worded for the rep who held it."""
    best, to_try = _pick(notice)
    blocks = [
        header(f"Your call: {plain(notice.call.title, 110)}"),
        section(_result(notice, reader)),
    ]
    if best is not None:
        blocks += [divider(), section(_best(best, notice, reader))]
    for number, score in enumerate(to_try):
        lead = "*Try next time*" if number == 0 else "*And also*"
        blocks += [divider(), section(_try(lead, score, notice, reader))]
    return message(_sentence(notice, best, to_try), [*blocks, *_end(notice, reader)])


def _pick(notice: CallScoredNotice) -> tuple[CriterionScore | None, list[CriterionScore]]:
    """The best proven moment, and up to two criteria with the most room, largest first."""
    weight = {c.id: c.weight for c in notice.rubric.criteria}
    scored = [c for c in notice.scorecard.criteria if c.level is not None]

    def left(c: CriterionScore) -> float:
        return room(c.level or 0, weight.get(c.criterion_id, 1.0))

    good = [c for c in scored if (c.level or 0) >= GOOD_LEVEL and c.evidence]
    best = min(good, key=left, default=None)
    rest = [c for c in scored if (c.level or 0) < GOOD_LEVEL and _says_something(c, notice)]
    return best, sorted(rest, key=left, reverse=True)[:TRY_NEXT]


def _says_something(score: CriterionScore, notice: CallScoredNotice) -> bool:
    """Whether there is anything to try: a title alone helps nobody."""
    criterion = _criterion(score, notice)
    return bool(score.reason or score.tip or score.better or (criterion and criterion.tip))


def _result(notice: CallScoredNotice, reader: Reader) -> list[str]:
    card, call = notice.scorecard, notice.call
    when = f"{moment(call.started_at, reader.person)} · {max(1, round(call.duration_s / 60))} min"
    if card.overall is None:
        result = "*No overall score*: too little of this call could be scored."
    else:
        medal = f"{MEDAL_NAMES[card.medal]} · " if card.medal else ""
        result = f"{medal}*{points(card.overall)} of 100* · one call"
    return [f"{result} · {when}", escape(card.summary, 500)]


def _best(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    lines = [f":star: *Best moment* — {_title(score, notice)} ({score.level} of {MAX_LEVEL})"]
    return [*lines, escape(score.reason), *_evidence(score, notice, reader)]


def _try(lead: str, score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    criterion = _criterion(score, notice)
    tip = score.tip or (criterion.tip if criterion else "")
    better = score.better or (criterion.example if criterion else "")
    could = "You could have said" if score.better else "For example"
    return [
        f":seedling: {lead} — {_title(score, notice)} ({score.level} of {MAX_LEVEL})",
        escape(score.reason),
        *_evidence(score, notice, reader),
        escape(tip),
        f"*{could}:* _“{escape(better)}”_" if better else "",
    ]


def _evidence(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    """The quote that tells most with a link to its second; none where the whole call lacked it."""
    found = telling(score, notice.transcript)
    if found is None or lacks_a_moment(score, notice.transcript):
        return []
    at = _start(found, notice.transcript)
    url = reader.links.call(notice.call.id, reader.person.id, now=reader.now, start_s=at)
    return [quoted(found.quote), f"> {link(url, f'Go to {clock(at)}')}"]


def _start(found: Evidence, transcript: Transcript) -> float:
    turns = transcript.turns
    return turns[found.turn_index].start_s if 0 <= found.turn_index < len(turns) else 0.0


def _end(notice: CallScoredNotice, reader: Reader) -> list[Block]:
    url = reader.links.call(notice.call.id, reader.person.id, now=reader.now)
    lines = [f"{link(url, 'Open the whole call')} · One call says little: levels move slowly."]
    left = Counter(c.not_scored for c in notice.scorecard.criteria if c.not_scored)
    if left:
        lines.append(f"{count(left.total(), 'behaviour')} not scored: {_why(left)}.")
    return [divider(), *(context(line) for line in lines)]


def _why(left: Counter[NotScoredBecause]) -> str:
    """The reasons, most frequent first, with how many each where there are several."""
    if len(left) == 1:
        return NOT_SCORED[next(iter(left))]
    return "; ".join(f"{NOT_SCORED[reason]} ({n})" for reason, n in left.most_common())


def _sentence(
    notice: CallScoredNotice, best: CriterionScore | None, to_try: Sequence[CriterionScore]
) -> str:
    title = escape(notice.call.title, NAME_CHARS)
    overall = notice.scorecard.overall
    said = [
        f"{title} has no overall score" if overall is None else f"{title}: {points(overall)} of 100"
    ]
    if best is not None:
        said.append(f"best moment {_title(best, notice)}")
    if to_try:
        said.append(f"to try next {_title(to_try[0], notice)}")
    return f"Your call {'; '.join(said)} (one call)."


def _criterion(score: CriterionScore, notice: CallScoredNotice) -> Criterion | None:
    return next((c for c in notice.rubric.criteria if c.id == score.criterion_id), None)


def _title(score: CriterionScore, notice: CallScoredNotice) -> str:
    criterion = _criterion(score, notice)
    return escape(criterion.title if criterion else score.criterion_id, 80)

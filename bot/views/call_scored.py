"""A rep's own score after a call: what went well, what to try next, and where to listen."""

from collections import Counter
from collections.abc import Sequence

from bot.blocks import Block, Message, context, divider, header, message, section
from bot.elements import actions
from bot.reader import Reader
from bot.text import NAME_CHARS, escape, link, plain, shorten
from bot.views.appeals import appeal_button, contest_button, level_said
from bot.views.clips import library_button, offer_button, peer_lines
from bot.words import MEDALS, NOT_SCORED
from domain import said
from domain.calls import Transcript
from domain.moments import lacks_a_moment, telling
from domain.phrases import Ready
from domain.ports import CallScoredNotice
from domain.rubrics import MAX_LEVEL, Criterion
from domain.scores import CriterionScore, Evidence, NotScoredBecause, room
from domain.wording import clock

TRY_NEXT = 2
GOOD_LEVEL = 3
"""From here on a criterion is something to keep doing."""


def call_scored_message(notice: CallScoredNotice, reader: Reader) -> Message:
    """One call's score, worded for the rep who held it."""
    best, to_try = _pick(notice)
    blocks = [
        header(reader.plain("call-title", title=Ready(plain(notice.call.title, 110)))),
        section(_result(notice, reader)),
    ]
    if best is not None:
        buttons = actions([*_share(best, notice, reader), _contest(best, notice, reader)])
        blocks += [divider(), section(_best(best, notice, reader)), buttons]
    for number, score in enumerate(to_try):
        lead = "call-try" if number == 0 else "call-try-also"
        buttons = actions([_contest(score, notice, reader)])
        blocks += [divider(), section(_try(lead, score, notice, reader)), buttons]
    return message(_sentence(notice, best, to_try, reader), [*blocks, *_end(notice, reader)])


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
    minutes = reader.say("call-minutes", n=max(1, round(call.duration_s / 60)))
    parts = [reader.say(MEDALS[card.medal])] if card.medal else []
    if card.overall is None:
        parts = [reader.say("call-no-result")]
    else:
        parts.append(reader.say("call-result", points=said.points(card.overall)))
    parts += [reader.moment(call.started_at), minutes]
    return [" · ".join(parts), escape(card.summary, 500)]


def _best(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    lines = [_lead("call-best", score, notice, reader), _ruled(score, reader), escape(score.reason)]
    return [*lines, *_evidence(score, notice, reader)]


def _try(key: str, score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    criterion = _criterion(score, notice)
    tip = score.tip or (criterion.tip if criterion else "")
    better = score.better or (criterion.example if criterion else "")
    could = "call-could-have-said" if score.better else "call-for-example"
    return [
        _lead(key, score, notice, reader),
        _ruled(score, reader),
        escape(score.reason),
        *_evidence(score, notice, reader),
        escape(tip),
        reader.say(could, words=better) if better else "",
        *_peer(score, notice, reader),
    ]


def _share(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[Block]:
    """The moment can be offered to the team."""
    found = telling(score, notice.transcript)
    if found is None:
        return []
    moment = notice.call.id, found.turn_index, score.criterion_id
    return [offer_button(*moment, reader), library_button(reader)]


def _contest(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> Block:
    return appeal_button(notice.call.id, score.criterion_id, reader)


def _ruled(score: CriterionScore, reader: Reader) -> str:
    """That a person gave this level, and what it was before."""
    ruling = score.ruling
    if ruling is None:
        return ""
    was = level_said(ruling.grader_level)
    return reader.say("ruling-by", was=was, day=Ready(reader.day(ruling.at)))


def _peer(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    """How a teammate did it, where one shares that."""
    moment = notice.peer.get(score.criterion_id)
    return [] if moment is None else peer_lines(moment, reader)


def _lead(key: str, score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> str:
    return reader.say(key, title=_title(score, notice), level=score.level or 0, most=MAX_LEVEL)


def _evidence(score: CriterionScore, notice: CallScoredNotice, reader: Reader) -> list[str]:
    """The quote that tells most with a link to its second; none where the whole call lacked it."""
    found = telling(score, notice.transcript)
    if found is None or lacks_a_moment(score, notice.transcript):
        return []
    at = _start(found, notice.transcript)
    url = reader.links.call(notice.call.id, reader.person.id, now=reader.now, start_s=at)
    return [reader.quoted(found.quote), f"> {link(url, reader.plain('call-go-to', at=clock(at)))}"]


def _start(found: Evidence, transcript: Transcript) -> float:
    turns = transcript.turns
    return turns[found.turn_index].start_s if 0 <= found.turn_index < len(turns) else 0.0


def _end(notice: CallScoredNotice, reader: Reader) -> list[Block]:
    url = reader.links.call(notice.call.id, reader.person.id, now=reader.now)
    lines = [f"{link(url, reader.plain('call-open'))} · {reader.say('call-one-says-little')}"]
    left = Counter(c.not_scored for c in notice.scorecard.criteria if c.not_scored)
    if left:
        why = Ready(_why(left, reader))
        lines.append(reader.say("call-not-scored", n=left.total(), why=why))
    more = actions([contest_button(notice.call.id, reader)])
    return [divider(), *(context(line) for line in lines), more]


def _why(left: Counter[NotScoredBecause], reader: Reader) -> str:
    """The reasons, most frequent first, with how many each where there are several."""
    if len(left) == 1:
        return reader.say(NOT_SCORED[next(iter(left))])
    return "; ".join(
        reader.say("unscored-several", why=NOT_SCORED[reason], n=n)
        for reason, n in left.most_common()
    )


def _sentence(
    notice: CallScoredNotice,
    best: CriterionScore | None,
    to_try: Sequence[CriterionScore],
    reader: Reader,
) -> str:
    title, overall = shorten(notice.call.title, NAME_CHARS), notice.scorecard.overall
    if overall is None:
        parts = [reader.say("call-said-no-result", title=title)]
    else:
        parts = [reader.say("call-said-result", title=title, points=said.points(overall))]
    if best is not None:
        parts.append(reader.say("call-said-best", title=_title(best, notice)))
    if to_try:
        parts.append(reader.say("call-said-try", title=_title(to_try[0], notice)))
    return reader.say("call-sentence", said=Ready("; ".join(parts)))


def _criterion(score: CriterionScore, notice: CallScoredNotice) -> Criterion | None:
    return next((c for c in notice.rubric.criteria if c.id == score.criterion_id), None)


def _title(score: CriterionScore, notice: CallScoredNotice) -> str:
    criterion = _criterion(score, notice)
    return shorten(criterion.title if criterion else score.criterion_id, 80)

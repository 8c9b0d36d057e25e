"""Levels moved: told to the rep, or to their manager, in words that fit each."""

from bot.blocks import Message, context, header, message, section
from bot.reader import Reader
from bot.text import NAME_CHARS, escape, link, plain
from bot.words import RANGE_NOTE, moment
from domain.ports import TierChangeNotice, TierMove
from domain.wording import TIER_NAMES, count, figure, from_calls, trend

TREND_DAYS = 60


def tier_change_message(notice: TierChangeNotice, reader: Reader) -> Message:
    """Say what one call moved, how sure it is, on how many calls, and what to do with it."""
    own = reader.person.id == notice.rep.id
    first = notice.moves[0].change
    said = [_said(move, whose=_whose(notice, own=own)) for move in notice.moves]
    url = reader.links.call(first.because_of, reader.person.id, now=reader.now)
    page = reader.rep_link(first.rep_id, "see every skill")
    lines = []
    for move, sentence in zip(notice.moves, said, strict=True):
        lines += [f"{_sign(move)} {sentence}", _today(move)]
    lines += [
        *dict.fromkeys(_advice(move, own=own) for move in notice.moves),
        f"{link(url, 'Open the call that tipped it')} · {page}",
    ]
    when = f"{moment(first.at, reader.person)} · {RANGE_NOTE}"
    blocks = [header(_title(notice, own=own)), section(lines), context(when)]
    return message(" ".join(said), blocks)


def _title(notice: TierChangeNotice, *, own: bool) -> str:
    whose = "Your" if own else f"{plain(notice.rep.name, NAME_CHARS)}'s"
    if len(notice.moves) == 1:
        (move,) = notice.moves
        return f"{whose} {plain(move.skill_name, NAME_CHARS)}: {TIER_NAMES[move.change.after]}"
    up = sum(_is_good(move) for move in notice.moves)
    down = len(notice.moves) - up
    parts = [f"{n} {way}" for n, way in ((up, "up"), (down, "down")) if n]
    return f"{whose} levels: {count(len(notice.moves), 'skill')} moved, {', '.join(parts)}"


def _whose(notice: TierChangeNotice, *, own: bool) -> str:
    return "Your" if own else f"{escape(notice.rep.name, NAME_CHARS)}'s"


def _is_good(move: TierMove) -> bool:
    return move.change.is_first or move.change.rose


def _sign(move: TierMove) -> str:
    if move.change.is_first:
        return ":round_pushpin:"
    return ":tada:" if _is_good(move) else ":seedling:"


def _said(move: TierMove, *, whose: str) -> str:
    change, skill = move.change, escape(move.skill_name, NAME_CHARS)
    sure = from_calls(change.level, change.standard_error, change.calls)
    after = TIER_NAMES[change.after]
    if change.before is None:
        return f"{whose} {skill} has its first level: {after} ({sure})."
    before = TIER_NAMES[change.before]
    return f"{whose} {skill} went from {before} to {after} ({sure})."


def _today(move: TierMove) -> str:
    """Today's figure where it has moved on since the change, and the trend if there is one."""
    now, change = move.proficiency, move.change
    said = []
    if now.calls != change.calls:
        said.append(f"Today it stands at {figure(now)}.")
    found = now.trend(TREND_DAYS)
    if found is not None and found.known:
        said.append(f"{trend(found).capitalize()}.")
    return " ".join(said)


def _advice(move: TierMove, *, own: bool) -> str:
    if move.change.is_first:
        return (
            "From now on you will hear when it moves."
            if own
            else "From now on you will hear when it moves clearly."
        )
    if _is_good(move):
        return (
            "It rests on several calls, not on one good day. Keep doing what worked."
            if own
            else "A good moment to say so, with the call at hand."
        )
    return (
        "This rests on several calls, not on one. Listen to the call below and pick one thing "
        "to try on the next."
        if own
        else "Worth ten minutes in the next 1:1: listen to the call together and agree on one "
        "thing to try."
    )

"""Levels moved: told to the rep, or to their manager, in words that fit each."""

from bot.blocks import Message, context, header, message, section
from bot.reader import Reader
from bot.text import NAME_CHARS, link, shorten
from domain import said
from domain.phrases import PhraseValue, Ready
from domain.ports import TierChangeNotice, TierMove

TREND_DAYS = 60


def tier_change_message(notice: TierChangeNotice, reader: Reader) -> Message:
    """Say what one call moved, how sure it is, on how many calls, and what to do with it."""
    first = notice.moves[0].change
    sentences = [_said(move, notice, reader) for move in notice.moves]
    url = reader.links.call(first.because_of, reader.person.id, now=reader.now)
    page = reader.rep_link(first.rep_id, reader.plain("level-see-skills"))
    lines = []
    for move, sentence in zip(notice.moves, sentences, strict=True):
        lines += [f"{_sign(move)} {sentence}", _today(move, reader)]
    lines += [
        *dict.fromkeys(reader.say(_advice(move, notice, reader)) for move in notice.moves),
        f"{link(url, reader.plain('level-open-call'))} · {page}",
    ]
    when = f"{reader.moment(first.at)} · {reader.say('range-note')}"
    blocks = [header(_title(notice, reader)), section(lines), context(when)]
    return message(" ".join(sentences), blocks)


def _title(notice: TierChangeNotice, reader: Reader) -> str:
    whose = _whose(notice, reader)
    rep = shorten(notice.rep.name, NAME_CHARS)
    if len(notice.moves) == 1:
        (move,) = notice.moves
        after = said.tier(move.change.after)
        return reader.plain(f"level-title-{whose}", rep=rep, skill=move.skill_name, after=after)
    up = sum(_is_good(move) for move in notice.moves)
    down = len(notice.moves) - up
    ways = [reader.plain("level-ways-up", n=up)] if up else []
    ways += [reader.plain("level-ways-down", n=down)] if down else []
    moved = Ready(", ".join(ways))
    return reader.plain(f"level-titles-{whose}", rep=rep, n=len(notice.moves), ways=moved)


def _whose(notice: TierChangeNotice, reader: Reader) -> str:
    """``own`` for the rep, ``rep`` for their manager."""
    return "own" if reader.person.id == notice.rep.id else "rep"


def _is_good(move: TierMove) -> bool:
    return move.change.is_first or move.change.rose


def _sign(move: TierMove) -> str:
    if move.change.is_first:
        return ":round_pushpin:"
    return ":tada:" if _is_good(move) else ":seedling:"


def _said(move: TierMove, notice: TierChangeNotice, reader: Reader) -> str:
    change = move.change
    values: dict[str, PhraseValue] = {
        "rep": shorten(notice.rep.name, NAME_CHARS),
        "skill": shorten(move.skill_name, NAME_CHARS),
        "after": said.tier(change.after),
        "sure": said.from_calls(change.level, change.standard_error, change.calls),
    }
    whose = _whose(notice, reader)
    if change.before is None:
        return reader.say(f"level-first-{whose}", **values)
    return reader.say(f"level-moved-{whose}", before=said.tier(change.before), **values)


def _today(move: TierMove, reader: Reader) -> str:
    """Today's figure where it has moved on since the change, and the trend if there is one."""
    now, change = move.proficiency, move.change
    sentences = []
    if now.calls != change.calls:
        sentences.append(reader.say("level-today", figure=said.figure(now)))
    found = now.trend(TREND_DAYS)
    if found is not None and found.known:
        trend = reader.say(said.trend(found))
        sentences.append(f"{trend[:1].upper()}{trend[1:]}.")
    return " ".join(sentences)


def _advice(move: TierMove, notice: TierChangeNotice, reader: Reader) -> str:
    way = "first" if move.change.is_first else "up" if _is_good(move) else "down"
    return f"level-advice-{way}-{_whose(notice, reader)}"

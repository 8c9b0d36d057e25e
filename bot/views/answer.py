"""The answer to a question: the figures, how sure they are, and the calls behind them."""

from bot.blocks import Block, Message, context, message, section
from bot.reader import Reader
from bot.text import link, shorten
from domain.phrases import Ready
from domain.questions import Answer, CitedCall, QuestionKind
from domain.said import points
from domain.wording import clock

CLIPS_SHOWN = 5
LINES_SHOWN = 15
TELLS_TIERS = frozenset({QuestionKind.REP})
"""Kinds of answer that say a tier beside a level of now."""
TITLE_CHARS = 44


def answer_message(answer: Answer, reader: Reader) -> Message:
    """What was understood, the answer, its lines, cited calls, and over what it was computed."""
    blocks: list[Block] = []
    if answer.question is not None:
        asked = Ready(reader.say(answer.question))
        blocks.append(context(reader.say("answer-you-asked", question=asked)))
    headline = reader.say(answer.headline)
    blocks.append(section([f"*{headline}*" if answer.lines else headline]))
    if answer.lines:
        blocks.append(section([f"• {reader.say(line)}" for line in answer.lines[:LINES_SHOWN]]))
    if cited := _cited(answer, reader):
        blocks.append(section([f"*{reader.say('answer-from-calls')}*", *cited]))
    if answer.examples:
        examples = [f"• {reader.say(example)}" for example in answer.examples]
        blocks.append(section([f"*{reader.say('answer-can-ask')}*", *examples]))
    blocks.append(context(_footer(answer, reader)))
    return message(headline, blocks)


def _cited(answer: Answer, reader: Reader) -> list[str]:
    """Moments first; then calls that no moment stands for."""
    clips = answer.cited[:CLIPS_SHOWN]
    lines = [line for clip in clips for line in reader.clip_lines(clip)]
    quoted = {clip.call_id for clip in clips}
    return lines + [_call(c, reader) for c in answer.calls if c.call_id not in quoted]


def _call(call: CitedCall, reader: Reader) -> str:
    where = [shorten(call.title, TITLE_CHARS), reader.day(call.at)]
    if call.start_s is not None:
        where.append(clock(call.start_s))
    url = reader.links.call(call.call_id, reader.person.id, now=reader.now, start_s=call.start_s)
    score = "" if call.score is None else f" · {points(call.score)}"
    return f"• {link(url, ', '.join(where))}{score}"


def _footer(answer: Answer, reader: Reader) -> str:
    parts = [reader.say(each) for each in answer.scope]
    reps = {figure.rep_id for figure in answer.figures if figure.rep_id}
    if answer.figures:
        parts.append(reader.say("range-note"))
    if answer.kind in TELLS_TIERS and _lags(answer, reader):
        parts.append(reader.say("tier-lags"))
    if len(reps) == 1:
        parts.append(reader.rep_link(reps.pop(), reader.plain("answer-every-skill")))
    elif reps:
        parts.append(reader.home_link(reader.plain("answer-your-team")))
    return " · ".join(parts) or reader.say("answer-only-you")


def _lags(answer: Answer, reader: Reader) -> bool:
    return any(f.proficiency is not None and reader.lags(f.proficiency) for f in answer.figures)

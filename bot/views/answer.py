"""The answer to a question: the figures, how sure they are, and the calls behind them."""

from collections.abc import Sequence

from bot.blocks import Block, Message, context, message, section
from bot.reader import Reader
from bot.text import NAME_CHARS, escape
from bot.words import RANGE_NOTE
from domain import wording
from domain.people import Role
from domain.questions import Answer, Figure, QuestionKind

FIGURES_SHOWN = 15
CLIPS_SHOWN = 4
TREND_DAYS = 60
NO_ANSWER = "There is no answer to that."

REP_EXAMPLES = (
    "How am I doing?",
    "How am I doing on discovery?",
    "How am I doing on next steps?",
)
MANAGER_EXAMPLES = (
    "How is Ana doing on discovery?",
    "Who needs help with next steps?",
    "Who is strong on objections?",
)


def answer_message(answer: Answer, reader: Reader) -> Message:
    """Headline, figures, cited calls, and over which calls it was computed."""
    blocks: list[Block] = []
    if answer.question:
        blocks.append(context(f"You asked: “{escape(answer.question, 200)}”"))
    blocks.append(section([escape(answer.headline, 1200) or NO_ANSWER]))
    if not _said_already(answer):
        blocks.append(section(_figures(answer.figures, reader)))
    clips = [line for clip in answer.cited[:CLIPS_SHOWN] for line in reader.clip_lines(clip)]
    if clips:
        blocks.append(section(["*From these calls*", *clips]))
    if answer.refused or answer.kind in (QuestionKind.HELP, QuestionKind.UNKNOWN):
        blocks.append(section(["*You can ask*", *_examples(reader)]))
    blocks.append(context(_footer(answer, reader)))
    return message(_sentence(answer), blocks)


def _said_already(answer: Answer) -> bool:
    """Whether the headline holds the only figure, or there is none."""
    figures = answer.figures
    return not figures or (
        len(figures) == 1 and wording.figure(figures[0].proficiency) in answer.headline
    )


def _figures(figures: Sequence[Figure], reader: Reader) -> list[str]:
    several = len({f.rep_id for f in figures}) > 1
    lines = [_figure(f, reader, several=several) for f in figures[:FIGURES_SHOWN]]
    more = len(figures) - FIGURES_SHOWN
    if more > 0:
        lines.append(f"and {wording.count(more, 'more figure')} on the page")
    return lines


def _figure(figure: Figure, reader: Reader, *, several: bool) -> str:
    skill = escape(figure.skill_name, NAME_CHARS)
    who = f"{reader.rep_link(figure.rep_id, figure.rep_name)}, {skill}" if several else skill
    facts = [f"• {who}: *{wording.figure(figure.proficiency)}*", wording.tier(figure.proficiency)]
    trend = figure.proficiency.trend(TREND_DAYS)
    if trend is not None and trend.known:
        facts.append(wording.trend(trend))
    return " · ".join(facts)


def _examples(reader: Reader) -> list[str]:
    manages = reader.person.role is not Role.REP
    examples = MANAGER_EXAMPLES if manages else REP_EXAMPLES
    return [f"• {example}" for example in examples]


def _footer(answer: Answer, reader: Reader) -> str:
    parts = [escape(answer.scope[:1].upper() + answer.scope[1:])] if answer.scope else []
    reps = {f.rep_id for f in answer.figures}
    if reps:
        parts.append(RANGE_NOTE)
    if len(reps) == 1:
        parts.append(reader.rep_link(reps.pop(), "See every skill"))
    elif reps:
        parts.append(reader.home_link("See your team"))
    return " · ".join(parts) or "Only you can see this answer."


def _sentence(answer: Answer) -> str:
    said = escape(answer.headline, 1200) or NO_ANSWER
    if _said_already(answer):
        return said
    first = answer.figures[0]
    name = escape(f"{first.rep_name}, {first.skill_name}", 2 * NAME_CHARS)
    return f"{said} {name}: {wording.figure(first.proficiency)}."

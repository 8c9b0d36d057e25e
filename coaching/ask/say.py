"""Pieces that answers are made of: whose, of when, how sure, and what can be asked instead."""

import math
from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from domain import said
from domain.people import Person, Role
from domain.phrases import Phrase, phrase
from domain.questions import Answer, Because, Figure, Period, QuestionKind
from domain.skills import Proficiency, Skill
from domain.wording import MIN_CALLS

CLOSE_CALL = 0.85
"""Probability below which two figures are called too close to tell apart."""
NOTHING = Phrase("answer-too-few-any")
_REASONS = {
    Because.CANNOT: "answer-cannot",
    Because.PURPOSE: "answer-purpose",
    Because.NO_WORDS: "answer-no-words",
    Because.OWN_ONLY: "answer-own-only",
    Because.NOT_CALLING: "answer-not-calling",
    Because.FEW_PEOPLE: "answer-few-people",
}
_EXAMPLES_OF_A_REP = (
    "answer-example-own",
    "answer-example-own-skill",
    "answer-example-own-trend",
    "answer-example-own-focus",
    "answer-example-own-calls",
)
_EXAMPLES_OF_NUMBERS = (
    "answer-example-rep-skill",
    "answer-example-who",
    "answer-example-improved",
    "answer-example-coverage",
    "answer-example-tiers",
)
_EXAMPLES_OF_WORDS = (*_EXAMPLES_OF_NUMBERS[:4], "answer-example-moments")


def name_of(rep: Person, asker: Person) -> Phrase:
    """The rep's name; "You" for the asker."""
    return Phrase("answer-you") if rep.id == asker.id else phrase("plain", text=rep.name)


def inside(rep: Person, asker: Person) -> Phrase:
    """The same within a sentence."""
    return Phrase("answer-you-inside") if rep.id == asker.id else phrase("plain", text=rep.name)


def level(found: Figure) -> Phrase:
    """``72 ± 8 from 9 calls``, or that there are too few calls."""
    if found.calls < MIN_CALLS:
        return phrase("figure-few", n=found.calls, least=MIN_CALLS)
    return said.from_calls(found.level, found.standard_error, found.calls)


def latest_trend(found: Proficiency) -> Phrase:
    """What may be said of the last 60 days, or of the last 30 while 60 are not known."""
    for days in (60, 30):
        trend = found.trend(days)
        if trend is not None and trend.known:
            return said.trend(trend)
    return said.trend(None)


def apart(a: Figure, b: Figure) -> float:
    """Probability that the levels stand in the order in which the estimates do."""
    spread = math.hypot(a.standard_error, b.standard_error)
    if not spread:
        return 1.0
    return 0.5 * math.erfc(-abs(a.level - b.level) / (spread * math.sqrt(2.0)))


def whose(reps: Sequence[Person], asker: Person) -> Phrase:
    """Whose calls an answer is made of."""
    if len(reps) != 1:
        return phrase("answer-of-reps", n=len(reps))
    if reps[0].id == asker.id:
        return Phrase("answer-of-you")
    return phrase("answer-of-rep", rep=reps[0].name)


def when(period: Period | None) -> Phrase:
    """The days an answer covers."""
    if period is None or (period.first is None and period.last is None):
        return Phrase("answer-ever")
    if period.first is None or period.last is None:
        return phrase("answer-since", day=said.long_day(period.first or date.min))
    if period.first == period.last:
        return phrase("answer-on", day=said.long_day(period.first))
    return phrase(
        "answer-between", first=said.long_day(period.first), last=said.long_day(period.last)
    )


def as_of(moment: datetime, zone: tzinfo) -> Phrase:
    """Of which day stored figures are."""
    return phrase("answer-as-of", day=said.long_day(moment.astimezone(zone)))


def refusal(
    because: Because, asker: Person, sees: Sequence[Person], skills: Sequence[Skill]
) -> Answer:
    """No answer, why, and what can be asked. It depends on the asker alone."""
    return Answer(
        kind=QuestionKind.UNKNOWN,
        headline=Phrase(_REASONS[because]),
        because=because,
        examples=examples(asker, sees, skills),
    )


def help_answer(asker: Person, sees: Sequence[Person], skills: Sequence[Skill]) -> Answer:
    """What can be asked."""
    return Answer(
        kind=QuestionKind.HELP,
        headline=Phrase("answer-help"),
        examples=examples(asker, sees, skills),
    )


def examples(asker: Person, sees: Sequence[Person], skills: Sequence[Skill]) -> tuple[Phrase, ...]:
    """Questions made of nothing but what the asker may see."""
    if not sees:
        return ()
    skill = skills[0].name.lower() if skills else "discovery"
    if asker.role is Role.REP:
        return tuple(phrase(key, skill=skill) for key in _EXAMPLES_OF_A_REP)
    rep = next((each for each in sees if each.active), sees[0]).name
    keys = _EXAMPLES_OF_WORDS if asker.role is Role.MANAGER else _EXAMPLES_OF_NUMBERS
    return tuple(phrase(key, skill=skill, rep=rep) for key in keys)

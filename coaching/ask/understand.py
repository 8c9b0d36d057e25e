"""From the words of a question to a query about people whom the asker may see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from coaching.ask import vocabulary as v
from coaching.ask.asked import CANNOT, Asked, query_of
from coaching.ask.finer import FINER
from coaching.ask.heard import MARKS, SKILL, Heard, hear, is_help
from coaching.ask.kinds import KINDS
from coaching.ask.periods import number
from coaching.ask.purpose import is_locked
from coaching.ask.tokens import Token, as_written
from domain.people import Person
from domain.questions import (
    UNKNOWN_PERSON,
    Because,
    Help,
    Query,
    QuestionKind,
    Refused,
)
from domain.rubrics import SkillId
from domain.skills import Skill

BLOCK = 4
_ENDS = v.ORDER_BEST | v.ORDER_WORST | {"bottom"}


def understand(
    text: str,
    asker: Person,
    reps: Sequence[Person],
    skills: Mapping[SkillId, Skill],
    *,
    today: date,
) -> Query:
    """Read one question; refused unless every word of it is understood.

    Args:
        text: as it was typed, in any case, with or without punctuation; English.
        asker: who asks; ``I``, ``me`` and ``my`` mean them.
        reps: whom the asker may see (``coaching.visibility.visible_reps``). Names are
            looked up among these alone, so a hidden person is as unknown as an invented one.
        skills: by id, with their synonyms.
        today: the asker's day, which times are counted from.
    """
    if is_help(text):
        return Help()
    if not reps:
        return CANNOT
    heard = hear(text, reps, skills, today)
    asked = None if heard is None else _asked(heard)
    spoken = asked is not None and asked.kind in (QuestionKind.MOMENTS, QuestionKind.CALLS)
    if is_locked(text, reps, asked.words if asked and spoken else ""):
        return Refused(Because.PURPOSE)
    if asked is None or UNKNOWN_PERSON in text:
        return CANNOT
    return query_of(replace(asked, words=as_written(asked.words, text)), asker, reps)


def _asked(heard: Heard) -> Asked | None:
    """What is asked; ``None`` if a word is left that this kind of question cannot hold."""
    kind = next((kind for kind, fits in KINDS if fits(heard)), None)
    if kind is None:
        return None
    words = _understood(heard, kind)
    if words is None:
        return None
    asked = Asked(
        kind=kind,
        people=heard.people,
        own=heard.own,
        group=heard.group,
        skills=heard.skills,
        words=heard.words or words,
        period=heard.period,
        days=heard.days,
    )
    finer = FINER.get(kind)
    return asked if finer is None else finer(asked, heard)


def _understood(heard: Heard, kind: QuestionKind) -> str | None:
    """The words looked for that stand before a skill or a deal; ``None``: a word is unknown."""
    known = v.FILLER | v.OWN | v.EXTRA[kind] | MARKS
    if kind is QuestionKind.CALLS:
        known |= {word for word in heard.rest if number(word) is not None}
    if heard.people:
        known |= v.THIRD
    unknown = [
        at
        for at, word in enumerate(heard.rest)
        if word not in known and not (kind is QuestionKind.WHO and _how_many(heard.rest, at))
    ]
    if not unknown:
        return ""
    first, last = unknown[0], unknown[-1]
    block = heard.rest[first : last + 1]
    follows = heard.rest[last + 1 : last + 2]
    together = len(block) == len(unknown) <= BLOCK and not heard.words and not {*block} & _ENDS
    before_skill = kind is QuestionKind.MOMENTS and follows == (SKILL,)
    before_deal = kind is QuestionKind.DEALS and follows and follows[0] in v.DEAL
    return " ".join(block) if together and (before_skill or before_deal) else None


def _how_many(said: tuple[Token, ...], at: int) -> bool:
    """Whether a number only says how far down to read: the top 3, the three weakest."""
    beside = {*said[max(0, at - 1) : at], *said[at + 1 : at + 2]}
    return number(said[at]) is not None and bool(beside & _ENDS)

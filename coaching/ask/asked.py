"""What was asked, word for word, and the query it becomes under the asker's rights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from domain.deals import Outcome
from domain.people import Person, PersonId, Role
from domain.questions import (
    AboutRep,
    Because,
    Calls,
    Commitments,
    Compare,
    Coverage,
    Deals,
    Direction,
    Focus,
    Help,
    Moments,
    Order,
    Period,
    Practice,
    PracticeState,
    Query,
    QuestionKind,
    Refused,
    TierMoves,
    TrendOf,
    Who,
)
from domain.rubrics import SkillId

CANNOT = Refused()
_SEES_NO_WORDS = (Role.REVOPS, Role.ADMIN)
_OF_NOW = (QuestionKind.COMMITMENTS, QuestionKind.PRACTICE, QuestionKind.FOCUS)
_OF_NO_SKILL = (QuestionKind.DEALS, QuestionKind.COVERAGE)
_OF_WORDS = (QuestionKind.MOMENTS, QuestionKind.CALLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts of a question, whoever took it apart: the rules, or a model."""

    kind: QuestionKind
    people: tuple[PersonId, ...] = ()
    own: bool = False
    """Whether it is about the asker: I, me, my."""
    group: bool = False
    """Whether it is about a team, or asks who."""
    skills: tuple[SkillId, ...] = ()
    words: str = ""
    period: Period | None = None
    days: int | None = None
    direction: Direction = Direction.WEAK
    order: Order = Order.LATEST
    outcome: Outcome | None = None
    rose: bool | None = None
    practice: PracticeState | None = None
    strong: bool | None = None
    limit: int = 5

    @property
    def skill_id(self) -> SkillId | None:
        """The one skill that it names."""
        return self.skills[0] if len(self.skills) == 1 else None


def query_of(asked: Asked, asker: Person, reps: Sequence[Person]) -> Query:
    """The query that was asked for, or why the asker's role has no answer to it.

    ``reps`` are whom the asker may see (``coaching.visibility.visible_reps``); a person who is
    none of them is as unknown as an invented one.
    """
    if asked.kind is QuestionKind.HELP:
        return Help()
    if not reps or {*asked.people} - {rep.id for rep in reps}:
        return CANNOT
    refusal = _by_role(asked, asker)
    if refusal is not None or _holds_too_much(asked):
        return refusal or CANNOT
    make = _OF_ONE.get(asked.kind)
    if make is not None:
        rep_id = _subject(asked, asker)
        return Refused(_nobody(asked)) if rep_id is None else make(asked, rep_id)
    make_any = _OF_ANY.get(asked.kind)
    return CANNOT if make_any is None else make_any(asked, _subject(asked, asker))


def _holds_too_much(asked: Asked) -> bool:
    """More people, skills or times than such a question can be answered for."""
    people = 2 if asked.kind is QuestionKind.COMPARE else 1
    skills = len(asked.skills) > 1 and asked.kind is not QuestionKind.REP
    timeless = asked.kind in _OF_NOW and asked.period is not None
    no_skill = asked.kind in _OF_NO_SKILL and bool(asked.skills)
    return len(asked.people) > people or skills or timeless or no_skill


def _by_role(asked: Asked, asker: Person) -> Refused | None:
    """What the asker's role never sees, whoever and whatever there is."""
    if asker.role is Role.REP:
        others = asked.group or asked.kind is QuestionKind.WHO
        own_only = others and asked.kind is not QuestionKind.COMPARE
        return Refused(Because.OWN_ONLY) if own_only else None
    words = asked.kind is QuestionKind.MOMENTS or (asked.kind in _OF_WORDS and asked.words)
    return Refused(Because.NO_WORDS) if words and asker.role in _SEES_NO_WORDS else None


def _subject(asked: Asked, asker: Person) -> PersonId | None:
    """Whom it is about: who is named, or the asker where they are a rep."""
    if asked.people:
        return asked.people[0]
    return asker.id if asker.role is Role.REP else None


def _nobody(asked: Asked) -> Because:
    return Because.NOT_CALLING if asked.own and not asked.group else Because.CANNOT


def _rep(asked: Asked, rep_id: PersonId) -> Query:
    return AboutRep(rep_id=rep_id, skill_id=asked.skill_id, period=asked.period)


def _trend(asked: Asked, rep_id: PersonId) -> Query:
    return TrendOf(rep_id=rep_id, skill_id=asked.skill_id, days=asked.days)


def _compare(asked: Asked, rep_id: PersonId) -> Query:
    other = asked.people[1] if len(asked.people) > 1 else None
    if other is None and not asked.group:
        return CANNOT
    if other is None and asked.period is not None:
        return CANNOT
    return Compare(rep_id=rep_id, other_id=other, skill_id=asked.skill_id, period=asked.period)


def _focus(_asked: Asked, rep_id: PersonId) -> Query:
    return Focus(rep_id=rep_id)


def _who(asked: Asked, rep_id: PersonId | None) -> Query:
    if rep_id is not None:
        return CANNOT
    moved = asked.direction in (Direction.IMPROVED, Direction.SLIPPING)
    return Who(
        direction=asked.direction,
        skill_id=asked.skill_id,
        period=asked.period,
        days=asked.days if moved and asked.period else None,
    )


def _coverage(asked: Asked, rep_id: PersonId | None) -> Query:
    return Coverage(rep_id=rep_id, period=asked.period)


def _tier_moves(asked: Asked, rep_id: PersonId | None) -> Query:
    return TierMoves(rep_id=rep_id, skill_id=asked.skill_id, period=asked.period, rose=asked.rose)


def _deals(asked: Asked, rep_id: PersonId | None) -> Query:
    return Deals(rep_id=rep_id, outcome=asked.outcome, name=asked.words, period=asked.period)


def _moments(asked: Asked, rep_id: PersonId | None) -> Query:
    if not asked.words and asked.skill_id is None:
        return CANNOT
    return Moments(
        rep_id=rep_id,
        skill_id=asked.skill_id,
        words=asked.words,
        period=asked.period,
        strong=asked.strong,
    )


def _calls(asked: Asked, rep_id: PersonId | None) -> Query:
    return Calls(
        rep_id=rep_id,
        order=asked.order,
        skill_id=asked.skill_id,
        words=asked.words,
        period=asked.period,
        limit=asked.limit,
    )


def _commitments(_asked: Asked, rep_id: PersonId | None) -> Query:
    return Commitments(rep_id=rep_id)


def _practice(asked: Asked, rep_id: PersonId | None) -> Query:
    return Practice(rep_id=rep_id, state=asked.practice)


_OF_ONE: Mapping[QuestionKind, Callable[[Asked, PersonId], Query]] = {
    QuestionKind.REP: _rep,
    QuestionKind.TREND: _trend,
    QuestionKind.COMPARE: _compare,
    QuestionKind.FOCUS: _focus,
}
"""Questions about one rep."""
_OF_ANY: Mapping[QuestionKind, Callable[[Asked, PersonId | None], Query]] = {
    QuestionKind.WHO: _who,
    QuestionKind.COVERAGE: _coverage,
    QuestionKind.TIER_MOVES: _tier_moves,
    QuestionKind.DEALS: _deals,
    QuestionKind.MOMENTS: _moments,
    QuestionKind.CALLS: _calls,
    QuestionKind.COMMITMENTS: _commitments,
    QuestionKind.PRACTICE: _practice,
}
"""Questions about one rep, or about everybody whom the asker may see."""

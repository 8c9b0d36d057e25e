"""From the words of a question to a query about people whom the asker may see."""

from collections.abc import Mapping, Sequence
from datetime import date

from coaching.ask import vocabulary
from coaching.ask.phrases import find, names_of, names_of_skills
from coaching.ask.tokens import Token, tokens
from domain.people import Person, PersonId, Role
from domain.questions import Query, QuestionKind
from domain.rubrics import SkillId
from domain.skills import Skill

UNKNOWN = Query(kind=QuestionKind.UNKNOWN)
_HELP = Query(kind=QuestionKind.HELP)


def understand(
    text: str,
    asker: Person,
    reps: Sequence[Person],
    skills: Mapping[SkillId, Skill],
    *,
    today: date,
) -> Query:
    """Read one question; ``UNKNOWN`` unless every word of it is understood.

    Args:
        text: as it was typed, in any case, with or without punctuation; English.
        asker: who asks; ``I``, ``me`` and ``my`` mean them.
        reps: whom the asker may see (``coaching.visibility.visible_reps``). Names are
            looked up among these alone, so a hidden person is as unknown as an invented one.
        skills: by id, with their synonyms.
        today: figures are those of today, so a month, weekday or year may be named only
            if it is the present one; any other period is not understood.
    """
    said = tokens(text)
    if " ".join(said) in vocabulary.HELP_QUESTIONS:
        return _HELP
    people = find(said, names_of(reps))
    topics = find(people.rest, names_of_skills(skills.values()))
    if len(people.ids) > 1:
        return UNKNOWN
    rest = _without(topics.rest, vocabulary.REQUESTS)
    mine = _without(rest, vocabulary.TEAM_OF_MINE)
    group = len(mine) < len(rest) or any(t in vocabulary.GROUP for t in mine)
    if not _all_understood(mine, today, named=bool(people.ids)):
        return UNKNOWN
    skill = next(iter(topics.ids)) if len(topics.ids) == 1 else None
    if group:
        alone = not people.ids and len(topics.ids) <= 1
        return _about_group(mine, skill, asker) if alone else UNKNOWN
    own = any(t in vocabulary.OWN for t in mine)
    return _about_one(next(iter(people.ids), None), skill, asker, reps, own=own or bool(topics.ids))


def _about_group(said: Sequence[Token], skill: SkillId | None, asker: Person) -> Query:
    """Who is weak, who is strong; never for a rep, who may see nobody else."""
    if asker.role is Role.REP or any(t in vocabulary.CHANGE for t in said):
        return UNKNOWN
    weak = any(t in vocabulary.WEAK for t in said)
    strong = any(t in vocabulary.STRONG for t in said)
    if weak and strong:
        return UNKNOWN
    if any(t in vocabulary.NOT for t in said):
        weak, strong = strong, weak
    kind = QuestionKind.WHO_IS_STRONG if strong else QuestionKind.WHO_NEEDS_HELP
    return Query(kind=kind, skill_id=skill)


def _about_one(
    named: PersonId | None,
    skill: SkillId | None,
    asker: Person,
    reps: Sequence[Person],
    *,
    own: bool,
) -> Query:
    """About a named rep, or about the asker who is a rep."""
    is_rep = asker.role is Role.REP and any(rep.id == asker.id for rep in reps)
    rep_id = named or (asker.id if own and is_rep else None)
    if rep_id is None:
        return UNKNOWN
    kind = QuestionKind.REP_OVERVIEW if skill is None else QuestionKind.REP_SKILL
    return Query(kind=kind, rep_id=rep_id, skill_id=skill)


def _without(said: Sequence[Token], phrases: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The words without these phrases."""
    kept: list[Token] = []
    at = 0
    while at < len(said):
        here = (p for p in phrases if tuple(said[at : at + len(p)]) == p)
        length = max((len(p) for p in here), default=0)
        if not length:
            kept.append(said[at])
        at += max(1, length)
    return tuple(kept)


def _all_understood(said: Sequence[Token], today: date, *, named: bool) -> bool:
    present = {f"{today:%B}".casefold(), f"{today:%A}".casefold(), str(today.year)}
    known = vocabulary.EVERY | present
    if not named:
        known -= vocabulary.THIRD
    return all(t in known for t in said)

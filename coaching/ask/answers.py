"""From a query to an answer: stored figures, the moments behind them, and the scope."""

import math
from collections.abc import Sequence

from coaching import words
from coaching.ask.data import AskData
from domain import wording
from domain.people import Person, PersonId, Role
from domain.questions import Answer, Figure, Query, QuestionKind
from domain.rubrics import SkillId
from domain.skills import Proficiency, Tier

CLOSE_CALL = 0.85
"""Probability below which two reps are called too close to tell apart."""
NEEDS_HELP = (Tier.NEEDS_WORK, Tier.DEVELOPING)


def answer(query: Query, data: AskData) -> Answer:
    """Answer from the stored figures that the asker may see now.

    Whatever cannot be answered, does not exist or may not be seen gets one and the same
    refusal, which depends on the asker alone. The question is said back in our own words,
    never in the asker's. Raises nothing.
    """
    if not data.reps:
        return refusal(data)
    match query.kind:
        case QuestionKind.HELP:
            return _help(data)
        case QuestionKind.REP_SKILL | QuestionKind.REP_OVERVIEW:
            return _about_rep(query, data)
        case QuestionKind.WHO_NEEDS_HELP | QuestionKind.WHO_IS_STRONG:
            return _about_group(query, data)
        case _:
            return refusal(data)


def refusal(data: AskData) -> Answer:
    """The one refusal: the same for unknown, forbidden, unanswerable and not allowed."""
    return Answer(
        question="",
        kind=QuestionKind.UNKNOWN,
        headline=f"I cannot answer that. {_what_i_answer(data)}",
        refused=True,
    )


def _help(data: AskData) -> Answer:
    return Answer(question="", kind=QuestionKind.HELP, headline=_what_i_answer(data))


def _what_i_answer(data: AskData) -> str:
    """Examples made of nothing but what the asker may see."""
    skill = next((s.name.lower() for s in data.skills.values()), "discovery")
    current = data.organisation.person(data.asker.id)
    if not data.reps or current is None:
        return "I answer questions about skill figures of reps whom you may see."
    if current.role is Role.REP:
        return (
            "I answer from stored figures about your own scored calls, for example "
            f"“How am I doing?” or “How am I doing on {skill}?”"
        )
    name = data.active_reps[0].name if data.active_reps else data.reps[0].name
    return (
        "I answer from stored figures about the reps you may see, one rep or one skill at a "
        f"time, for example “How is {name} doing on {skill}?”, “How is {name} doing?”, "
        f"“Who needs help with {skill}?” or “Who is best at {skill}?” "
        "If two people share a first name, use the full one."
    )


# ── one rep ──────────────────────────────────────────────────────────────────────────


def _about_rep(query: Query, data: AskData) -> Answer:
    rep = data.rep(query.rep_id)
    if rep is None or (query.skill_id is not None and query.skill_id not in data.skills):
        return refusal(data)
    if query.kind is QuestionKind.REP_SKILL and query.skill_id is not None:
        return _rep_skill(rep, query.skill_id, data)
    return _rep_overview(rep, data)


def _rep_skill(rep: Person, skill_id: SkillId, data: AskData) -> Answer:
    skill = data.skills[skill_id].name
    own = rep.id == data.asker.id
    question = f"How {_is(rep, data)} doing on {skill}?"
    subject = f"Your {skill}" if own else f"{rep.name} on {skill}"
    found = data.figure(rep, skill_id)
    if found is None or not wording.enough(found.proficiency):
        said = wording.figure(found.proficiency) if found else _no_call()
        headline = f"{subject}: {said}."
        return _answer(question, QuestionKind.REP_SKILL, headline, (), data, rep=rep)
    p = found.proficiency
    headline = f"{subject}: {wording.figure(p)}, {wording.tier(p)}; {words.latest_trend(p)}."
    return _answer(question, QuestionKind.REP_SKILL, headline, (found,), data, rep=rep)


def _rep_overview(rep: Person, data: AskData) -> Answer:
    question = f"How {_is(rep, data)} doing?"
    figures = data.figures(rep)
    subject = "You" if rep.id == data.asker.id else rep.name
    if not figures:
        headline = f"{subject}: {_no_call()} in any skill."
        return _answer(question, QuestionKind.REP_OVERVIEW, headline, (), data, rep=rep)
    low, high = figures[0], figures[-1]
    few = len(data.skills) - len(figures)
    said = [f"lowest in {low.skill_name}, {wording.figure(low.proficiency)}"]
    if high is not low:
        said.insert(0, f"highest in {high.skill_name}, {wording.figure(high.proficiency)}")
    unknown = f" In {few} of {len(data.skills)} skills there are too few calls to say."
    headline = f"{subject}: {'; '.join(said)}.{unknown if few else ''}"
    return _answer(question, QuestionKind.REP_OVERVIEW, headline, figures, data, rep=rep)


def _is(rep: Person, data: AskData) -> str:
    return "am I" if rep.id == data.asker.id else f"is {rep.name}"


def _no_call() -> str:
    return f"too few calls to say (at least {wording.MIN_CALLS} scored calls are needed)"


# ── many reps ────────────────────────────────────────────────────────────────────────


def _about_group(query: Query, data: AskData) -> Answer:
    current = data.organisation.person(data.asker.id)
    if current is None or current.role is Role.REP or not data.active_reps:
        return refusal(data)
    if query.skill_id is not None and query.skill_id not in data.skills:
        return refusal(data)
    strong = query.kind is QuestionKind.WHO_IS_STRONG
    figures = _one_each(query.skill_id, data, strong=strong)
    about = data.skills[query.skill_id].name if query.skill_id else "any skill"
    question = f"Who is best at {about}?" if strong else f"Who needs help with {about}?"
    missing = _without_figure(figures, data)
    if not figures:
        headline = f"{about.capitalize()}: {_no_call()} for any of these reps."
        return _answer(question, query.kind, headline, (), data)
    said = _ranking(figures, strong=strong, named=query.skill_id is None)
    headline = f"{said}{missing}"
    return _answer(question, query.kind, headline, figures, data, meant=figures[:2])


def _one_each(skill_id: SkillId | None, data: AskData, *, strong: bool) -> tuple[Figure, ...]:
    """Each rep's figure in the skill, or in their lowest (highest) one; first who is meant."""
    found: list[Figure] = []
    for rep in data.active_reps:
        if skill_id is not None:
            one = data.figure(rep, skill_id)
            found += [one] if one is not None and wording.enough(one.proficiency) else []
        else:
            every = data.figures(rep)
            found += every[-1:] if strong else every[:1]
    sign = -1.0 if strong else 1.0
    return tuple(sorted(found, key=lambda f: (sign * f.proficiency.level, f.rep_name, f.rep_id)))


def _ranking(figures: Sequence[Figure], *, strong: bool, named: bool) -> str:
    """The first rep with the figure; the second too, and whether they can be told apart."""
    first = figures[0]
    place = "highest" if strong else "lowest"
    said = f"{_who(first, named=named)} is {place}: {wording.figure(first.proficiency)}"
    if len(figures) > 1:
        second = figures[1]
        said += f"; then {_who(second, named=named)}: {wording.figure(second.proficiency)}"
        if _apart(first.proficiency, second.proficiency) < CLOSE_CALL:
            said += ", too close to tell them apart"
    p = first.proficiency
    if not strong and p.tier is not None and p.tier not in NEEDS_HELP:
        said = f"Nobody is below {wording.TIER_NAMES[Tier.PROFICIENT]}. {said}"
    return f"{said}."


def _who(figure: Figure, *, named: bool) -> str:
    return f"{figure.rep_name} in {figure.skill_name}" if named else figure.rep_name


def _apart(a: Proficiency, b: Proficiency) -> float:
    """Probability that the levels stand in the order in which the estimates do."""
    spread = math.hypot(a.standard_error, b.standard_error)
    return 0.5 * math.erfc(-abs(a.level - b.level) / (spread * math.sqrt(2.0)))


def _without_figure(figures: Sequence[Figure], data: AskData) -> str:
    shown: set[PersonId] = {f.rep_id for f in figures}
    few = [rep.name for rep in data.active_reps if rep.id not in shown]
    return f" Too few calls to say for {words.joined(few)}." if few and figures else ""


# ── what every answer ends with ──────────────────────────────────────────────────────


def _answer(
    question: str,
    kind: QuestionKind,
    headline: str,
    figures: tuple[Figure, ...],
    data: AskData,
    *,
    rep: Person | None = None,
    meant: tuple[Figure, ...] | None = None,
) -> Answer:
    """``meant``: the figures whose moments are cited; all of them unless some are named."""
    cited = data.moments(figures if meant is None else meant)
    return Answer(
        question=question,
        kind=kind,
        headline=headline,
        figures=figures,
        cited=cited,
        scope=_scope(rep, data, without_quotes=bool(figures) and not cited),
    )


def _scope(rep: Person | None, data: AskData, *, without_quotes: bool) -> str:
    """Whose calls, up to when, what ± means, and why no call is cited if none is."""
    if rep is None:
        whose = f"scored calls of {wording.count(len(data.active_reps), 'rep')} you may see"
    elif rep.id == data.asker.id:
        whose = "your own scored calls"
    else:
        whose = f"scored calls of {rep.name}"
    said = f"From all {whose}, as of {words.day(data.as_of)}."
    return f"{said} No call is cited: there is no moment you may read." if without_quotes else said

"""A question is answered from stored figures, under the asker's rights of this moment."""

from collections.abc import Callable, Mapping
from typing import Any

from coaching.ask import query_of, say, understand
from coaching.ask.plan import asked_of
from domain.people import Person, PersonId
from domain.ports import Stores
from domain.questions import (
    AboutRep,
    Answer,
    Because,
    Calls,
    Commitments,
    Compare,
    Coverage,
    Deals,
    Focus,
    Help,
    Moments,
    Practice,
    Query,
    Refused,
    TierMoves,
    TrendOf,
    Who,
)
from jobs import (
    ask_calls,
    ask_coaching,
    ask_compare,
    ask_focus,
    ask_levels,
    ask_moments,
    ask_trends,
    ask_who,
)
from jobs.ask_context import Asking
from jobs.look import Look
from jobs.services import Services


def answer_asker(
    text: str, asker: Person, tx: Stores, services: Services, *, plan: str = ""
) -> tuple[Answer, Look]:
    """Understand and answer one question; the caller keeps the look, then tells the answer.

    ``plan``: how a model took it apart (``jobs.ask_plan``), for what the rules do not
    understand; the rights are the same. Nothing of a rep whom the asker may not see is read.
    """
    asking = Asking.by(asker, tx, services)
    query = understand(text, asking.asker, asking.reps, services.skills, today=asking.today)
    if plan and query == Refused():
        asked = asked_of(plan, services.skills, today=asking.today)
        if isinstance(asked, Refused):
            query = asked
        elif asked is not None:
            query = query_of(asked, asking.asker, asking.reps)
    said = answered(query, asking)
    about = getattr(query, "rep_id", None)
    look = Look(
        actor=asker.id,
        subject=about or query.kind.value,
        allowed=not said.refused,
        reps=_shown(said, about, asking),
    )
    return said, look


def _shown(said: Answer, about: PersonId | None, asking: Asking) -> tuple[PersonId, ...]:
    """Whose figures, calls or words an answer shows."""
    if said.refused:
        return ()
    shown = {about, *said.about_reps, *(figure.rep_id for figure in said.figures)}
    for call_id in {*(c.call_id for c in said.cited), *(c.call_id for c in said.calls)}:
        call = asking.tx.calls.get(call_id)
        shown.add(call.rep_id if call else None)
    return tuple(sorted(rep for rep in shown if rep is not None))


def answered(query: Query, asking: Asking) -> Answer:
    """The answer to a query. Whatever it finds, it read no rep but the asker's."""
    if isinstance(query, Refused):
        return asking.refused(query.because if asking.reps else Because.CANNOT)
    if isinstance(query, Help):
        skills = list(asking.services.skills.values())
        return say.help_answer(asking.asker, asking.reps, skills)
    return _ANSWERS[type(query)](query, asking)


_ANSWERS: Mapping[type, Callable[[Any, Asking], Answer]] = {
    Who: ask_who.who,
    AboutRep: ask_levels.about_rep,
    TrendOf: ask_trends.trend_of,
    Compare: ask_compare.compare,
    TierMoves: ask_coaching.tier_moves,
    Commitments: ask_coaching.commitments,
    Practice: ask_coaching.practice,
    Focus: ask_focus.focus,
    Coverage: ask_calls.coverage,
    Calls: ask_calls.calls,
    Deals: ask_calls.deals,
    Moments: ask_moments.moments,
}


def answer_now(text: str, asker: Person, services: Services, *, via: str, plan: str = "") -> Answer:
    """Answer at once, for the command line and the page; the look is kept first."""
    with services.database.read() as tx:
        said, look = answer_asker(text, asker, tx, services, plan=plan)
    with services.database.write() as tx:
        look.keep(tx, services, via=via)
    return said

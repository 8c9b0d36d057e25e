"""A question is answered from stored figures, under the asker's rights of this moment."""

from coaching.ask import query_of, say, understand
from coaching.ask.plan import asked_of
from domain.people import Person
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
from jobs import ask_calls, ask_coaching, ask_levels, ask_moments
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
    shown = {figure.rep_id for figure in said.figures if figure.rep_id}
    about = getattr(query, "rep_id", None)
    if not said.refused and about is not None:
        shown.add(about)
    subject = about or query.kind.value
    seen = tuple(sorted(shown))
    return said, Look(actor=asker.id, subject=subject, allowed=not said.refused, reps=seen)


def answered(query: Query, asking: Asking) -> Answer:  # noqa: C901, PLR0911 - one line a kind
    """The answer to a query. Whatever it finds, it read no rep but the asker's."""
    match query:
        case Who():
            return ask_levels.who(query, asking)
        case AboutRep():
            return ask_levels.about_rep(query, asking)
        case TrendOf():
            return ask_levels.trend_of(query, asking)
        case Compare():
            return ask_coaching.compare(query, asking)
        case TierMoves():
            return ask_coaching.tier_moves(query, asking)
        case Commitments():
            return ask_coaching.commitments(query, asking)
        case Practice():
            return ask_coaching.practice(query, asking)
        case Focus():
            return ask_coaching.focus(query, asking)
        case Coverage():
            return ask_calls.coverage(query, asking)
        case Calls():
            return ask_calls.calls(query, asking)
        case Deals():
            return ask_calls.deals(query, asking)
        case Moments():
            return ask_moments.moments(query, asking)
        case Help():
            skills = list(asking.services.skills.values())
            return say.help_answer(asking.asker, asking.reps, skills)
        case Refused(because):
            return asking.refused(because if asking.reps else Because.CANNOT)


def answer_now(text: str, asker: Person, services: Services, *, via: str, plan: str = "") -> Answer:
    """Answer at once, for the command line and the page; the look is kept first."""
    with services.database.read() as tx:
        said, look = answer_asker(text, asker, tx, services, plan=plan)
    with services.database.write() as tx:
        look.keep(tx, services, via=via)
    return said

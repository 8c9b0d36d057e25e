"""Which criterion a rep contests where a button does not say: of a call, or of the latest."""

from domain.actions import Choice, Field, Form
from domain.calls import Call, CallId, CallState
from domain.people import Role
from domain.phrases import Phrase, phrase
from domain.ports import CallFilter, Stores
from domain.scores import CriterionScore, NotScoredBecause
from jobs.acting import Acting
from jobs.appeals import REASON_CHARS, contested
from jobs.services import Services

LATEST_CALLS = 5
MOST_CHOICES = 100
"""More Slack shows in no menu."""


def which_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """Asks which and why; ``None`` for a call that is not the person's own."""
    choices = [
        Choice(value=f"{call.id} {score.criterion_id}", label=_named(call, score, tx, services))
        for call, score in _contestable(acting, tx)
    ]
    if not choices:
        asks_at_large = not acting.about("call") and acting.person.role is Role.REP
        return acting.form("appeal-title", Phrase("appeal-nothing")) if asks_at_large else None
    return Form(
        name="appeal.open",
        title=Phrase("appeal-title"),
        fields=(
            Field(name="criterion", label=Phrase("appeal-which"), choices=tuple(choices)),
            reason_field("appeal-why-label", "appeal-why-hint"),
        ),
    )


def reason_field(label: str, hint: str) -> Field:
    """Why, in a person's own words."""
    return Field(
        name="reason", label=Phrase(label), hint=Phrase(hint), long=True, max_chars=REASON_CHARS
    )


def _contestable(acting: Acting, tx: Stores) -> list[tuple[Call, CriterionScore]]:
    """Own scores, newest call first; as many as a form can offer."""
    own = [call for call in _calls(acting, tx) if call.rep_id == acting.person.id]
    cards = tx.scorecards.latest_of([call.id for call in own])
    return [
        (call, score)
        for call in own
        if call.id in cards
        for score in cards[call.id].criteria
        if score.not_scored is not NotScoredBecause.NOT_APPLICABLE
    ][:MOST_CHOICES]


def _calls(acting: Acting, tx: Stores) -> list[Call]:
    if acting.about("call"):
        named = tx.calls.get(CallId(acting.about("call")))
        return [named] if named else []
    me = (acting.person.id,)
    return list(
        tx.calls.list(CallFilter(rep_ids=me, states=(CallState.SCORED,), limit=LATEST_CALLS))
    )


def _named(call: Call, score: CriterionScore, tx: Stores, services: Services) -> Phrase:
    about = contested(tx, call.id, score.criterion_id, services)
    title = about.criterion.title if about else score.criterion_id
    return phrase("appeal-choice-which", title=title, call=call.title)

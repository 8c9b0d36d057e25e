"""Buttons and forms of appeals: contest, withdraw, decide."""

from collections.abc import Mapping

from coaching.visibility import may_decide
from domain import said
from domain.actions import Choice, Field, Form
from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import CallId
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, Criterion, CriterionId
from domain.scores import CriterionScore
from jobs.acting import DONE_BEFORE, Acting, FormMaker, Handler, denied, note
from jobs.appeals import (
    Contested,
    Decision,
    contested,
    decide,
    open_appeal,
    standing_appeal,
    withdraw_appeal,
)
from jobs.appeals_which import reason_field, which_form
from jobs.held_calls import hold
from jobs.services import Services

OPEN, WITHDRAW, DECIDE = "appeal.open", "appeal.withdraw", "appeal.decide"
KEEP, NO_OCCASION = "keep", "none"
QUOTES_SHOWN = 2


def level_said(level: int | None) -> Phrase:
    """``2 of 4``, or that there was no level."""
    if level is None:
        return Phrase("appeal-no-level")
    return phrase("appeal-level", level=level, most=MAX_LEVEL)


def anchors_said(criterion: Criterion) -> Phrase:
    """What each level of the criterion means."""
    return phrase("appeal-anchors", **{f"a{n}": text for n, text in enumerate(criterion.anchors)})


def ask_reason(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """The rep's form: the level and its quotes, and why it is contested."""
    if not acting.about("criterion"):
        return which_form(acting, tx, services)
    about = _own(acting, tx, services)
    if about is None:
        return None
    standing = standing_appeal(tx, about)
    if standing is not None:
        return _standing_form(standing, acting)
    return Form(
        name=OPEN,
        title=Phrase("appeal-title"),
        value={"call": about.call.id, "criterion": about.criterion.id},
        said=(
            phrase("appeal-about", title=about.criterion.title, call=about.call.title),
            phrase("appeal-behaviour", behaviour=about.criterion.behaviour),
            *_graded(about.score),
        ),
        fields=(reason_field("appeal-why-label", "appeal-why-hint"),),
    )


def contest(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """Open the appeal, once."""
    hold(tx, _named(acting)[0])
    about = _own(acting, tx, services)
    if about is None:
        return denied(acting, f"call:{acting.about('call')}", tx, services)
    reason = acting.action.field("reason").strip()
    if not reason:
        return Phrase("appeal-needs-reason")
    appeal = open_appeal(tx, about, reason, services)
    note(acting, f"call:{about.call.id}", tx, services)
    return Phrase("appeal-sent") if appeal else DONE_BEFORE


def withdraw(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """The rep takes an open appeal back."""
    _hold(acting, tx)
    appeal = tx.appeals.get(AppealId(acting.about("appeal")))
    if appeal is None or appeal.rep_id != acting.person.id:
        return denied(acting, f"appeal:{acting.about('appeal')}", tx, services)
    if not appeal.open:
        return DONE_BEFORE
    withdraw_appeal(tx, appeal, services)
    note(acting, f"call:{appeal.call_id}", tx, services)
    return Phrase("appeal-withdrawn-said")


def ask_decision(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """The manager's form: a level, no occasion or keep, and why."""
    appeal, _ = _to_decide(acting, tx)
    if appeal is None:
        return None
    if not appeal.open:
        return acting.form("appeal-decide-title", DONE_BEFORE)
    about = contested(tx, appeal.call_id, appeal.criterion_id, services)
    if about is None:
        return acting.form("appeal-decide-title", Phrase("appeal-gone"))
    return Form(
        name=DECIDE,
        title=Phrase("appeal-decide-title"),
        submit=Phrase("appeal-decide-button"),
        value={"appeal": appeal.id},
        said=(
            phrase("appeal-about", title=about.criterion.title, call=about.call.title),
            anchors_said(about.criterion),
            *_graded(about.score),
            phrase("appeal-rep-says", reason=appeal.reason),
        ),
        fields=(
            Field(name="level", label=Phrase("appeal-level-label"), choices=_choices(about)),
            reason_field("appeal-answer-label", "appeal-answer-hint"),
        ),
    )


def rule(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """Decide it, once, by the manager of this moment."""
    _hold(acting, tx)
    appeal, rep = _to_decide(acting, tx)
    if appeal is None or rep is None:
        return denied(acting, f"appeal:{acting.about('appeal')}", tx, services)
    if not appeal.open:
        return DONE_BEFORE
    about = contested(tx, appeal.call_id, appeal.criterion_id, services)
    if about is None or about.card.rubric_name != appeal.rubric_name:
        return Phrase("appeal-gone")
    decision = _decision(acting)
    if decision is None:
        return Phrase("appeal-needs-both")
    decided = decide(tx, appeal, about, decision, services)
    note(acting, f"call:{appeal.call_id}", tx, services)
    key = "appeal-kept-said" if decided.state is AppealState.KEPT else "appeal-changed-said"
    return phrase(key, rep=rep.name)


def _own(acting: Acting, tx: Stores, services: Services) -> Contested | None:
    """The criterion of an own call; of nobody else's."""
    about = contested(tx, *_named(acting), services)
    return about if about is not None and about.call.rep_id == acting.person.id else None


def _named(acting: Acting) -> tuple[CallId, CriterionId]:
    """What a button or, where it names none, a choice in the form is about."""
    chosen, _, criterion = acting.action.field("criterion").partition(" ")
    call_id = CallId(acting.about("call") or chosen)
    return call_id, CriterionId(acting.about("criterion") or criterion)


def _hold(acting: Acting, tx: Stores) -> None:
    """Hold the call that an appeal is about: what is read from here on stays true."""
    appeal = tx.appeals.get(AppealId(acting.about("appeal")))
    if appeal is not None:
        hold(tx, appeal.call_id)


def _to_decide(acting: Acting, tx: Stores) -> tuple[Appeal | None, Person | None]:
    """The appeal and its rep, if the decision is this person's at this moment."""
    appeal = tx.appeals.get(AppealId(acting.about("appeal")))
    rep = acting.organisation.person(appeal.rep_id) if appeal else None
    if rep is None or not may_decide(acting.person, rep, acting.organisation):
        return None, None
    return appeal, rep


def _decision(acting: Acting) -> Decision | None:
    """What was chosen and why; ``None`` if either is missing."""
    chosen, why = acting.action.field("level"), acting.action.field("reason").strip()
    levels = {str(level): level for level in range(MIN_LEVEL, MAX_LEVEL + 1)}
    if not why or chosen not in (KEEP, NO_OCCASION, *levels):
        return None
    return Decision(by=acting.person.id, why=why, keep=chosen == KEEP, level=levels.get(chosen))


def _choices(about: Contested) -> tuple[Choice, ...]:
    graded = about.score.as_graded.level
    levels = (
        Choice(
            value=str(level),
            label=phrase("appeal-choice", level=level, anchor=about.criterion.anchors[level]),
        )
        for level in range(MIN_LEVEL, MAX_LEVEL + 1)
        if level != graded
    )
    return (
        Choice(value=KEEP, label=phrase("appeal-choice-keep", level=level_said(graded))),
        *levels,
        Choice(value=NO_OCCASION, label=Phrase("appeal-choice-none")),
    )


def _graded(score: CriterionScore) -> tuple[Phrase, ...]:
    """What the grader gave and the quotes it gave it for."""
    graded = score.as_graded
    quotes = (phrase("appeal-quote", quote=e.quote) for e in graded.evidence[:QUOTES_SHOWN])
    reason = (phrase("appeal-graded-because", reason=graded.reason),) if graded.reason else ()
    return phrase("appeal-graded", level=level_said(graded.level)), *reason, *quotes


def _standing_form(appeal: Appeal, acting: Acting) -> Form:
    """What became of it; one that is still open can be taken back."""
    if not appeal.open:
        level = level_said(appeal.settled_level)
        decided = phrase("appeal-is-decided", level=level, why=appeal.answer)
        return acting.form("appeal-title", decided)
    back = Choice(value="yes", label=Phrase("appeal-withdraw-choice"))
    return Form(
        name=WITHDRAW,
        title=Phrase("appeal-title"),
        value={"appeal": appeal.id},
        said=(
            phrase("appeal-is-open", day=said.day(appeal.opened_at)),
            phrase("appeal-you-wrote", reason=appeal.reason),
        ),
        fields=(Field(name="sure", label=Phrase("appeal-withdraw-label"), choices=(back,)),),
    )


HANDLERS: Mapping[str, Handler] = {
    OPEN: contest,
    WITHDRAW: withdraw,
    DECIDE: rule,
}
FORMS: Mapping[str, FormMaker] = {
    OPEN: ask_reason,
    DECIDE: ask_decision,
}

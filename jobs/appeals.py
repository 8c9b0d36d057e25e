"""A rep contests a criterion, the manager decides, and everything that rests on it follows."""

from dataclasses import dataclass, replace

from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import Call, CallId, CallState
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.ports import Stores
from domain.rubrics import Criterion, CriterionId, Rubric
from domain.scores import CriterionScore, NotScoredBecause, Scorecard
from domain.skills import MoveCause
from jobs.agenda_replan import replan
from jobs.appeal_news import decider, keep_and_tell
from jobs.crm_asks import updates_for
from jobs.held_calls import held
from jobs.library_shown import correct_messages
from jobs.practice_standing import play_scored
from jobs.profiles import catch_up, follow
from jobs.second_reading import unstable_of
from jobs.services import Services
from jobs.tier_news import tier_news
from scoring.observations import observations_of
from scoring.rulings import Verdict, with_verdicts

REASON_CHARS = 1000


@dataclass(frozen=True, slots=True)
class Contested:
    """One criterion of a call as it stands: what an appeal is about."""

    call: Call
    card: Scorecard
    rubric: Rubric
    criterion: Criterion
    score: CriterionScore


def contested(
    tx: Stores, call_id: CallId, criterion_id: CriterionId, services: Services
) -> Contested | None:
    """What can be appealed against; ``None`` if there is no such score (any more)."""
    call, card = tx.calls.get(call_id), tx.scorecards.latest(call_id)
    if call is None or card is None or call.state is CallState.DELETED:
        return None
    score = card.of(criterion_id)
    if score is None or score.not_scored is NotScoredBecause.NOT_APPLICABLE:
        return None
    try:
        rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
    except ConfigurationError:
        return None
    criterion = next((c for c in rubric.criteria if c.id == criterion_id), None)
    return Contested(call, card, rubric, criterion, score) if criterion else None


def standing_appeal(tx: Stores, about: Contested) -> Appeal | None:
    """The appeal against this criterion that is open, or decided for the level it has now."""
    for appeal in reversed(tx.appeals.of_call(about.call.id)):
        same = appeal.criterion_id == about.score.criterion_id
        if same and appeal.rubric_name == about.card.rubric_name:
            if appeal.open:
                return appeal
            if appeal.decided and appeal.settled_level == about.score.level:
                return appeal
    return None


def open_appeal(tx: Stores, about: Contested, reason: str, services: Services) -> Appeal | None:
    """Open one; ``None`` if the criterion is contested already, or was decided on.

    The call is to be held before ``about`` is read: so nobody contests it twice at once. One
    that was withdrawn or decided before stays as it was, and so does what was told of it.
    """
    if about.call.rep_id is None or standing_appeal(tx, about) is not None:
        return None
    appeal = Appeal(
        id=AppealId(services.new_id()),
        call_id=about.call.id,
        call_version=about.card.call_version,
        criterion_id=about.score.criterion_id,
        rubric_name=about.card.rubric_name,
        rubric_version=about.card.rubric_version,
        rep_id=about.call.rep_id,
        opened_at=services.now(),
        reason=reason[:REASON_CHARS],
        grader_level=about.score.as_graded.level,
    )
    return keep_and_tell(tx, appeal, services)


def withdraw_appeal(tx: Stores, appeal: Appeal, services: Services) -> None:
    """The rep takes it back; the same can be contested anew."""
    keep_and_tell(tx, replace(appeal, state=AppealState.WITHDRAWN), services)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the manager decided. ``keep``: the grader's level stands, whatever ``level`` says."""

    by: PersonId
    why: str
    keep: bool = False
    level: int | None = None
    """0-4; ``None``: the call gave no occasion."""


def decide(
    tx: Stores, appeal: Appeal, about: Contested, decision: Decision, services: Services
) -> Appeal:
    """Decide an open appeal; a changed level replaces the grader's, and all that rests on it.

    A level equal to the grader's keeps it. The call is to be held before both are read.
    """
    graded = about.score.as_graded
    same = decision.level == graded.level and (
        decision.level is not None or graded.not_scored is NotScoredBecause.NO_OCCASION
    )
    kept = decision.keep or same
    decided = replace(
        appeal,
        state=AppealState.KEPT if kept else AppealState.CHANGED,
        decided_by=decision.by,
        decided_at=services.now(),
        level=graded.level if kept else decision.level,
        answer=decision.why[:REASON_CHARS],
        grader_level=graded.level,
    )
    if not kept:
        _replace_level(tx, about, decided, services)
    decided = keep_and_tell(tx, decided, services)
    if not kept:
        _agenda_again(decided, tx, services)
    return decided


def _replace_level(tx: Stores, about: Contested, decided: Appeal, services: Services) -> None:
    """The person's level in the scorecard; profile, tiers and deal follow."""
    assert decided.decided_by is not None  # noqa: S101 - set by whoever decided
    assert decided.decided_at is not None  # noqa: S101 - the same
    call = held(tx, about.call)
    verdict = Verdict(
        level=decided.level, by=decided.decided_by, at=decided.decided_at, why=decided.answer
    )
    ruled = {decided.criterion_id: verdict}
    card = with_verdicts(about.card, about.rubric, call.call_type, ruled)
    tx.scorecards.put(card)
    _move_profile(tx, call, about.rubric, card, services)
    _shared_again(tx, decided)
    for effect in updates_for(call, services):
        tx.outbox.request(effect)


def _shared_again(tx: Stores, decided: Appeal) -> None:
    """Messages that show a moment of it as an example follow: it may be none any more."""
    for shared in tx.library.of_call(decided.call_id):
        if shared.clip.criterion_id == decided.criterion_id:
            tx.library.get(shared.id)  # held to the end, as whoever shows it now does
            correct_messages(tx, shared.id)


def _move_profile(
    tx: Stores, call: Call, rubric: Rubric, card: Scorecard, services: Services
) -> None:
    seen = observations_of(call, rubric, card, unstable=unstable_of(tx, card))
    catch_up(tx, [call.rep_id] if call.rep_id else [], services)
    touched = tx.profiles.replace_observations(call.id, seen)
    changes = follow(tx, touched, services, MoveCause.RULING, call.id, told=True)
    play_scored(tx, call, seen, services)
    for effect in tier_news(changes, services):
        tx.outbox.add_if_new(effect)


def _agenda_again(decided: Appeal, tx: Stores, services: Services) -> None:
    """The rep's part of this week's agenda rests on the new level from now on."""
    organisation = tx.people.organisation()
    manager, rep = decider(decided, organisation), organisation.person(decided.rep_id)
    if manager is not None and rep is not None:
        replan(manager, rep, tx, services)

"""A call that is ready becomes a scorecard, and its rep's profile follows, in one step."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from domain.calls import Call, CallId, CallState, NotScorable, Transcript
from domain.effects import Claimed, Effect, EffectKind
from domain.errors import GradingError, IntegrationError, StoreUnavailable
from domain.ports import Stores
from domain.practice import PROVIDER as PRACTICE
from domain.rubrics import Rubric
from domain.scores import GraderReply, Scorecard
from domain.skills import TierChange
from domain.usage import NOTHING, Usage
from jobs.held_calls import held
from jobs.home import home_changed
from jobs.practice_standing import play_scored
from jobs.profiles import observe
from jobs.recount import recount
from jobs.retries import LeaseLost
from jobs.second_reading import Reread, note_readings, read_again, reader_of, unstable_of
from jobs.services import Services
from jobs.thinking import KEEPING, THINKING
from jobs.tier_news import tier_news
from scoring.observations import observations_of
from scoring.quality import too_poor
from scoring.rulings import carried_over
from scoring.scorecard import make_scorecard

ToSpend = Callable[[Exception, Usage], Usage]
"""What goes on a call's bill of what a try used that ended in this error."""


def _all_of_it(_error: Exception, used: Usage) -> Usage:
    return used


def score_call(
    claimed: Claimed[Call], services: Services, *, to_spend: ToSpend = _all_of_it
) -> None:
    """Grade the call, keep the scorecard, move the profile, and ask for what follows.

    Grading happens outside any transaction. Scorecard, observations, profile, tier
    changes, outbox rows and the call's state are then kept in one: a crash at any point
    leaves all of it or none. Lets ``GradingError`` and ``IntegrationError`` rise. What a try
    used that ends in any error is noted with the call: it counts against the budget of the
    next one and is on the bill of the scorecard that comes.

    Raises:
        LeaseLost: another worker holds the call now, or its transcript was replaced.
    """
    call = claimed.item
    with services.database.read() as tx:
        transcript, spent = tx.calls.transcript(call.id), tx.calls.spent(call.id)
    if transcript is None:
        _skip(claimed, NotScorable.NO_TRANSCRIPT, services)
        return
    rubric, used = services.rubrics.for_call(call.call_type), NOTHING
    try:
        reply = too_poor(rubric, call.call_type, transcript) or services.grader.grade(
            rubric, call.call_type, transcript, spent=spent
        )
        used = reply.usage
        services.reach("score.graded")
        billed = replace(reply, usage=spent + used)
        reread = _reread(call, rubric, transcript, billed, services)
        used = used + reread.used
        others_follow = _keep(claimed, rubric, reread, services)
    except Exception as error:
        if isinstance(error, (GradingError, IntegrationError)):
            used = used + error.usage
        _spend(call.id, to_spend(error, used), services)
        raise
    services.reach("score.committed")
    if others_follow:
        recount(reader_of(reread.card), services)


def _reread(
    call: Call, rubric: Rubric, transcript: Transcript, reply: GraderReply, services: Services
) -> Reread:
    """The scorecard of a reply, with a second reading where one is due."""
    with THINKING:
        card = make_scorecard(
            call=call,
            rubric=rubric,
            transcript=transcript,
            reply=reply,
            grader_name=services.grader.name,
            grader_version=services.grader.version,
            created_at=services.now(),
        )
    return read_again(call, rubric, transcript, card, services)


def _keep(claimed: Claimed[Call], rubric: Rubric, reread: Reread, services: Services) -> bool:
    """Keep all of it in one transaction; whether scorecards of other calls follow."""
    with KEEPING, services.database.write() as tx:
        now = held(tx, claimed.item)
        others_follow = note_readings(tx, reread)
        keep_scorecard(tx, now, rubric, reread.card, services)
        services.reach("score.before_commit")
        if not tx.calls.settle(claimed, CallState.SCORED):
            raise LeaseLost
    return others_follow


def _spend(call_id: CallId, used: Usage, services: Services) -> None:
    """Note it with the call; if the database is away, the error that led here is told."""
    if used.requests:
        with suppress(StoreUnavailable), services.database.write() as tx:
            tx.calls.spend(call_id, used)


def keep_scorecard(
    tx: Stores, call: Call, rubric: Rubric, card: Scorecard, services: Services
) -> None:
    """Keep a scorecard with everything that follows from it; once for a call version."""
    # Another transcript would have taken the card before away: what a person decided about
    # these words still holds.
    before = tx.scorecards.latest(call.id)
    card = carried_over(card, rubric, call.call_type, before)
    if not tx.scorecards.add_if_new(card):
        return  # what follows was kept with the first; another answer must not mix with it
    seen = observations_of(call, rubric, card, unstable=unstable_of(tx, card))
    # A deal that is found makes earlier calls of it count for less: what it tips is told then.
    played = call.provider == PRACTICE
    to_be_linked = bool(services.crms) and call.deal is None and not played
    changes = observe(tx, call.id, seen, services, told=not to_be_linked)
    if call.rep_id is not None:
        home_changed(call.rep_id, tx)
    if played:
        play_scored(tx, call, seen, services)
    told = tier_news(changes, services) if played else _effects(call, card, changes, services)
    for effect in told:
        if effect.kind in (EffectKind.CRM_LINK, EffectKind.CALL_FACTS):
            tx.outbox.request(effect)
        else:
            tx.outbox.add_if_new(effect)


def _skip(claimed: Claimed[Call], reason: NotScorable, services: Services) -> None:
    with services.database.write() as tx:
        if not tx.calls.settle(claimed, CallState.SKIPPED, not_scorable=reason):
            raise LeaseLost


def _effects(
    call: Call, card: Scorecard, changes: Iterable[TierChange], services: Services
) -> Iterable[Effect]:
    now, limits = services.now(), services.thresholds
    if services.elements.asked:
        yield call_facts(call.id)
    if services.crms:
        yield crm_link(call.id)
    if services.messenger is None or call.rep_id is None:
        return
    fresh = now - call.started_at <= timedelta(days=limits.call_message_max_age_days)
    if fresh and card.overall is not None:
        yield Effect(
            kind=EffectKind.SLACK_CALL_SCORED,
            key=f"slack:call:{call.id}",
            payload={"call_id": call.id},
        )
    yield from tier_news(changes, services)


def crm_link(call_id: CallId) -> Effect:
    """Find the deal of this call, then bring the deal's fields up to date."""
    return Effect(kind=EffectKind.CRM_LINK, key=f"crm:link:{call_id}", payload={"call_id": call_id})


def call_facts(call_id: CallId) -> Effect:
    """Read what this call proves about its deal."""
    return Effect(kind=EffectKind.CALL_FACTS, key=f"facts:{call_id}", payload={"call_id": call_id})

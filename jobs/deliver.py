"""Messages leave through here: each is computed from the newest rows, to whom it may go now.

One visible message per key, under crashes too: a message is sent only while enough of
the lease is left, and one that may have been sent before is looked for first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog

from domain.agendas import Agenda, FocusSkill
from domain.calls import CallId, CallState
from domain.effects import Claimed, EffectKind, EffectRecord, EffectState
from domain.errors import IntegrationError, NotFoundAtVendor
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import (
    AnswerNotice,
    CallScoredNotice,
    Messenger,
    Notice,
    Stores,
    TierChangeNotice,
    TierMove,
)
from jobs.answer import answer_asker
from jobs.retries import LeaseLost
from jobs.services import Services

log = structlog.get_logger()
EVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Letter:
    """What to send to whom."""

    to: Person
    notice: Notice


@dataclass(frozen=True, slots=True)
class NotSent:
    """Why a message is not sent on purpose."""

    because: str


def deliver(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Send one message once. Lets ``IntegrationError`` rise for the retry policy.

    Raises:
        LeaseLost: too little of the lease is left to send safely, or it is gone.
    """
    messenger = services.messenger
    if messenger is None:
        _settle(claimed, EffectState.PARKED, services, error="no messenger is configured")
        return
    with services.database.write() as tx:
        letter = _compose(claimed.item, tx, services)
    if isinstance(letter, NotSent):
        _settle(claimed, EffectState.SKIPPED, services, error=letter.because)
        return
    services.reach("deliver.composed")
    try:
        remote_id = _send_once(claimed, letter, messenger, services)
    except NotFoundAtVendor as error:
        _settle(claimed, EffectState.SKIPPED, services, error=error.detail)
        return
    services.reach("deliver.sent")
    _settle(claimed, EffectState.SENT, services, remote_id=remote_id)
    _point(claimed, letter, messenger)


def _point(claimed: Claimed[EffectRecord], letter: Letter, messenger: Messenger) -> None:
    """Say in the channel of a question that the answer is private. At most once, best effort."""
    payload, key = claimed.item.effect.payload, claimed.item.effect.key
    if payload.get("private") != "no" or claimed.tried_before:
        return
    try:
        messenger.point_to_answer(payload["channel"], payload["ts"], letter.to, key=key)
    except IntegrationError as error:
        log.info("pointer.not_sent", error=type(error).__name__)


def _send_once(
    claimed: Claimed[EffectRecord], letter: Letter, messenger: Messenger, services: Services
) -> str:
    record = claimed.item
    key, now = record.effect.key, services.now()
    if claimed.tried_before:
        first_try = record.first_try_at or record.created_at
        found = messenger.find(letter.to, key=key, since=first_try - timedelta(seconds=60))
        if found is not None:
            return found
    limits = services.thresholds
    last_start = claimed.held_until - limits.send_limit_s - limits.reconcile_quiet_s
    if services.monotonic() > last_start:
        raise LeaseLost  # whoever claims it next may be asking already: do not race it
    services.reach("deliver.before_send")
    return messenger.send(letter.notice, letter.to, key=key, now=now)


def _settle(
    claimed: Claimed[EffectRecord],
    state: EffectState,
    services: Services,
    *,
    remote_id: str | None = None,
    error: str | None = None,
) -> None:
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, state, remote_id=remote_id, error=error):
            raise LeaseLost


def _compose(record: EffectRecord, tx: Stores, services: Services) -> Letter | NotSent:
    organisation = tx.people.organisation()
    return _COMPOSERS[record.effect.kind](record.effect.payload, organisation, tx, services)


def _reachable(person: Person | None) -> NotSent | None:
    if person is None:
        return NotSent("the recipient is not known any more")
    return None if person.active else NotSent("the recipient is no longer active")


def _call_scored(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Letter | NotSent:
    call_id = CallId(payload["call_id"])
    call, card = tx.calls.get(call_id), tx.scorecards.latest(call_id)
    transcript = tx.calls.transcript(call_id)
    if call is None or card is None or transcript is None or call.state is not CallState.SCORED:
        return NotSent("the call has no score any more")
    rep = organisation.person(call.rep_id) if call.rep_id else None
    if refusal := _reachable(rep):
        return refusal
    assert rep is not None  # noqa: S101 - _reachable refused None
    rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
    return Letter(rep, CallScoredNotice(call, card, rubric, transcript))


def _tier_change(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Letter | NotSent:
    rep = organisation.person(PersonId(payload["rep_id"]))
    if refusal := _reachable(rep):
        return refusal
    assert rep is not None  # noqa: S101 - _reachable refused None
    to = rep if payload["audience"] == "rep" else organisation.manager_of(rep)
    if refusal := _reachable(to):
        return refusal
    assert to is not None  # noqa: S101 - _reachable refused None
    moves = _tier_moves(rep.id, CallId(payload["call_id"]), tx, services)
    if not moves:
        return NotSent("the tier change was taken back by newer data")
    return Letter(to, TierChangeNotice(rep, moves))


def _tier_moves(
    rep_id: PersonId, because_of: CallId, tx: Stores, services: Services
) -> tuple[TierMove, ...]:
    """What this call tipped as it stands now; the highest level first."""
    known = {p.skill_id: p for p in tx.profiles.of_reps([rep_id])}
    changes = [
        c
        for c in tx.profiles.tier_changes([rep_id], since=EVER)
        if c.because_of == because_of and not c.is_first
        if c.skill_id in known and c.skill_id in services.skills
    ]
    return tuple(
        TierMove(c, services.skills[c.skill_id].name, known[c.skill_id])
        for c in sorted(changes, key=lambda c: (-c.level, c.skill_id))
    )


def _agenda(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Letter | NotSent:
    del services
    manager_id = PersonId(payload["manager_id"])
    agenda, manager = tx.agendas.get(manager_id, payload["week"]), organisation.person(manager_id)
    if refusal := _reachable(manager):
        return refusal
    assert manager is not None  # noqa: S101 - _reachable refused None
    if agenda is None or manager.role is not Role.MANAGER:
        return NotSent("there is no agenda for this manager any more")
    # Who left the team between planning and sending is left out.
    team = {rep.id for rep in organisation.reps_of(manager)}
    return Letter(manager, _without_withdrawn(agenda.only(team), tx))


def _without_withdrawn(agenda: Agenda, tx: Stores) -> Agenda:
    """The agenda without moments of calls that were deleted after it was planned."""
    clips = [clip for rep in agenda.reps for focus in rep.focus for clip in focus.clips]
    calls = {clip.call_id: tx.calls.get(clip.call_id) for clip in clips}
    stands = {i for i, call in calls.items() if call and call.state is not CallState.DELETED}

    def kept(focus: FocusSkill) -> FocusSkill:
        clips = tuple(clip for clip in focus.clips if clip.call_id in stands)
        # The suggestion names calls by title, so it goes with a moment that goes.
        return focus if clips == focus.clips else replace(focus, clips=clips, suggestion="")

    return replace(
        agenda,
        reps=tuple(replace(rep, focus=tuple(map(kept, rep.focus))) for rep in agenda.reps),
    )


def _answer(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Letter | NotSent:
    asker = organisation.by_slack_user(payload["asked_by"])
    if refusal := _reachable(asker):
        tx.audit.add(
            at=services.now(),
            actor=payload["asked_by"],
            action="ask",
            subject="unknown asker",
            allowed=False,
            via="slack",
        )
        return refusal
    assert asker is not None  # noqa: S101 - _reachable refused None
    return Letter(
        asker, AnswerNotice(answer_asker(payload["text"], asker, tx, services, via="slack"))
    )


_Composer = Callable[[Mapping[str, str], Organisation, Stores, Services], Letter | NotSent]
_COMPOSERS: Mapping[EffectKind, _Composer] = {
    EffectKind.SLACK_CALL_SCORED: _call_scored,
    EffectKind.SLACK_TIER_CHANGE: _tier_change,
    EffectKind.SLACK_AGENDA: _agenda,
    EffectKind.SLACK_ANSWER: _answer,
}

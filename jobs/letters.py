"""What a message says and to whom: computed from the newest rows, under the rights of now."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from domain.calls import CallId, CallState
from domain.effects import EffectKind, EffectRecord
from domain.people import Organisation, Person, PersonId
from domain.ports import (
    AnswerNotice,
    CallScoredNotice,
    Stores,
    TierChangeNotice,
)
from jobs import (
    agenda_letters,
    appeals_letters,
    approval_letters,
    crm_report,
    home_letters,
    library_letters,
    practice_letters,
)
from jobs.answer import answer_asker
from jobs.digest_letters import digest_letter
from jobs.letter import Composed, Composer, Letter, NotSent, NotYet, reachable
from jobs.library import moments_seen, peer_moments
from jobs.library_shown import shows
from jobs.look import Look
from jobs.scored_calls import held_back
from jobs.services import Services
from jobs.tier_moves import tier_moves

EVER = datetime(2000, 1, 1, tzinfo=UTC)


def compose(record: EffectRecord, tx: Stores, services: Services) -> Composed:
    """The message as of now, why there is none, or what has to end before there can be one."""
    organisation = tx.people.organisation()
    return _COMPOSERS[record.effect.kind](record.effect.payload, organisation, tx, services)


def _call_scored(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    call_id = CallId(payload["call_id"])
    call, card = tx.calls.get(call_id), tx.scorecards.latest(call_id)
    transcript = tx.calls.transcript(call_id)
    if call is not None and call.state in (CallState.WAITING, CallState.READY):
        return NotYet("the call is being scored again")
    if call is None or card is None or transcript is None or call.state is not CallState.SCORED:
        return NotSent("the call has no score any more")
    rep = organisation.person(call.rep_id) if call.rep_id else None
    if refusal := reachable(rep):
        return refusal
    assert rep is not None  # noqa: S101 - reachable refused None
    rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
    peers = peer_moments(card, rep, tx, services)
    look = moments_seen(rep, peers.values(), organisation) if peers else None
    notice = CallScoredNotice(call, card, rubric, transcript, peers)
    return Letter(rep, notice, look, shows=shows(peers.values()))


def _tier_change(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    rep = organisation.person(PersonId(payload["rep_id"]))
    if refusal := reachable(rep):
        return refusal
    assert rep is not None  # noqa: S101 - reachable refused None
    to = rep if payload["audience"] == "rep" else organisation.manager_of(rep)
    if refusal := reachable(to):
        return refusal
    assert to is not None  # noqa: S101 - reachable refused None
    moves = tier_moves(rep.id, payload, tx, services)
    if not moves:
        return NotSent("the tier change was taken back by newer data")
    if wait := _still_the_rep_s(to, {m.change.because_of for m in moves}, tx, services):
        return wait
    return Letter(to, TierChangeNotice(rep, moves))


def _still_the_rep_s(
    to: Person, call_ids: Collection[CallId], tx: Stores, services: Services
) -> NotYet | None:
    """A manager hears of a tier once the calls that tipped it are open to them."""
    calls = [call for call in map(tx.calls.get, call_ids) if call is not None]
    opens = held_back(to.id, calls, tx, services)
    if not opens:
        return None
    after_s = (max(opens.values()) - services.now()).total_seconds()
    return NotYet("the rep sees the call first", after_s=max(1.0, after_s))


def _answer(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    asker = organisation.by_slack_user(payload["asked_by"])
    if refusal := reachable(asker):
        look = Look(actor=payload["asked_by"], subject="unknown asker", allowed=False)
        return replace(refusal, look=look)
    assert asker is not None  # noqa: S101 - reachable refused None
    plan = payload.get("plan", "")
    said, look = answer_asker(payload["text"], asker, tx, services, plan=plan)
    return Letter(asker, AnswerNotice(said), look, thread=payload.get("thread"))


_COMPOSERS: Mapping[EffectKind, Composer] = {
    EffectKind.SLACK_CALL_SCORED: _call_scored,
    EffectKind.SLACK_TIER_CHANGE: _tier_change,
    EffectKind.SLACK_ANSWER: _answer,
    **agenda_letters.COMPOSERS,
    **home_letters.COMPOSERS,
    EffectKind.SLACK_DIGEST: partial(digest_letter, compose),
    **appeals_letters.COMPOSERS,
    **library_letters.COMPOSERS,
    **practice_letters.COMPOSERS,
    **approval_letters.COMPOSERS,
    **crm_report.COMPOSERS,
}

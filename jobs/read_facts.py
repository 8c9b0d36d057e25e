"""What a scored call proves about its deal is read, checked and kept, and its deal follows.

An effect of its own: it neither holds up nor fails the scoring of the call.
"""

from datetime import UTC

import structlog

from domain.calls import Call, CallId, CallState, Transcript
from domain.effects import Claimed, EffectRecord, EffectState
from domain.errors import GradingError, GradingRefused, IntegrationError, Permanent
from domain.facts import CallFacts
from domain.ports import Stores
from domain.usage import NOTHING, Usage
from jobs.crm_asks import deal_update
from jobs.held_calls import held
from jobs.model_facts import ClaimsRead, read_by_model
from jobs.model_grader import ModelGrader
from jobs.retries import MAX_GRADINGS, LeaseLost, NotYet
from jobs.services import Services
from jobs.thinking import KEEPING, THINKING
from scoring.facts.builtin import VERSION, read_claims
from scoring.facts.checking import check_claims

log = structlog.get_logger()
MODEL_TRIES = MAX_GRADINGS
"""After so many vain tries at the model, the built-in reader reads the call."""
BEING_SCORED = (CallState.WAITING, CallState.READY)


def read_facts(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Read one call and replace what was kept of it. Lets ``IntegrationError`` rise for a while.

    Where the model cannot be had for good (it declines, is over its budget, rejects our key) or
    not after several tries, the built-in reader reads the call.

    Raises:
        NotYet: the call is being scored; what it says then is what counts.
        LeaseLost: another worker holds the effect now; nothing was kept.
    """
    call_id = CallId(claimed.item.effect.payload["call_id"])
    with services.database.read() as tx:
        call, transcript = tx.calls.get(call_id), tx.calls.transcript(call_id)
        spent = _spent(tx, call_id)
    if call is not None and call.state in BEING_SCORED:
        raise NotYet("the call is being scored")
    if call is None or call.state is not CallState.SCORED or transcript is None:
        _skip(claimed, services)
        return
    read = _read(claimed, transcript, spent, services)
    services.reach("facts.read")
    _keep(claimed, call, _checked(call, transcript, read, services), services)


def _spent(tx: Stores, call_id: CallId) -> Usage:
    """What scoring the call has used of its budget."""
    card = tx.scorecards.latest(call_id)
    return NOTHING if card is None else Usage.of(card.usage)


def _read(
    claimed: Claimed[EffectRecord], transcript: Transcript, spent: Usage, services: Services
) -> ClaimsRead:
    grader = services.grader
    vain = NOTHING
    if isinstance(grader, ModelGrader):
        try:
            return read_by_model(grader, services.elements, transcript, spent=spent)
        except (GradingError, IntegrationError) as error:
            if not _for_good(error) and claimed.attempts < MODEL_TRIES:
                raise
            log.warning("facts.without_model", row=claimed.row_id, error=type(error).__name__)
            vain = error.usage
    with THINKING:
        claims = read_claims(services.elements, transcript)
    return ClaimsRead(claims=claims, reader_name="builtin", reader_version=VERSION, usage=vain)


def _for_good(error: GradingError | IntegrationError) -> bool:
    return isinstance(error, (GradingRefused, Permanent))


def _checked(call: Call, transcript: Transcript, read: ClaimsRead, services: Services) -> CallFacts:
    said_on = call.started_at.astimezone(UTC).date()
    with THINKING:
        checked = check_claims(services.elements, transcript, read.claims, said_on=said_on)
    return CallFacts(
        call_id=call.id,
        call_version=call.version,
        reader_name=read.reader_name,
        reader_version=read.reader_version,
        facts=checked.facts,
        created_at=services.now(),
        dropped=checked.dropped,
        usage=read.usage.figures(),
    )


def _keep(claimed: Claimed[EffectRecord], call: Call, facts: CallFacts, services: Services) -> None:
    """Keep them unless the call was changed or deleted meanwhile, and ask for its deal's update."""
    with KEEPING, services.database.write() as tx:
        now = held(tx, call)
        if now.state is not CallState.SCORED or now.version != call.version:
            raise NotYet("the call changed while it was read")
        tx.facts.put(facts)
        if now.deal is not None:
            tx.outbox.request(deal_update(now.deal.crm, now.deal.id))
        if not tx.outbox.settle(claimed, EffectState.SENT):
            raise LeaseLost


def _skip(claimed: Claimed[EffectRecord], services: Services) -> None:
    with services.database.write() as tx:
        error = "the call has no score any more"
        if not tx.outbox.settle(claimed, EffectState.SKIPPED, error=error):
            raise LeaseLost

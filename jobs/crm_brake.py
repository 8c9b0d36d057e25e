"""The brake: a run that changes more records than it may is stopped until a person looks.

A mapping that was edited in haste, or a defect of ours, would otherwise reach every deal
of a company before anybody saw the first. Records are counted by change sets, within an
hour, from the moment somebody last released the brake. Rows of our own private object are
not counted: they are nobody else's, and on a Monday there is one for each rep and skill.
"""

from dataclasses import replace
from datetime import timedelta

from domain.changes import Brake
from domain.crm import RecordKind
from domain.effects import EffectKind, EffectState
from domain.errors import NotVisible, SetupRejected
from domain.ports import Stores
from jobs.corrections import OPERATOR
from jobs.services import Services

WINDOW = timedelta(hours=1)
COUNTED = tuple(kind for kind in RecordKind if kind is not RecordKind.SNAPSHOT)
MAX_ENDED = 100_000
WRITES = (
    EffectKind.CRM_DEAL, EffectKind.CRM_CALL, EffectKind.CRM_SNAPSHOTS, EffectKind.CRM_OWNERS,
)  # fmt: skip
"""Effects that write to a CRM."""
FIRST = (
    "nothing is written before somebody says so: look at `reploop crm plan`, then "
    "`reploop crm push` begins"
)


class Braked(SetupRejected):
    """Too many records were changed; what is left waits until somebody releases the brake."""


class NotYetAllowed(SetupRejected):
    """Nobody has said yet that this CRM may be written to."""


def may_write(
    crm: str, services: Services, *, kind: RecordKind = RecordKind.DEAL, records: int = 0
) -> None:
    """Whether so many records may be written now; with none, whether anything may be.

    Raises:
        NotYetAllowed: nobody pushed to this CRM yet: connecting one writes nothing.
        Braked: the CRM is stopped, or these records would be too many.
    """
    with services.database.write() as tx:
        known = tx.changes.brake(crm)
        if known is None and not services.thresholds.crm_writes_at_once:
            raise NotYetAllowed(crm, FIRST)
        brake = known or _first(crm, services)
        if brake.stopped_at is None:
            since = max(brake.since, services.now() - WINDOW)
            more = records if kind in COUNTED else 0
            if tx.changes.written_since(crm, since, COUNTED) + more <= brake.limit:
                return
            brake = replace(brake, stopped_at=services.now())
            tx.changes.set_brake(brake)
    raise Braked(
        crm,
        f"stopped: more than {brake.limit:,} records would be changed within an hour. Look at "
        f"`reploop crm changes`, then `reploop crm resume {crm} --limit …` with as many as you "
        "mean to change (or roll back)",
    )


def begun(crm: str, tx: Stores, services: Services) -> bool:
    """Whether somebody has said that this CRM may be written to."""
    return services.thresholds.crm_writes_at_once or tx.changes.brake(crm) is not None


def release(
    crm: str, limit: int | None, services: Services, *, by: str = OPERATOR, via: str = "cli"
) -> int:
    """Let writing go on, counting from now; returns how many records wait to be written.

    Raises ``NotVisible`` for a CRM that is not connected.
    """
    if crm not in services.crms:
        raise NotVisible(f"{crm} is not connected")
    with services.database.write() as tx:
        allowed = services.thresholds.crm_records_an_hour if limit is None else limit
        tx.changes.set_brake(Brake(crm=crm, since=services.now(), limit=allowed))
        tx.audit.add(
            at=services.now(), actor=by, action="crm.resume", subject=crm, allowed=True, via=via
        )
        return replay_writes(tx, crm, EffectState.PARKED)


def replay_writes(tx: Stores, crm: str, state: EffectState, *, because: str = "") -> int:
    """Make the writes of a CRM due again that ended so, and whose reason holds ``because``."""
    ended = tx.outbox.list(states=[state], kinds=WRITES, limit=MAX_ENDED)
    those = [e for e in ended if e.effect.payload["crm"] == crm and because in (e.error or "")]
    in_order = sorted(those, key=lambda each: each.effect.key)  # locked in one order by all
    return sum(tx.outbox.replay(each.id) for each in in_order)


def _first(crm: str, services: Services) -> Brake:
    limit = services.thresholds.crm_records_an_hour
    return Brake(crm=crm, since=services.now() - WINDOW, limit=limit)

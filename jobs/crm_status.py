"""How Reploop stands with each CRM: connected, mapped, provisioned, last written, what waits."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.changes import Brake, WriteState
from domain.crm import RecordKind
from domain.effects import EffectKind, EffectState
from domain.errors import IntegrationError, WriteRefused
from domain.ports import Crm, Stores
from jobs.crm_batch import fields_of
from jobs.crm_brake import begun
from jobs.crm_patience import limited_until
from jobs.services import Services

LOOK_BACK = timedelta(days=7)
ROWS_READ = 2000
PULL = "crm.pull"
"""The kind of effect that looks at the deals of a CRM every night, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmStatus:
    """One CRM as of now. Fields are counts unless they say otherwise."""

    crm: str
    connected: bool = False
    problem: str = ""
    """Why it is not connected, with the remedy."""
    fields: int
    """Mapped, of every kind of record."""
    provisioned: bool | None = None
    """Whether the fields of deals are there; ``None``: no deal is known yet to see it by."""
    missing: str = ""
    """What is not provisioned, with the remedy."""
    last_write: datetime | None
    waiting: int
    """Changes that wait for approval."""
    due: int
    """Records that are to be written."""
    refused: int
    """Fields that were refused in the last seven days."""
    failed: int
    """Records that were given up, or wait until somebody mends something."""
    brake: Brake | None
    begun: bool
    """Whether somebody has pushed to it once: connecting a CRM writes nothing."""
    last_pull: datetime | None
    limited_until: datetime | None = None
    """Until when it is left alone, since it named a limit."""

    @property
    def stopped(self) -> bool:
        """Whether it is written to no more until somebody looks."""
        return self.brake is not None and self.brake.stopped_at is not None

    @property
    def well(self) -> bool:
        """Whether nobody has to do anything."""
        return self.connected and self.provisioned is not False and not self.stopped


def crm_statuses(services: Services) -> tuple[CrmStatus, ...]:
    """Each connected CRM. Asks the CRM twice: whether we may sign in, and for one deal."""
    return tuple(_status(crm, services) for _, crm in sorted(services.crms.items()))


def _status(crm: Crm, services: Services) -> CrmStatus:
    failed = next((each for each in crm.check() if not each.ok), None)
    with services.database.read() as tx:
        linked = tx.calls.on_deals(crm.slug)
        known = _known(crm.slug, tx, services)
    provisioned, missing = None, ""
    if failed is None and linked:
        provisioned, missing = _provisioned(crm, linked[-1][1].id, services)
    return replace(
        known,
        connected=failed is None,
        problem="" if failed is None else " ".join(filter(None, [failed.detail, failed.remedy])),
        provisioned=provisioned,
        missing=missing,
    )


def _provisioned(crm: Crm, deal_id: str, services: Services) -> tuple[bool | None, str]:
    fields = fields_of(crm.slug, RecordKind.DEAL, services)
    try:
        crm.read(RecordKind.DEAL, [deal_id], fields)
    except WriteRefused as error:
        return False, error.detail
    except IntegrationError as error:
        return None, error.detail
    return True, ""


def _known(slug: str, tx: Stores, services: Services) -> CrmStatus:
    """What rows say of a CRM; nobody asked it yet."""
    now = services.now()
    newest = tx.changes.list(limit=1, crm=slug, state=WriteState.WRITTEN)
    tally = tx.changes.tally(slug, since=now - LOOK_BACK, until=now + LOOK_BACK)
    return CrmStatus(
        crm=slug,
        fields=len(services.crm_fields.get(slug, ())),
        last_write=newest[0].at if newest else None,
        waiting=sum(a.record.crm == slug for a in tx.changes.waiting(limit=ROWS_READ)),
        due=_rows(slug, tx, EffectState.PENDING),
        refused=tally.fields.get(WriteState.REFUSED, 0),
        failed=_rows(slug, tx, EffectState.DEAD, EffectState.PARKED),
        brake=tx.changes.brake(slug),
        begun=begun(slug, tx, services),
        last_pull=_last_pull(slug, tx),
        limited_until=limited_until(tx, slug, services),
    )


def _rows(slug: str, tx: Stores, *states: EffectState) -> int:
    kinds = [kind for kind in EffectKind if kind.value.startswith("crm.") and kind.value != PULL]
    rows = tx.outbox.list(states=states, kinds=kinds, limit=100_000)
    return sum(row.effect.payload.get("crm") == slug for row in rows)


def _last_pull(slug: str, tx: Stores) -> datetime | None:
    kinds = [kind for kind in EffectKind if kind.value == PULL]
    if not kinds:
        return None
    rows = tx.outbox.list(states=[EffectState.SENT], kinds=kinds, limit=ROWS_READ)
    ended = [
        row.last_try_at
        for row in rows
        if row.effect.payload.get("crm") == slug and row.last_try_at is not None
    ]
    return max(ended, default=None)

"""Many records of one CRM under one effect, such as every rep's levels of a week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.changes import RecordRef
from domain.crm import CrmField, FieldValue, RecordKind
from domain.errors import RateLimited, ReploopError, SetupRejected, Transient
from domain.ports import Crm, Stores
from jobs.crm_batch import Claim, Tally, fields_of, keep, time_to_write
from jobs.crm_brake import may_write
from jobs.crm_round import Round
from jobs.crm_truth import known_of
from jobs.deal_turn import take_turns
from jobs.retries import LeaseLost, NotYet
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """An effect whose records are brought up to date in parts."""

    crm: Crm
    kind: RecordKind
    claimed: Claim
    services: Services
    run: str | None = None
    """Of which push it is part."""
    tally: Tally | None = None
    """Counts fields by what became of them."""

    @property
    def fields(self) -> Sequence[CrmField]:
        """The mapped fields of this kind of record."""
        return fields_of(self.crm.slug, self.kind, self.services)

    def bring(self, wanted: Mapping[RecordRef, Mapping[str, FieldValue]]) -> list[ReploopError]:
        """Bring a part up to date and keep it; returns why some records were not.

        The part is kept before the next begins: only then does the brake count it.

        Raises:
            LeaseLost: another worker holds the effect now; nothing more was written.
            NotYet: too little of the lease is left for a write.
            NotYetAllowed, Braked: nothing may be written now.
        """
        with self.services.database.write() as tx:
            busy = take_turns(tx, wanted, self.services)
            free = sorted(wanted.keys() - busy.keys())
            truths = [known_of(tx, record, wanted[record], {}, None) for record in free]
        ends = Round(
            crm=self.crm, kind=self.kind, fields=self.fields, services=self.services,
            hold=self._hold, before_write=self._before_write,
        ).bring(truths)  # fmt: skip
        with self.services.database.write() as tx:
            for truth in truths:
                self._hold(tx, truth.record)
                keep(tx, truth, ends[truth.record], self.services, run=self.run)
                if self.tally is not None:
                    changed = ends[truth.record].changed
                    self.tally.update(write.state.value for write in changed)
        return [*busy.values(), *(done.error for done in ends.values() if done.error is not None)]

    def _hold(self, tx: Stores, _record: RecordRef) -> None:
        if not tx.outbox.holds(self.claimed):
            raise LeaseLost

    def _before_write(self, records: int) -> None:
        time_to_write([self.claimed], self.crm.slug, self.services)
        may_write(self.crm.slug, self.services, kind=self.kind, records=records)


def foremost(failed: Sequence[ReploopError]) -> ReploopError:
    """Of several reasons the one that decides: what can still succeed before what cannot."""
    order = (NotYet, RateLimited, SetupRejected, Transient)

    def place(error: ReploopError) -> int:
        return next((n for n, kind in enumerate(order) if isinstance(error, kind)), len(order))

    return min(failed, key=place)

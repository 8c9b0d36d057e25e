"""What would be written to a CRM now: read and decided as in a round, and nothing is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.changes import FieldWrite, RecordRef, WriteState
from domain.crm import RecordKind
from domain.deals import DealRef
from domain.errors import NotVisible
from domain.ports import Crm
from jobs.crm_batch import fields_of
from jobs.crm_round import Round, cut
from jobs.crm_truth import Truth, truth_of_deal
from jobs.retries import NotYet
from jobs.services import Services
from jobs.sync_snapshots import rows_of_week


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDeal:
    """One deal: its fields as a round would leave them."""

    record: RecordRef
    name: str
    writes: tuple[FieldWrite, ...] = ()
    gone: bool = False
    waits: str = ""
    """Why nothing can be said of it yet."""

    @property
    def differs(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.gone or self.waits or self.shown)

    @property
    def shown(self) -> tuple[FieldWrite, ...]:
        """Fields that would change, wait, be kept, or are not ours to change."""
        return tuple(w for w in self.writes if w.state is not WriteState.UNCHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Records of one CRM that a push brings up to date beside deals."""

    crm: str
    kind: RecordKind
    records: int
    new: int
    """How many of them would be made."""


def beside_deals(services: Services, crms: Sequence[str] = ()) -> list[Beside]:
    """How many calls and skill snapshots a push would look at; asks no CRM anything."""
    monday = services.now().date() - timedelta(days=services.now().weekday())
    found: list[Beside] = []
    with services.database.read() as tx:
        keys = {RecordKind.SNAPSHOT: [head.key for head, _ in rows_of_week(tx, monday, services)]}
        for slug in crms or tuple(services.crms):
            keys[RecordKind.CALL] = [call_id for call_id, _ in tx.calls.on_deals(slug)]
            for kind in (RecordKind.CALL, RecordKind.SNAPSHOT):
                if kind in services.crms[slug].traits.kinds and fields_of(slug, kind, services):
                    new = [k for k in keys[kind] if tx.changes.remote_id(slug, kind, k) is None]
                    found.append(Beside(crm=slug, kind=kind, records=len(keys[kind]), new=len(new)))
    return found


def plan(
    services: Services,
    *,
    crms: Sequence[str] = (),
    deal_id: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Iterator[PlannedDeal]:
    """What a push would do, deal by deal; asks the CRM, writes nothing there nor here.

    Raises:
        NotVisible: there is no such CRM or deal.
        IntegrationError: a CRM could not be asked.
    """
    for slug in crms:
        if slug not in services.crms:
            raise NotVisible(f"{slug} is not connected")
    chosen = crms or tuple(services.crms)
    refs = {slug: _deals(slug, deal_id, services) for slug in chosen}
    total = sum(map(len, refs.values()))
    if deal_id is not None and not total:
        raise NotVisible(f"no scored call is linked to a deal {deal_id}")
    done = 0
    for slug in chosen:
        crm = services.crms[slug]
        for part in cut(refs[slug], crm.traits.read_batch):
            yield from _part(crm, part, services)
            done += len(part)
            progress(done, total)


def _deals(slug: str, deal_id: str | None, services: Services) -> list[DealRef]:
    with services.database.read() as tx:
        linked = dict.fromkeys(ref for _, ref in tx.calls.on_deals(slug))
    return [ref for ref in linked if deal_id in (None, ref.id)]


def _part(crm: Crm, refs: Sequence[DealRef], services: Services) -> Iterator[PlannedDeal]:
    truths: list[Truth] = []
    names: dict[RecordRef, str] = {}
    with services.database.read() as tx:
        for ref in refs:
            deal, record = tx.deals.get(ref), RecordRef.of(ref)
            names[record] = deal.name if deal else ref.id
            try:
                truths.append(truth_of_deal(tx, ref, services))
            except NotYet as why:
                yield PlannedDeal(record=record, name=names[record], waits=str(why))
    fields = fields_of(crm.slug, RecordKind.DEAL, services)
    going = Round(
        crm=crm, kind=RecordKind.DEAL, fields=fields, services=services,
        hold=_never, before_write=_never_written,
    )  # fmt: skip
    for record, end in going.plan(truths).items():
        yield PlannedDeal(record=record, name=names[record], writes=end.writes, gone=end.gone)


def _never(*_: object) -> None:
    raise AssertionError("a plan holds nothing")


def _never_written(_: int) -> None:
    raise AssertionError("a plan writes nothing")

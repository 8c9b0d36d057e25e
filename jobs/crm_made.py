"""Records that Reploop makes at a CRM: made once, by a key of ours, and known again."""

from collections.abc import Mapping, Sequence

from domain.changes import RecordRef
from domain.crm import CrmField, NewRecord, RecordKind, RowResult, RowState
from domain.errors import RateLimited, ReploopError, Transient, WriteRefused
from domain.ports import Crm
from jobs.crm_brake import may_write
from jobs.crm_round import cut
from jobs.services import Services


def have_made(
    crm: Crm,
    kind: RecordKind,
    wanted: Sequence[NewRecord],
    fields: Sequence[CrmField],
    services: Services,
) -> Mapping[str, RecordRef | ReploopError]:
    """See that these records exist; by key, which it is or why it could not be made.

    A key that is known already asks nothing. A worker that dies after a record was made
    and before it was noted finds it again by its key: no record is made twice. The brake
    stops what would be too many.
    """
    with services.database.read() as tx:
        known = {
            new.head.key: remote_id
            for new in wanted
            if (remote_id := tx.changes.remote_id(crm.slug, kind, new.head.key)) is not None
        }
    found: dict[str, RecordRef | ReploopError] = {
        key: RecordRef(crm.slug, kind, remote_id) for key, remote_id in known.items()
    }
    missing = [new for new in wanted if new.head.key not in known]
    made = 0  # the brake counts what is kept, and that is only after the round
    for part in cut(missing, crm.traits.write_batch):
        try:
            made += len(part)
            may_write(crm.slug, made, services)
            results = crm.ensure(kind, part, fields)
        except ReploopError as error:
            return found | {new.head.key: error for new in missing if new.head.key not in found}
        services.reach("crm.made")
        with services.database.write() as tx:
            for new in part:
                key = new.head.key
                result = results.get(key, RowResult(RowState.UNSURE))
                if result.state is RowState.DONE:
                    tx.changes.note_made(crm.slug, kind, key, result.id)
                    found[key] = RecordRef(crm.slug, kind, result.id)
                else:
                    found[key] = _why_not(crm.slug, result)
    return found


def _why_not(slug: str, result: RowResult) -> ReploopError:
    match result.state:
        case RowState.REFUSED | RowState.GONE:
            return WriteRefused(slug, result.detail or "the record cannot be made")
        case _ if result.after_s:
            return RateLimited(slug, result.after_s)
        case _:
            return Transient(slug, result.detail or "the answer was lost")

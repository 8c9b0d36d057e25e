"""A push: everything of a CRM brought up to date in one run that can be rolled back as one."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.changes import WriteState
from domain.crm import RecordKind
from domain.effects import EffectKind, EffectState
from domain.errors import NotVisible, ReploopError
from domain.ports import ClaimTerms, Stores
from jobs.crm_asks import call_update, deal_update
from jobs.crm_batch import Tally, fields_of
from jobs.crm_brake import WRITES, release
from jobs.crm_line import CLAIMED_AT_ONCE, work_on_crm
from jobs.crm_patience import end_wait
from jobs.line import row_failed
from jobs.retries import LeaseLost
from jobs.returned import return_effect
from jobs.services import Services
from jobs.sync_crm import by_crm
from jobs.sync_owners import holds_owners, owners_of, sync_owners
from jobs.sync_snapshots import snapshots_of, sync_snapshots

CHANGED = (WriteState.WRITTEN, WriteState.RESTORED)
WEEKLY = {EffectKind.CRM_SNAPSHOTS: sync_snapshots, EffectKind.CRM_OWNERS: sync_owners}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What a push did, and what is left."""

    run: str
    """Roll back with it."""
    deals: int
    calls: int
    """Deals and calls that were looked at."""
    fields: Mapping[str, int]
    """Fields by what became of them; those that were left as they were are not counted."""
    changed: int
    """Records that were changed or made."""
    ends: Mapping[str, int]
    """Records by how their row stands: sent, skipped, pending, parked, dead."""
    errors: Mapping[str, int]
    """Why rows are not done, with how many."""


def push(
    services: Services,
    *,
    crms: Sequence[str] = (),
    limit: int | None = None,
    patience_s: float = 0.0,
    sleep: Callable[[float], None] = time.sleep,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Pushed:
    """Bring every deal, call and snapshot up to date; what cannot be done now stays due.

    Safe to stop and to repeat. Limits of the CRM are waited out for ``patience_s`` seconds
    in all, unless one would take longer than the rest of it. ``limit``: how many records may
    be changed before a person has to look; the usual one, if it is not given.

    Raises ``NotVisible`` for a CRM that is not connected.
    """
    for slug in crms:
        if slug not in services.crms:
            raise NotVisible(f"{slug} is not connected")
    chosen = tuple(crms or services.crms)
    with services.database.read() as tx:
        first = [slug for slug in chosen if tx.changes.brake(slug) is None]
    for slug in chosen if limit is not None else first:
        release(slug, limit, services)
    run = f"push-{services.new_id()}"
    with services.database.write() as tx:
        for slug in sorted(chosen):
            end_wait(tx, slug)
        keys = [key for slug in chosen for key in _ask(tx, slug, services)]
    done, patience, tally = 0, patience_s, Tally()
    while True:
        while taken := _work(services, chosen, run, tally):
            done = min(done + taken, len(keys))
            progress(done, len(keys))
        with services.database.read() as tx:
            wait_s = tx.outbox.due_in(WRITES)
        if wait_s is None or wait_s > patience:
            return _report(run, keys, tally, services)
        wait_s = max(1.0, wait_s)
        sleep(wait_s)
        patience -= wait_s


def _ask(tx: Stores, slug: str, services: Services) -> list[str]:
    """Make everything of one CRM due; the keys of what is."""
    linked, traits = tx.calls.on_deals(slug), services.crms[slug].traits
    monday = services.now().date() - timedelta(days=services.now().weekday())
    effects = [deal_update(slug, ref.id) for ref in dict.fromkeys(ref for _, ref in linked)]
    if RecordKind.CALL in traits.kinds and fields_of(slug, RecordKind.CALL, services):
        effects += [call_update(slug, call_id) for call_id, _ in linked]
    if RecordKind.SNAPSHOT in traits.kinds and fields_of(slug, RecordKind.SNAPSHOT, services):
        effects.append(snapshots_of(slug, monday))
    if holds_owners(services.crms[slug], services):
        effects.append(owners_of(slug, monday))
    for effect in sorted(effects, key=lambda each: each.key):  # locked in one order by all
        tx.outbox.request(effect)
    return [effect.key for effect in effects]


def _work(services: Services, chosen: Sequence[str], run: str, tally: Tally) -> int:
    """Work off one batch of each kind; how many rows were tried.

    What is due in another CRM is worked off as a worker would: it is no part of the run.
    """
    tried = 0
    for kind in WRITES:
        with services.database.write() as tx:
            terms = ClaimTerms(
                CLAIMED_AT_ONCE, services.thresholds.lease_s, asked_at=services.monotonic()
            )
            claims = tx.outbox.claim([kind], terms)
        tried += len(claims)
        if kind in WEEKLY:
            for claim in claims:
                mine = claim.item.effect.payload["crm"] in chosen
                try:
                    WEEKLY[kind](
                        claim, services,
                        run=run if mine else None, tally=tally if mine else None,
                    )  # fmt: skip
                except LeaseLost:
                    continue
                except ReploopError as error:
                    row_failed(claim, error, return_effect, services)
            continue
        for slug, those in by_crm(claims).items():
            mine = slug in chosen
            work_on_crm(
                slug, kind, those, services,
                run=run if mine else None, tally=tally if mine else None,
            )  # fmt: skip
    return tried


def _report(run: str, keys: Sequence[str], tally: Tally, services: Services) -> Pushed:
    with services.database.read() as tx:
        sets = tx.changes.of_run(run)
        rows = [row for key in keys if (row := tx.outbox.get(key)) is not None]
    open_rows = [row for row in rows if row.state is not EffectState.SENT and row.error]
    writes = [write for change_set in sets for write in change_set.writes]
    kinds = Counter(row.effect.kind for row in rows)
    return Pushed(
        run=run,
        deals=kinds[EffectKind.CRM_DEAL],
        calls=kinds[EffectKind.CRM_CALL],
        fields=dict(tally),
        changed=len({write.record for write in writes if write.state in CHANGED}),
        ends=dict(Counter(row.state.value for row in rows)),
        errors=dict(Counter(row.error or "" for row in open_rows)),
    )

"""Every rep's levels of one week as rows of a private object at a CRM; history is kept there."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from domain import wording
from domain.changes import RecordRef
from domain.crm import FieldKind, FieldValue, NewRecord, RecordKind, SnapshotRecord
from domain.effects import Effect, EffectKind, EffectState
from domain.errors import ReploopError
from domain.people import Person, Role
from domain.ports import Stores
from domain.skills import Proficiency
from jobs.crm_batch import Claim, Tally, fields_of
from jobs.crm_brake import may_write
from jobs.crm_made import first_values, have_made
from jobs.crm_round import cut
from jobs.crm_values import safe_text
from jobs.crm_weekly import Weekly, foremost
from jobs.retries import LeaseLost
from jobs.services import Services

SNAPSHOT = RecordKind.SNAPSHOT
KEY_OF_WEEK = "%G-W%V"


def snapshots_of(crm: str, monday: date) -> Effect:
    """Keep the week that begins on this Monday."""
    return Effect(
        kind=EffectKind.CRM_SNAPSHOTS,
        key=f"crm:snapshots:{crm}:{monday:{KEY_OF_WEEK}}",
        payload={"crm": crm, "monday": monday.isoformat()},
    )


def plan_snapshots(services: Services) -> None:
    """Ask for the week that has just begun to be kept, once, in every CRM that can hold it.

    Levels are those that stand when the week is kept: on a Monday those of the week before.
    """
    monday = _this_monday(services)
    with services.database.write() as tx:
        for slug, crm in services.crms.items():
            if SNAPSHOT in crm.traits.kinds and fields_of(slug, SNAPSHOT, services):
                tx.outbox.add_if_new(snapshots_of(slug, monday))


def sync_snapshots(
    claimed: Claim,
    services: Services,
    *,
    run: str | None = None,
    tally: Tally | None = None,
) -> None:
    """Make and fill the rows of a week, while it lasts: later the levels are others.

    Raises:
        LeaseLost: another worker holds the effect now; nothing more was written.
        NotYetAllowed, Braked: nobody said that this CRM may be written to, or it is stopped.
        IntegrationError: why some rows could not be kept; what was kept stays.
    """
    payload = claimed.item.effect.payload
    slug, monday = payload["crm"], date.fromisoformat(payload["monday"])
    crm, fields = services.crms.get(slug), fields_of(slug, SNAPSHOT, services)
    if crm is None or SNAPSHOT not in crm.traits.kinds or not fields:
        state = EffectState.PARKED if crm is None else EffectState.SKIPPED
        _end(claimed, state, f"{slug} holds no snapshots", services)
        return
    if monday < _this_monday(services):
        _end(claimed, EffectState.SKIPPED, "the week is over, its levels are gone", services)
        return
    may_write(slug, services)
    with services.database.read() as tx:
        rows = list(rows_of_week(tx, monday, services))
    week = Weekly(
        crm=crm, kind=SNAPSHOT, claimed=claimed, services=services, run=run, tally=tally
    )  # fmt: skip
    failed = [error for part in cut(rows, crm.traits.write_batch) for error in _keep(week, part)]
    if failed:
        raise foremost(failed)
    _end(claimed, EffectState.SENT, None, services)


def _keep(
    week: Weekly, rows: Sequence[tuple[SnapshotRecord, dict[str, FieldValue]]]
) -> list[ReploopError]:
    """Make and fill some rows; returns why some could not be kept."""
    values = {head.key: by_source for head, by_source in rows}
    wanted = [NewRecord(head, first_values(week.fields, each)) for head, each in rows]
    made = have_made(week.crm, SNAPSHOT, wanted, week.fields, week.services)
    records = {found: values[key] for key, found in made.items() if isinstance(found, RecordRef)}
    failed = [found for found in made.values() if not isinstance(found, RecordRef)]
    return failed + week.bring(records)


def rows_of_week(
    tx: Stores, monday: date, services: Services
) -> Iterator[tuple[SnapshotRecord, dict[str, FieldValue]]]:
    """One row for each active rep and skill with a level that may be said."""
    reps = [p for p in tx.people.organisation().people if p.role is Role.REP and p.active]
    of_rep: dict[str, list[Proficiency]] = {}
    for proficiency in tx.profiles.of_reps([rep.id for rep in reps]):
        of_rep.setdefault(proficiency.rep_id, []).append(proficiency)
    for rep in sorted(reps, key=lambda rep: rep.id):
        for known in sorted(of_rep.get(rep.id, ()), key=lambda p: p.skill_id):
            if known.skill_id in services.skills and wording.enough(known):
                yield _row(rep, known, monday, services)


def _row(
    rep: Person, known: Proficiency, monday: date, services: Services
) -> tuple[SnapshotRecord, dict[str, FieldValue]]:
    skill = services.skills[known.skill_id]
    week = f"{monday:{KEY_OF_WEEK}}"
    title = safe_text(f"{rep.name} · {skill.name} · {week}", FieldKind.TEXT) or week
    low, high = wording.bounds(known)
    values: dict[str, FieldValue] = {
        "snapshot_rep": safe_text(rep.name, FieldKind.TEXT),
        "snapshot_skill": skill.name,
        "snapshot_week": monday.isoformat(),
        "snapshot_level": float(wording.points(known.level)),
        "snapshot_low": float(low),
        "snapshot_high": float(high),
        "snapshot_calls": float(known.calls),
        "snapshot_tier": wording.tier(known),
    }
    key = f"{rep.id}:{known.skill_id}:{week}"
    return SnapshotRecord(key=key, title=title, owner_email=rep.email), values


def _this_monday(services: Services) -> date:
    today = services.now().date()
    return today - timedelta(days=today.weekday())


def _end(claimed: Claim, state: EffectState, why: str | None, services: Services) -> None:
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, state, error=why):
            raise LeaseLost

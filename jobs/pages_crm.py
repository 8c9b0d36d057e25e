"""The page of CRM changes: what was written and why, what waits, what is stopped, what failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.visibility import sees_crm
from domain.changes import Brake, ChangeSet, ChangeSetId, Run, WriteState
from domain.effects import EffectKind, EffectState
from domain.people import Organisation, Person
from domain.ports import Stores
from domain.wording import without_class
from jobs.crm_brake import FIRST, begun, release
from jobs.pages_access import VIA, audit
from jobs.pages_crm_shown import Names, ShownApproval, ShownWrite
from jobs.pages_crm_waiting import waiting_for
from jobs.services import Services

SETS_SHOWN = 20
RUNS_SHOWN = 8
FAILURES_READ = 1000
REASONS_SHOWN = 12
WRITES = tuple(kind for kind in EffectKind if kind.value.startswith("crm."))
FILTERED = (
    WriteState.WRITTEN, WriteState.KEPT_HUMAN, WriteState.RESTORED, WriteState.WAITING,
    WriteState.REFUSED,
)  # fmt: skip
"""States that change sets can be chosen by; the others are never kept by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSet:
    """One change set with where it comes from and what became of it."""

    id: ChangeSetId
    at: datetime
    call_id: str | None
    run: str | None
    undoes: ChangeSetId | None
    by: str
    """Who rolled back, of a rolling back; else nobody: Reploop wrote by itself."""
    undone_at: datetime | None
    undone_by: str
    can_undo: bool
    writes: tuple[ShownWrite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRun:
    """A push or a rolling back."""

    run: Run
    undone: bool
    by: str
    """Who rolled back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why work on a CRM is not done, and how much of it."""

    kind: EffectKind
    state: EffectState
    crm: str
    reason: str
    number: int
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmPage:
    """Everything that went to the CRMs, as RevOps and admins see it: no words of calls."""

    viewer: Person
    as_of: datetime
    crms: tuple[str, ...]
    crm: str | None
    state: WriteState | None
    first: bool
    """Whether it is the first page of change sets."""
    sets: tuple[ShownSet, ...]
    following: ChangeSetId | None
    """Where the next page begins, if there is one."""
    runs: tuple[ShownRun, ...]
    brakes: tuple[Brake, ...]
    """Of CRMs that are stopped."""
    not_begun: tuple[str, ...]
    """CRMs to which nobody has pushed yet: connecting one writes nothing."""
    failures: tuple[Failure, ...]
    waiting: tuple[ShownApproval, ...]
    said: str = ""
    """What became of the form that led here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address of the page asks for."""

    crm: str = ""
    state: str = ""
    before: str = ""
    said: str = ""


def crm_page(viewer: Person, asked: Asked, services: Services) -> CrmPage:
    """What ``viewer`` sees of it. The look is audited. Raises ``NotVisible``."""
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        allowed = sees_crm(viewer, organisation)
        page = _page(viewer, asked, organisation, tx, services) if allowed else None
    audit(viewer, "read_crm", f"crm:{viewer.id}", services, allowed=allowed)
    assert page is not None  # noqa: S101 - audit raised otherwise
    return page


def _page(
    viewer: Person, asked: Asked, organisation: Organisation, tx: Stores, services: Services
) -> CrmPage:
    names = Names(tx, organisation, services)
    crms = tuple(sorted({*services.crms, *services.crm_fields}))
    crm = asked.crm if asked.crm in crms else None
    state = next((each for each in FILTERED if each.value == asked.state), None)
    before = ChangeSetId(asked.before) if asked.before else None
    kept = tx.changes.list(limit=SETS_SHOWN + 1, crm=crm, state=state, before=before)
    shown = kept[:SETS_SHOWN]
    return CrmPage(
        viewer=viewer,
        as_of=services.now(),
        crms=crms,
        crm=crm,
        state=state,
        first=before is None,
        sets=shown_sets(shown, names, tx, services),
        following=shown[-1].id if len(kept) > SETS_SHOWN else None,
        runs=_runs(names, tx),
        brakes=stopped(crms, tx),
        not_begun=tuple(slug for slug in sorted(services.crms) if not begun(slug, tx, services)),
        failures=failures(tx),
        waiting=waiting_for(viewer, organisation, tx, services),
        said=asked.said,
    )


def shown_sets(
    kept: Sequence[ChangeSet], names: Names, tx: Stores, services: Services
) -> tuple[ShownSet, ...]:
    """Change sets with names for what they hold."""
    return tuple(_set(each, names, tx, services) for each in kept)


def _set(kept: ChangeSet, names: Names, tx: Stores, services: Services) -> ShownSet:
    undoing = tx.changes.undone_by(kept.id)
    about = [name for name in (kept.undoes, kept.id, kept.run) if name]
    actor = _who_undid(about[:1] if kept.undoes else about, tx)
    if actor is None and kept.undoes:
        actor = _who_undid(_run_of(kept.undoes, tx), tx)
    written = any(write.state is WriteState.WRITTEN for write in kept.writes)
    there = all(write.record.crm in services.crms for write in kept.writes)
    by = names.person(actor)
    return ShownSet(
        id=kept.id, at=kept.at, call_id=kept.call_id, run=kept.run, undoes=kept.undoes,
        by=by if kept.undoes else "",
        undone_at=undoing.at if undoing else None,
        undone_by=by if undoing and not kept.undoes else "",
        can_undo=written and there and undoing is None,
        writes=names.writes(kept.writes),
    )  # fmt: skip


def _run_of(change_set_id: ChangeSetId, tx: Stores) -> list[str]:
    kept = tx.changes.get(change_set_id)
    return [kept.run] if kept is not None and kept.run else []


def _who_undid(about: Sequence[str], tx: Stores) -> str | None:
    """Who last rolled back what has one of these names."""
    for name in about:
        for _, actor, action, allowed in tx.audit.about(name, limit=20):
            if action == "crm.rollback" and allowed:
                return actor
    return None


def _runs(names: Names, tx: Stores) -> tuple[ShownRun, ...]:
    return tuple(
        ShownRun(run=run, undone=actor is not None, by=names.person(actor))
        for run in tx.changes.runs(limit=RUNS_SHOWN)
        for actor in [_who_undid([run.name], tx)]
    )


def stopped(crms: Sequence[str], tx: Stores) -> tuple[Brake, ...]:
    """The brakes of CRMs that are written to no more."""
    found = [brake for crm in crms if (brake := tx.changes.brake(crm)) is not None]
    return tuple(brake for brake in found if brake.stopped_at is not None)


def failures(tx: Stores) -> tuple[Failure, ...]:
    """Work on CRMs that was given up or waits for a person, by reason, the most first."""
    ended = (EffectState.DEAD, EffectState.PARKED)
    found: dict[tuple[str, ...], Failure] = {}
    for row in tx.outbox.list(states=ended, kinds=WRITES, limit=FAILURES_READ):
        effect, crm = row.effect, row.effect.payload.get("crm", "")
        reason = without_class(row.error or "").removeprefix(f"{crm}: ")
        if reason == FIRST:
            continue  # said once for the CRM, and no failure
        known = found.get((effect.kind, row.state, crm, reason))
        last = row.last_try_at or row.created_at
        found[effect.kind, row.state, crm, reason] = Failure(
            kind=effect.kind, state=row.state, crm=crm, reason=reason,
            number=known.number + 1 if known else 1,
            last=max(last, known.last) if known else last,
        )  # fmt: skip
    most_first = sorted(found.values(), key=lambda each: (-each.number, each.reason))
    return tuple(most_first[:REASONS_SHOWN])


def resume(viewer: Person, crm: str, stopped_at: str, services: Services) -> int | None:
    """Let writing go on; ``None`` if it is not stopped any more, or was stopped anew since.

    Returns how many records were waiting. Audited. Raises ``NotVisible``.
    """
    with services.database.read() as tx:
        allowed = sees_crm(viewer, tx.people.organisation())
        brake = tx.changes.brake(crm)
    if not allowed:
        audit(viewer, "crm.resume", crm, services, allowed=False)
    if brake is None or brake.stopped_at is None or brake.stopped_at.isoformat() != stopped_at:
        return None
    return release(crm, None, services, by=viewer.id, via=VIA)

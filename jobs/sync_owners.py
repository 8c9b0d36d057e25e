"""Every rep's present skills on the CRM's own record of them, where it can hold fields of ours.

For whoever looks at a user rather than a deal. Off until a field with ``on: owner`` is mapped.
"""

from datetime import date, timedelta

from domain.changes import RecordRef
from domain.crm import FieldKind, FieldValue, RecordKind
from domain.effects import Effect, EffectKind, EffectState
from domain.errors import ReploopError
from domain.people import Role
from domain.ports import Crm, Stores
from domain.skills import Proficiency
from jobs.crm_batch import Claim, Tally, fields_of
from jobs.crm_brake import may_write
from jobs.crm_patience import patient
from jobs.crm_round import cut
from jobs.crm_values import focus_text, safe_text, skills_text
from jobs.crm_weekly import Weekly, foremost
from jobs.retries import LeaseLost
from jobs.services import Services

OWNER = RecordKind.OWNER
HEADING = "Levels 0-100 with 90 % ranges, over all scored calls:"


def owners_of(crm: str, monday: date) -> Effect:
    """Bring the records of users up to date in the week that begins on this Monday."""
    return Effect(
        kind=EffectKind.CRM_OWNERS,
        key=f"crm:owners:{crm}:{monday:%G-W%V}",
        payload={"crm": crm, "monday": monday.isoformat()},
    )


def holds_owners(crm: Crm, services: Services) -> bool:
    """Whether the CRM has fields of ours on its users, and they are mapped."""
    return OWNER in crm.traits.kinds and bool(fields_of(crm.slug, OWNER, services))


def plan_owners(services: Services) -> None:
    """Ask for it once a week in every CRM that can hold it."""
    now = services.now()
    monday = now.date() - timedelta(days=now.weekday())
    with services.database.write() as tx:
        for slug, crm in services.crms.items():
            if holds_owners(crm, services):
                tx.outbox.add_if_new(owners_of(slug, monday))


def sync_owners(
    claimed: Claim, services: Services, *, run: str | None = None, tally: Tally | None = None
) -> None:
    """Write each rep's skills on the user with the rep's e-mail address, as people allow it.

    Raises:
        LeaseLost: another worker holds the effect now; nothing more was written.
        NotYetAllowed, Braked: nobody said that this CRM may be written to, or it is stopped.
        IntegrationError: why some could not be written; what was written stays.
    """
    slug = claimed.item.effect.payload["crm"]
    crm = services.crms.get(slug)
    if crm is None or not holds_owners(crm, services):
        state = EffectState.PARKED if crm is None else EffectState.SKIPPED
        _end(claimed, state, f"{slug} holds no fields on users", services)
        return
    may_write(slug, services)

    with patient(services, slug):
        users = {user.email.casefold(): user.id for user in crm.people() if user.active}
    with services.database.read() as tx:
        wanted = _wanted(tx, slug, users, services)
    week = Weekly(
        crm=crm, kind=OWNER, claimed=claimed, services=services, run=run, tally=tally
    )  # fmt: skip
    failed: list[ReploopError] = []
    for part in cut(sorted(wanted), crm.traits.write_batch):
        failed += week.bring({record: wanted[record] for record in part})
    if failed:
        raise foremost(failed)
    _end(claimed, EffectState.SENT, None, services)


def _wanted(
    tx: Stores, slug: str, users: dict[str, str], services: Services
) -> dict[RecordRef, dict[str, FieldValue]]:
    people = tx.people.organisation().people
    reps = [p for p in people if p.role is Role.REP and p.active and p.email.casefold() in users]
    levels = tx.profiles.of_reps([rep.id for rep in reps])
    return {
        RecordRef(slug, OWNER, users[rep.email.casefold()]): _values(
            [level for level in levels if level.rep_id == rep.id], services
        )
        for rep in reps
    }


def _values(levels: list[Proficiency], services: Services) -> dict[str, FieldValue]:
    monday = services.now().date()
    return {
        "profile": safe_text(skills_text(levels, services.skills, HEADING), FieldKind.LONG_TEXT),
        "focus": safe_text(focus_text(levels, services.skills, monday), FieldKind.TEXT),
    }


def _end(claimed: Claim, state: EffectState, why: str | None, services: Services) -> None:
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, state, error=why):
            raise LeaseLost

"""Who looked at a rep's figures and words: for the rep, from the audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.people import Organisation, Person, PersonId
from domain.ports import CallFilter, Stores
from jobs.services import Services

SHOWN_DAYS = 90
MAX_CALLS = 1000
"""Of the rep's newest calls, looks at which are counted."""


class LookKind(StrEnum):
    """How somebody came to see it."""

    PAGE = "page"
    CALL = "call"
    TEAM = "team"
    EXPORT = "export"
    ASK = "ask"
    AGENDA = "agenda"
    APPEAL = "appeal"


_KINDS: Mapping[str, LookKind] = {
    "read_rep": LookKind.PAGE,
    "read_call": LookKind.CALL,
    "read_home": LookKind.TEAM,
    "read_team": LookKind.TEAM,
    "read_digest": LookKind.TEAM,
    "export_scores": LookKind.EXPORT,
    "ask": LookKind.ASK,
    "read_agenda": LookKind.AGENDA,
    "read_appeal": LookKind.APPEAL,
}
"""What is a look, by the name of the act in the audit; whatever else is noted there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """All looks of one person of one kind."""

    viewer_id: str
    name: str
    kind: LookKind
    times: int
    last: datetime


def rep_subject(rep_id: PersonId) -> str:
    """How the audit names a rep."""
    return f"rep:{rep_id}"


def who_looked(
    rep: Person, organisation: Organisation, tx: Stores, services: Services
) -> tuple[Looks, ...]:
    """Who was shown something of this rep in the last 90 days, latest first.

    The rep's own looks are left out, and so is what was denied.
    """
    since = services.now() - timedelta(days=SHOWN_DAYS)
    calls = tx.calls.list(CallFilter(rep_ids=(rep.id,), limit=MAX_CALLS))
    subjects = [rep_subject(rep.id), *(f"call:{call.id}" for call in calls)]
    grouped: dict[tuple[str, LookKind], list[datetime]] = {}
    for at, actor, action in tx.audit.looks(subjects, since=since):
        if action in _KINDS and actor != rep.id:
            grouped.setdefault((actor, _KINDS[action]), []).append(at)
    found = [
        Looks(
            viewer_id=actor, name=_name(actor, organisation), kind=kind, times=len(times),
            last=max(times),
        )
        for (actor, kind), times in grouped.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.last, each.viewer_id), reverse=True))


def note_team_look(
    viewer_id: PersonId, action: str, reps: Sequence[Person], tx: Stores, services: Services
) -> None:
    """Note a look at many reps at once, with each of them, so that each can see it."""
    subjects = [rep_subject(rep.id) for rep in reps if rep.id != viewer_id]
    tx.audit.add_all(
        at=services.now(), actor=viewer_id, action=action, subjects=subjects, via="web"
    )


def _name(actor: str, organisation: Organisation) -> str:
    person = organisation.person(PersonId(actor))
    return person.name if person else actor

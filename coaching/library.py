"""What may become of a shared moment, and who sees it. The rep's consent decides first.

Each step returns the moment in its new state, or ``None`` where there is no such step.
"""

from dataclasses import replace
from datetime import datetime

from domain.calls import Transcript
from domain.clips import Clip
from domain.library import ClipState, SharedClip, ShownMoment
from domain.people import Organisation, Person, PersonId, Role, TeamId

CONSENTED = (ClipState.OFFERED, ClipState.IN_LIBRARY, ClipState.LEFT)
"""States in which the rep's consent stands."""
REFUSED = (ClipState.DECLINED, ClipState.WITHDRAWN)
MAX_TITLE_CHARS = 80
_CUT = "…"


def offered(fresh: SharedClip, known: SharedClip | None) -> SharedClip | None:
    """The rep offers it of their own accord: anew too, after a no or in a new team.

    ``fresh.at`` is the moment of consent.
    """
    standing = known is not None and known.state in CONSENTED
    if standing and known is not None and known.team_id == fresh.team_id:
        return None
    return replace(fresh, state=ClipState.OFFERED, consent_at=fresh.at, since=fresh.at)


def asked(fresh: SharedClip, known: SharedClip | None) -> SharedClip | None:
    """The manager asks for it: once. Whoever said no is never asked about it again.

    What the rep agreed to in another team stands while they have not answered.
    """
    if known is not None and (known.team_id == fresh.team_id or known.state in REFUSED):
        return None
    if known is None or known.state is ClipState.ASKED:
        return replace(fresh, state=ClipState.ASKED, consent_at=None, since=fresh.at)
    if fresh.team_id in (known.asked_in, *known.refused_in):
        return None
    return replace(known, asked_in=fresh.team_id, since=fresh.at)


def asks(shared: SharedClip) -> TeamId | None:
    """The team in which a question of its manager waits for the rep's answer."""
    return shared.team_id if shared.state is ClipState.ASKED else shared.asked_in


def agreed(shared: SharedClip, at: datetime) -> SharedClip | None:
    """The rep says yes to the manager's question; what stood in another team ends with it."""
    team_id = asks(shared)
    if team_id is None:
        return None
    moved = shared.asked_in is not None
    return replace(
        shared, state=ClipState.OFFERED, at=at, consent_at=at, team_id=team_id, asked_in=None,
        chosen_by=None, title="" if moved else shared.title,
    )  # fmt: skip


def declined(shared: SharedClip, at: datetime) -> SharedClip | None:
    """The rep says no to the manager's question."""
    if shared.asked_in is not None:
        refused = (*shared.refused_in, shared.asked_in)
        return replace(shared, asked_in=None, refused_in=refused)
    if shared.state is not ClipState.ASKED:
        return None
    return replace(shared, state=ClipState.DECLINED, at=at, consent_at=None)


def chosen(shared: SharedClip, by: PersonId, title: str, at: datetime) -> SharedClip | None:
    """The manager takes it into the library under a title, or gives it another title."""
    named = " ".join(title.split())[:MAX_TITLE_CHARS]
    if shared.state not in CONSENTED or shared.consent_at is None or not named:
        return None
    return replace(shared, state=ClipState.IN_LIBRARY, at=at, chosen_by=by, title=named)


def left(shared: SharedClip, at: datetime) -> SharedClip | None:
    """The manager does not take it, or takes it out again."""
    if shared.state not in (ClipState.OFFERED, ClipState.IN_LIBRARY):
        return None
    return replace(shared, state=ClipState.LEFT, at=at, chosen_by=None)


def withdrawn(shared: SharedClip, at: datetime) -> SharedClip | None:
    """The rep takes their consent back."""
    if shared.state not in CONSENTED:
        return None
    return replace(
        shared, state=ClipState.WITHDRAWN, at=at, consent_at=None, chosen_by=None, asked_in=None
    )


def consented(shared: SharedClip, organisation: Organisation) -> bool:
    """Whether the rep's consent covers their present team: it ends where they leave it."""
    rep = organisation.person(shared.rep_id)
    given = shared.state in CONSENTED and shared.consent_at is not None
    return given and rep is not None and rep.active and rep.team_id == shared.team_id


def in_library(shared: SharedClip, organisation: Organisation) -> bool:
    """Whether the team sees it now."""
    return shared.state is ClipState.IN_LIBRARY and consented(shared, organisation)


def libraries_of(viewer: Person, organisation: Organisation) -> tuple[TeamId, ...]:
    """The teams whose library this person sees: a rep's own, a manager's teams, nobody else's."""
    current = organisation.person(viewer.id)
    if current is None or not current.active:
        return ()
    if current.role is Role.REP:
        return (current.team_id,) if current.team_id else ()
    if current.role is Role.MANAGER:
        return tuple(t.id for t in organisation.teams if t.manager_id == current.id)
    return ()


def may_curate(viewer: Person, shared: SharedClip, organisation: Organisation) -> bool:
    """Whether this person manages the team that the moment was offered to, as of now."""
    current, rep = organisation.person(viewer.id), organisation.person(shared.rep_id)
    return (
        current is not None
        and current.role is Role.MANAGER
        and rep is not None
        and rep.team_id == shared.team_id
        and shared.team_id in libraries_of(current, organisation)
    )


def stands(clip: Clip, transcript: Transcript) -> bool:
    """Whether the transcript still holds the quote in this turn: it may have been revised."""
    quote = _folded(clip.quote.removesuffix(_CUT))
    if not quote or not 0 <= clip.turn_index < len(transcript.turns):
        return False
    return quote in _folded(transcript.turns[clip.turn_index].text)


def matches(moment: ShownMoment, text: str) -> bool:
    """Whether every word of ``text`` is in its title, its quote, or the rep's or skill's name."""
    shared = moment.shared
    where = _folded(f"{shared.title} {shared.clip.quote} {moment.rep_name} {moment.skill_name}")
    return all(word in where for word in _folded(text).split())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

"""Messages about shared moments: the question, the offer, and the library itself."""

from collections.abc import Mapping

from coaching.library import asks, consented, libraries_of, may_curate
from domain.effects import ASKED, Effect, EffectKind
from domain.library import ClipState, SharedClip, SharedClipId, ShownMoment
from domain.notices import ClipNotice, LibraryNotice
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from jobs.letter import Composed, Composer, Letter, NotSent, reachable
from jobs.library import (
    moments_seen,
    own_moments,
    search_library,
    shown_moment,
    waiting_moments,
)
from jobs.library_shown import shows
from jobs.services import Services

SINCE = "since"
TO_REP, TO_MANAGER, LIBRARY = "rep", "manager", "library"


def to_rep(shared: SharedClip) -> Effect:
    """The rep's message about one of their moments: asked, agreed, in the library.

    One each time that it is asked for or offered, so that a new question is a new message.
    """
    return Effect(
        kind=EffectKind.SLACK_CLIP,
        key=f"slack:clip:{shared.id}:rep{_time(shared)}",
        payload={"what": TO_REP, "clip_id": shared.id, "to": shared.rep_id},
    )


def to_manager(shared: SharedClip, manager: Person) -> Effect:
    """One manager's message about a moment that a rep offers: one each time they do."""
    return Effect(
        kind=EffectKind.SLACK_CLIP,
        key=f"slack:clip:{shared.id}:manager:{manager.id}{_time(shared)}",
        payload={
            "what": TO_MANAGER,
            "clip_id": shared.id,
            "to": manager.id,
            SINCE: _time(shared),
        },
    )


def _time(shared: SharedClip) -> str:
    """Which time it is that the moment is asked for or offered, as part of a key."""
    return f":{shared.since:%Y%m%dT%H%M%S.%f}" if shared.since else ""


def library_for(viewer: Person, act_id: str, text: str, skill_id: str) -> Effect:
    """The library as somebody asked to see it."""
    return Effect(
        kind=EffectKind.SLACK_CLIP,
        key=f"slack:library:{viewer.id}:{act_id}",
        payload={
            "what": LIBRARY,
            "to": viewer.id,
            "text": text,
            "skill_id": skill_id,
            ASKED: "yes",
        },
    )


def compose_clip(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    """See ``Composer``: for ``EffectKind.SLACK_CLIP``."""
    person = organisation.person(PersonId(payload["to"]))
    if refusal := reachable(person):
        return refusal
    assert person is not None  # noqa: S101 - reachable refused None
    if payload["what"] == LIBRARY:
        return library_letter(person, payload["text"], payload["skill_id"], tx, services)
    shared = tx.library.get(SharedClipId(payload["clip_id"]))
    if payload["what"] == TO_REP:
        return _rep_letter(person, shared, organisation, tx, services)
    if shared is not None and payload.get(SINCE, "") != _time(shared):
        shared = None  # what this message offered was taken back; a newer one offers it anew
    return _manager_letter(person, shared, organisation, tx, services)


def library_letter(
    viewer: Person, text: str, skill_id: str, tx: Stores, services: Services
) -> Composed:
    """What somebody is shown of the library; refused to whoever has none."""
    organisation = tx.people.organisation()
    skill = services.skills.get(SkillId(skill_id))
    moments = search_library(viewer, text, skill.id if skill else None, tx, services)
    own, waiting = own_moments(viewer, tx, services), waiting_moments(viewer, tx, services)
    look = moments_seen(viewer, (*moments, *waiting), organisation)
    if not libraries_of(viewer, organisation):
        return NotSent("this person has no library", look)
    notice = LibraryNotice(
        moments=moments,
        own=own,
        waiting=waiting,
        skill_name=skill.name if skill else "",
        text=text,
    )
    return Letter(viewer, notice, look, shows=shows((*moments, *own, *waiting)))


def _rep_letter(
    rep: Person,
    shared: SharedClip | None,
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> Composed:
    """The rep's own, whatever became of it; the quote only while something can follow."""
    if shared is None or shared.rep_id != rep.id:
        return Letter(rep, ClipNotice(state=None, to_rep=True))
    moment: ShownMoment | None = None
    pending = asks(shared) is not None and asks(shared) == rep.team_id
    if pending or consented(shared, organisation):
        moment = shown_moment(shared, rep, organisation, tx, services)
    manager = organisation.manager_of(rep)
    notice = ClipNotice(
        state=ClipState.ASKED if pending else shared.state,
        to_rep=True,
        moment=moment,
        clip_id=shared.id,
        manager_name=manager.name if manager else "",
        title=shared.title,
    )
    return Letter(rep, notice, shows=shows([shared]))


def _manager_letter(
    manager: Person,
    shared: SharedClip | None,
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> Composed:
    """What is on offer. Once it is not, whatever the reason, nothing of it is left to read."""
    on_offer = (
        shared is not None
        and consented(shared, organisation)
        and may_curate(manager, shared, organisation)
    )
    moment = None
    if shared is not None and on_offer:
        moment = shown_moment(shared, manager, organisation, tx, services)
    if shared is None or moment is None:
        return Letter(manager, ClipNotice(state=None, to_rep=False))
    notice = ClipNotice(
        state=shared.state,
        to_rep=False,
        moment=moment,
        clip_id=shared.id,
        manager_name=manager.name,
        title=shared.title,
    )
    look = moments_seen(manager, [moment], organisation)
    return Letter(manager, notice, look, shows=shows([moment]))


COMPOSERS: Mapping[EffectKind, Composer] = {EffectKind.SLACK_CLIP: compose_clip}

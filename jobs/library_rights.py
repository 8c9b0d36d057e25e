"""Which shared moment an act is about, and whether it is this person's to act on now."""

from coaching import library
from coaching.visibility import may_see_text
from domain.calls import CallId
from domain.library import SharedClip, SharedClipId
from domain.people import Role
from domain.ports import Stores
from domain.rubrics import CriterionId
from jobs.acting import Acting
from jobs.library_moment import shareable
from jobs.scored_calls import held_back
from jobs.services import Services


def named(acting: Acting, tx: Stores, services: Services) -> SharedClip | None:
    """The moment that a button names by call, turn and criterion, if it could be shared."""
    call, turn = tx.calls.get(CallId(acting.about("call"))), acting.about("turn")
    rep = acting.organisation.person(call.rep_id) if call and call.rep_id else None
    if call is None or rep is None or not (turn.isascii() and turn.isdigit() and len(turn) < 7):
        return None
    about = (CriterionId(acting.about("criterion")), int(turn))
    return shareable(rep, call, about, tx, services)


def to_ask_for(acting: Acting, tx: Stores, services: Services) -> SharedClip | None:
    """The same, if this person manages the rep now."""
    found = named(acting, tx, services)
    rep = acting.organisation.person(found.rep_id) if found else None
    manager = acting.person
    if found is None or rep is None or manager.role is not Role.MANAGER:
        return None
    if not may_see_text(manager, rep, acting.organisation):
        return None
    call = tx.calls.get(found.clip.call_id)
    still_the_rep_s = call is None or held_back(manager.id, [call], tx, services)
    return None if still_the_rep_s else found


def own(acting: Acting, tx: Stores) -> SharedClip | None:
    """The moment that a button names, if it is this person's own."""
    known = tx.library.get(SharedClipId(acting.about("clip")))
    return known if known is not None and known.rep_id == acting.person.id else None


def offered_to(acting: Acting, tx: Stores) -> SharedClip | None:
    """The moment, if it is this person's to choose and the rep's consent stands."""
    known = tx.library.get(SharedClipId(acting.about("clip")))
    if known is None or not library.may_curate(acting.person, known, acting.organisation):
        return None
    return known if library.consented(known, acting.organisation) else None

"""Acts on shared moments: a rep offers, agrees or takes back; a manager asks and chooses."""

from collections.abc import Mapping
from dataclasses import replace

from coaching import library
from domain.library import ClipState, SharedClip
from domain.people import Person
from domain.phrases import Phrase
from domain.ports import Stores
from jobs.acting import DONE_BEFORE, Acting, Handler, denied, note
from jobs.library_forms import FORMS
from jobs.library_letters import library_for, to_manager, to_rep
from jobs.library_rights import named, offered_to, own, to_ask_for
from jobs.library_shown import correct_messages
from jobs.services import Services

__all__ = ["FORMS", "HANDLERS"]

GONE = Phrase("clips-moment-gone")
MAX_SEARCH_CHARS = 80


def _offer(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """The rep offers a moment of their own call."""
    found = named(acting, tx, services)
    if found is None or found.rep_id != acting.person.id:
        return denied(acting, _subject(acting), tx, services)
    step = library.offered(found, tx.library.get(found.id))
    if step is None:
        return DONE_BEFORE
    _keep(step, acting, tx, services)
    return Phrase("clips-offered")


def _ask(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """The manager asks a rep for one of their moments."""
    found = to_ask_for(acting, tx, services)
    if found is None:
        return denied(acting, _subject(acting), tx, services)
    step = library.asked(found, tx.library.get(found.id))
    if step is None:  # whether the rep said no is the rep's own
        return Phrase("clips-asked-before")
    proposed = acting.action.field("title")[: library.MAX_TITLE_CHARS]
    asked_first = step.state is ClipState.ASKED  # else its title is the old team's
    _keep(replace(step, title=proposed) if asked_first else step, acting, tx, services)
    tx.outbox.request(to_rep(step))
    return Phrase("clips-asked")


def _agree(acting: Acting, tx: Stores, services: Services) -> Phrase:
    known = own(acting, tx)
    if known is None:
        return denied(acting, _subject(acting), tx, services)
    team_id = library.asks(known)
    if team_id is not None and team_id != acting.person.team_id:  # of a former team's manager
        return GONE
    step = library.agreed(known, services.now())
    if step is None:
        return DONE_BEFORE
    _keep(step, acting, tx, services)
    return Phrase("clips-agreed")


def _decline(acting: Acting, tx: Stores, services: Services) -> Phrase:
    known = own(acting, tx)
    if known is None:
        return denied(acting, _subject(acting), tx, services)
    return _step(library.declined(known, services.now()), "clips-declined", acting, tx, services)


def _withdraw(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """From now on no page and no new message shows it, and every message that does is edited."""
    known = own(acting, tx)
    if known is None:
        return denied(acting, _subject(acting), tx, services)
    return _step(library.withdrawn(known, services.now()), "clips-withdrawn", acting, tx, services)


def _choose(acting: Acting, tx: Stores, services: Services) -> Phrase:
    known = offered_to(acting, tx)
    if known is None:
        return denied(acting, _subject(acting), tx, services)
    title = acting.action.field("title")
    step = library.chosen(known, acting.person.id, title, services.now())
    if step is not None:
        tx.outbox.request(to_rep(step))
    return _step(step, "clips-chosen", acting, tx, services)


def _leave(acting: Acting, tx: Stores, services: Services) -> Phrase:
    known = offered_to(acting, tx)
    if known is None:
        return denied(acting, _subject(acting), tx, services)
    return _step(library.left(known, services.now()), "clips-left", acting, tx, services)


def _show(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """The library, all of it or what was searched for, as a message to whoever asked."""
    if not library.libraries_of(acting.person, acting.organisation):
        return denied(acting, "library", tx, services)
    text = acting.action.field("text")[:MAX_SEARCH_CHARS]
    skill_id = acting.action.field("skill") or acting.about("skill")
    tx.outbox.request(library_for(acting.person, acting.action.id, text, skill_id))
    return None


def _step(
    step: SharedClip | None, said: str, acting: Acting, tx: Stores, services: Services
) -> Phrase:
    if step is None:
        return DONE_BEFORE
    _keep(step, acting, tx, services)
    return Phrase(said)


def _keep(step: SharedClip, acting: Acting, tx: Stores, services: Services) -> None:
    """The new state, what is to be told of it, and every message that showed the old one."""
    tx.library.put(step)
    manager = _manager_of(step, acting)
    offered = step.state is ClipState.OFFERED and library.consented(step, acting.organisation)
    if offered and manager is not None:
        tx.outbox.request(to_manager(step, manager))
    correct_messages(tx, step.id)
    note(acting, _subject_of(step.id), tx, services)


def _manager_of(shared: SharedClip, acting: Acting) -> Person | None:
    rep = acting.organisation.person(shared.rep_id)
    return acting.organisation.manager_of(rep) if rep else None


def _subject(acting: Acting) -> str:
    return _subject_of(acting.about("clip") or acting.about("call"))


def _subject_of(name: str) -> str:
    return f"clip:{name}"


HANDLERS: Mapping[str, Handler] = {
    "clip.offer": _offer,
    "clip.ask": _ask,
    "clip.agree": _agree,
    "clip.decline": _decline,
    "clip.withdraw": _withdraw,
    "clip.choose": _choose,
    "clip.leave": _leave,
    "clip.library": _show,
    "clip.find": _show,
}

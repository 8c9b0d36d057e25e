"""What a manager does with an agenda: edit, share, snooze, call a clip wrong, note the 1:1."""

from collections.abc import Mapping
from dataclasses import replace

from domain.actions import Form
from domain.notices import AgendaPart
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from jobs.acting import NOT_YOURS, Acting, FormMaker, Handler
from jobs.agenda_done import done_form, keep_done
from jobs.agenda_edit import edit_form, keep_edits
from jobs.agenda_letters import agenda_as_edited
from jobs.agenda_part import Outcome, Part, changing, moment_of, part_of
from jobs.services import Services

BACK = "back"


def _share(part: Part, acting: Acting, tx: Stores, services: Services) -> Outcome:
    """The rep gets their part; what changes later is brought up to date there too."""
    del acting, tx
    state = part.edits.state
    shared = replace(state, shared_at=state.shared_at or services.now(), snoozed=False)
    return replace(part.edits, state=shared), phrase("agenda-shared-now", rep=part.rep.rep_name)


def _snooze(part: Part, acting: Acting, tx: Stores, services: Services) -> Outcome:
    """Not this week, or back: the button says which, so pressing it twice changes nothing."""
    del tx, services
    state, snoozed = part.edits.state, acting.about("to") != BACK
    return replace(part.edits, state=replace(state, snoozed=snoozed)), None


def _wrong(part: Part, acting: Acting, tx: Stores, services: Services) -> Outcome:
    """The clip is hidden here, and no later agenda shows it again."""
    del tx, services
    moment = moment_of(acting.about("clip"))
    shown = {(clip.call_id, clip.turn_index) for clip in part.every_clip}
    if moment is None or moment not in shown:
        return None, NOT_YOURS
    wrong = tuple(dict.fromkeys((*part.edits.wrong, moment)))
    hidden = tuple(dict.fromkeys((*part.edits.hidden, moment)))
    return replace(part.edits, wrong=wrong, hidden=hidden), Phrase("agenda-clip-hidden")


def _show(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """One rep's part in full, where the message had no room for it."""
    part = part_of(acting, tx)
    if part is None:
        return None
    agenda = agenda_as_edited(acting.person, part.edits.week, acting.organisation, tx, services)
    shown = next((r for r in agenda.reps if r.rep_id == part.rep.rep_id), None) if agenda else None
    if shown is None:
        return None
    return Form(name="form.notice", title=Phrase("agenda-show-title"), notice=AgendaPart(shown))


HANDLERS: Mapping[str, Handler] = {
    "agenda.share": changing(_share),
    "agenda.snooze": changing(_snooze),
    "agenda.wrong": changing(_wrong),
    "agenda.edited": changing(keep_edits),
    "agenda.done": changing(keep_done),
}
FORMS: Mapping[str, FormMaker] = {
    "agenda.edit": edit_form,
    "agenda.done": done_form,
    "agenda.show": _show,
}

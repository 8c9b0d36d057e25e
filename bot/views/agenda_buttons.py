"""What a manager can do about a rep's part of the agenda."""

from collections.abc import Mapping

from bot.blocks import Block
from bot.elements import MAX_OVERFLOW, actions, button, link_button, menu, overflow
from bot.reader import Reader
from bot.text import shorten
from domain.agendas import RepAgenda
from domain.phrases import Ready

WRONG_CHARS = 44


def about(rep: RepAgenda, week: str) -> Mapping[str, str]:
    """What every button says of the part it stands under."""
    return {"week": week, "rep": rep.rep_id}


def rep_buttons(rep: RepAgenda, week: str, reader: Reader, *, shortened: bool = False) -> Block:
    """What can be done about a part, and about each of its clips; all of it, if shortened."""
    made = _acts(rep, week, reader, shortened=shortened)
    if wrong := _wrong_options(rep, reader):
        several = menu(reader.plain("agenda-wrong-menu"), "agenda.wrong", wrong)
        made.append(overflow("agenda.wrong", wrong) if len(wrong) <= MAX_OVERFLOW else several)
    return actions(made, about(rep, week))


def _acts(rep: RepAgenda, week: str, reader: Reader, *, shortened: bool) -> list[Block]:
    whose = about(rep, week)
    shared = rep.state is not None and rep.state.shared_at is not None
    made = [button(reader.plain("agenda-button-done"), "agenda.done:form", whose, style="primary")]
    if shortened:
        made.append(button(reader.plain("agenda-button-show"), "agenda.show:form", whose))
    made.append(button(reader.plain("agenda-button-edit"), "agenda.edit:form", whose))
    if not shared:
        label = reader.plain("agenda-button-share", rep=rep.rep_name)
        made.append(button(label, "agenda.share", whose))
    made.append(button(reader.plain("agenda-button-snooze"), "agenda.snooze", whose))
    wanted = {"rep": rep.rep_id, **({"skill": rep.focus[0].skill_id} if rep.focus else {})}
    made.append(button(reader.plain("agenda-button-practice"), "practice.assign:form", wanted))
    page = reader.links.rep(rep.rep_id, reader.person.id, now=reader.now)
    made.append(link_button(reader.plain("agenda-button-page"), page, "rep"))
    return made


def part_buttons(rep: RepAgenda, week: str, reader: Reader) -> Block:
    """What can be done about a part where none of its clips is shown."""
    if rep.state is not None and rep.state.snoozed:
        to = {**about(rep, week), "to": "back"}
        back = button(reader.plain("agenda-button-back"), "agenda.snooze", to)
        return actions([back])
    return actions(_acts(rep, week, reader, shortened=True), about(rep, week))


def _wrong_options(rep: RepAgenda, reader: Reader) -> list[tuple[str, Mapping[str, str]]]:
    """One option for each clip that is shown."""
    proof = rep.proof.clips if rep.proof else ()
    every = [*(clip for focus in rep.focus for clip in focus.clips[:2]), *proof]
    clips = {(clip.call_id, clip.turn_index): clip for clip in reversed(every)}
    return [
        (
            reader.plain(
                "agenda-wrong",
                day=Ready(reader.day(clip.call_at)),
                quote=shorten(clip.quote, WRONG_CHARS),
            ),
            {"clip": f"{clip.call_id}:{clip.turn_index}"},
        )
        for clip in reversed(clips.values())
    ]

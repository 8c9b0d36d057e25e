"""One rep's part of the agenda, in three lengths."""

from collections.abc import Sequence

from bot.blocks import Block, Message, divider, message, section
from bot.elements import button
from bot.reader import STRONG_LEVEL, Reader
from bot.views.agenda_buttons import about, rep_buttons
from bot.views.clips import ask_button
from bot.views.proof import proof_lines
from domain import said
from domain.agendas import FocusSkill, RepAgenda, SkillMove
from domain.clips import Clip
from domain.phrases import Phrase, Ready, phrase
from domain.skills import TierChange


def in_a_sentence(rep: RepAgenda) -> Phrase:
    """What to work on, for a notification and for a screen reader."""
    if not rep.focus:
        return phrase("agenda-nothing-yet", rep=rep.rep_name)
    return phrase("agenda-work-on", rep=rep.rep_name, skills=focus_figures(rep.focus))


def focus_figures(focus: Sequence[FocusSkill]) -> tuple[Phrase, ...]:
    """``Next steps (48 ± 9 from 7 calls)`` for each of them."""
    return tuple(
        phrase("agenda-work-skill", skill=f.skill_name, figure=said.figure(f.proficiency))
        for f in focus
    )


def in_full(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """Everything about a rep, and what can be done about it."""
    if rep.state is not None and rep.state.snoozed:
        return in_a_line(rep, week, reader)
    return [divider(), *_details(rep, reader), rep_buttons(rep, week, reader)]


def agenda_part_message(rep: RepAgenda, reader: Reader) -> Message:
    """One rep's part in full, to look at: what is done about it stands in the agenda."""
    return message(reader.say(in_a_sentence(rep)), _details(rep, reader))


def _details(rep: RepAgenda, reader: Reader) -> list[Block]:
    """Whether last week stuck, what changed, each focus skill with its clips and a question."""
    blocks = [section([_name_line(rep, reader), *_state(rep, reader)])]
    if rep.proof is not None:
        blocks.append(section(proof_lines(rep.proof, reader)))
    if news := _news(rep, reader):
        blocks.append(section(news))
    for number, focus in enumerate(rep.focus, start=1):
        blocks.append(section(_focus(number, focus, focus.clips[:2], reader)))
        if (best := _to_share(focus)) is not None and best.criterion_id is not None:
            ask = ask_button(best.call_id, best.turn_index, best.criterion_id, reader)
            blocks[-1]["accessory"] = ask
    return blocks


def _to_share(focus: FocusSkill) -> Clip | None:
    """The rep's own best moment, which the manager may ask them to share with the team."""
    good = (c for c in focus.clips[:2] if c.level is not None and c.level >= STRONG_LEVEL)
    return next(good, None)


def in_short(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """One block of words: what stuck, then each focus skill with its first clip."""
    if rep.state is not None and rep.state.snoozed:
        return in_a_line(rep, week, reader)
    lines = [_name_line(rep, reader), *_state(rep, reader)]
    lines += proof_lines(rep.proof, reader)[:2] if rep.proof else []
    lines += [] if rep.focus else [reader.say(rep.nothing_because or "agenda-nothing")]
    for number, focus in enumerate(rep.focus, start=1):
        lines += _focus(number, focus, focus.clips[:1], reader)[:-1]
    return [divider(), section(lines), rep_buttons(rep, week, reader, shortened=True)]


def in_a_line(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """One block of one or two lines; what is snoozed can be brought back."""
    skills = " · ".join(reader.say(figure) for figure in focus_figures(rep.focus))
    nothing = reader.say(rep.nothing_because) if rep.nothing_because else ""
    block = section([_name_line(rep, reader), *_state(rep, reader), skills or nothing])
    if rep.state is not None and rep.state.snoozed:
        back = reader.plain("agenda-button-back")
        block["accessory"] = button(back, "agenda.snooze", {**about(rep, week), "to": "back"})
    return [block]


def _name_line(rep: RepAgenda, reader: Reader) -> str:
    page = reader.rep_link(rep.rep_id, reader.plain("agenda-all-skills"))
    return reader.say("agenda-rep-line", rep=rep.rep_name, n=rep.calls_this_week, page=Ready(page))


def _state(rep: RepAgenda, reader: Reader) -> list[str]:
    """What the manager has done with it so far."""
    state, lines = rep.state, list[str]()
    if rep.note:
        lines.append(reader.say("agenda-note-line", note=rep.note))
    if state is None:
        return lines
    if state.snoozed:
        lines.append(reader.say("agenda-snoozed-line"))
    elif state.done_at is not None and state.agreed:
        lines.append(reader.say("agenda-done-line", agreed=state.agreed))
    elif state.done_at is not None:
        lines.append(reader.say("agenda-done-nothing"))
    elif state.shared_at is not None:
        lines.append(reader.say("agenda-shared-line", rep=rep.rep_name))
    return lines


def _news(rep: RepAgenda, reader: Reader) -> list[str]:
    """Tier changes, clear moves, last week's focus, and early signs last and quietest."""
    lines = [_tier_line(change, reader) for change in rep.tier_changes if not change.is_first]
    lines += _first_levels(rep, reader)
    lines += [_move_line(move, reader) for move in rep.moves if move.clear]
    if rep.moves and not lines:
        lines.append(reader.say("agenda-no-move"))
    lines += [reader.say("agenda-last-focus", said=each) for each in rep.last_focus]
    lines += [reader.say(sign) for sign in rep.early]
    lines += [reader.say(practice) for practice in rep.practice]
    if not rep.focus:
        lines.append(reader.say(rep.nothing_because or "agenda-nothing"))
    return lines


def _focus(number: int, focus: FocusSkill, clips: Sequence[Clip], reader: Reader) -> list[str]:
    """The reason, which begins with the skill and its figure, the tier, the clips, a question."""
    lines = [f"*{number}.* {reader.say(focus.why)} {focus_tier(focus, reader)}"]
    for clip in clips:
        lines += reader.clip_lines(clip)
    question = f":speech_balloon: {reader.say(focus.suggestion)}" if focus.suggestion else ""
    return [*lines, question]


def focus_tier(focus: FocusSkill, reader: Reader) -> str:
    """The announced tier of a focus skill as a sentence."""
    announced = focus.proficiency.tier
    if announced is None:
        return reader.say("focus-tier-none")
    return reader.say("focus-tier", tier=said.tier(announced))


def _tier_line(change: TierChange, reader: Reader) -> str:
    return reader.say(
        "tier-moved-line",
        skill=reader.skill_name(change.skill_id),
        before=said.tier(change.before),
        after=said.tier(change.after),
        figure=said.from_calls(change.level, change.standard_error, change.calls),
    )


def _first_levels(rep: RepAgenda, reader: Reader) -> list[str]:
    """First announcements are neither good nor bad news: one line for all of them."""
    first = [c for c in rep.tier_changes if c.is_first]
    if not first:
        return []
    levels = tuple(
        phrase(
            "tier-first-one",
            skill=reader.skill_name(c.skill_id),
            tier=said.tier(c.after),
            figure=said.from_calls(c.level, c.standard_error, c.calls),
        )
        for c in first
    )
    return [reader.say("tier-first-line", levels=levels)]


def _move_line(move: SkillMove, reader: Reader) -> str:
    key = "move-up" if move.after > move.before else "move-down"
    return reader.say(
        key,
        skill=move.skill_name,
        by=said.sure(abs(move.after - move.before), move.standard_error),
        was=said.points(move.before),
        became=said.points(move.after),
    )

"""A manager's weekly agenda: whether last week stuck, what to talk about, and what to do with it.

Slack bounds a message in blocks and in characters, so each rep is shown in one of three
lengths; where a team is large, the reps with the least to gain are shortened first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.blocks import (
    Block,
    Message,
    Size,
    context,
    divider,
    header,
    message,
    picture_block,
    section,
    size,
)
from bot.charts import ChartRow, Picture, drawable
from bot.elements import MAX_OVERFLOW, actions, button, link_button, menu, overflow
from bot.reader import STRONG_LEVEL, Reader
from bot.text import shorten
from bot.views.clips import ask_button
from bot.views.proof import proof_lines
from domain import said
from domain.agendas import Agenda, FocusSkill, RepAgenda, SkillMove
from domain.clips import Clip
from domain.phrases import Phrase, Ready, phrase
from domain.skills import TierChange

TEAM_SENTENCE = 6
"""How many reps the fallback sentence names."""
CHART_ROWS = 12
WRONG_CHARS = 44


def agenda_message(agenda: Agenda, reader: Reader) -> Message:
    """The whole agenda as one message, however large the team."""
    title = reader.plain("agenda-title", day=said.long_day(agenda.monday))
    top = [header(title), context(_facts(agenda, reader))]
    if not agenda.reps:
        nobody = reader.say("agenda-nobody")
        return message(nobody, [*top, section([nobody])])
    picture = _picture(agenda, reader)
    top += [picture_block(picture)] if picture else []
    team = reader.home_link(reader.plain("agenda-open-team"))
    end = f"{reader.say('agenda-draft-note')} {reader.say('range-note')} {team}"
    bottom = [divider(), context(end)]
    shown = _reps_that_fit(agenda, reader, top + bottom)
    return message(_sentence(agenda, reader), [*top, *shown, *bottom], picture)


def _facts(agenda: Agenda, reader: Reader) -> str:
    key = "agenda-facts-skipped" if agenda.skipped_calls else "agenda-facts"
    return reader.say(
        key,
        reps=phrase("reps", n=len(agenda.reps)),
        calls=sum(r.calls_this_week for r in agenda.reps),
        skipped=agenda.skipped_calls,
        at=reader.moment(agenda.as_of),
    )


def _sentence(agenda: Agenda, reader: Reader) -> str:
    parts = [reader.say(_in_a_sentence(rep)) for rep in agenda.reps[:TEAM_SENTENCE]]
    more = len(agenda.reps) - TEAM_SENTENCE
    if more > 0:
        parts.append(reader.say("agenda-more-reps", n=more))
    day = said.long_day(agenda.monday)
    return reader.say("agenda-sentence", day=day, reps=Ready("; ".join(parts)))


def _in_a_sentence(rep: RepAgenda) -> Phrase:
    if not rep.focus:
        return phrase("agenda-nothing-yet", rep=rep.rep_name)
    return phrase("agenda-work-on", rep=rep.rep_name, skills=focus_figures(rep.focus))


def focus_figures(focus: Sequence[FocusSkill]) -> tuple[Phrase, ...]:
    """``Next steps (48 ± 9 from 7 calls)`` for each of them."""
    return tuple(
        phrase("agenda-work-skill", skill=f.skill_name, figure=said.figure(f.proficiency))
        for f in focus
    )


def _picture(agenda: Agenda, reader: Reader) -> Picture | None:
    """The focus skills of the whole team, week by week; nothing where no line is known."""
    found = [(rep, f) for rep in agenda.reps for f in rep.focus if f.line]
    return focus_picture(found[:CHART_ROWS], reader)


def focus_picture(found: Sequence[tuple[RepAgenda, FocusSkill]], reader: Reader) -> Picture | None:
    """A chart of these focus skills, with the same figures in words."""
    if not found:
        return None
    shown = [_ChartName.of(place, rep, reader) for place, (rep, _) in enumerate(found, start=1)]
    rows = tuple(
        ChartRow(
            name=name.drawn,
            skill=f.skill_name,
            figure=reader.plain(said.sure(f.proficiency.level, f.proficiency.standard_error)),
            levels=tuple(level for _, level in f.line),
        )
        for name, (_, f) in zip(shown, found, strict=True)
    )
    figures = tuple(
        phrase(
            "agenda-chart-row",
            rep=name.said,
            skill=f.skill_name,
            figure=said.figure(f.proficiency),
        )
        for name, (_, f) in zip(shown, found, strict=True)
    )
    return Picture(rows, reader.plain("agenda-chart", rows=figures))


@dataclass(frozen=True, slots=True)
class _ChartName:
    """A rep's name as it is drawn and as it is said beside the picture."""

    drawn: str
    said: str

    @classmethod
    def of(cls, place: int, rep: RepAgenda, reader: Reader) -> "_ChartName":
        """Nothing is drawn for the reader's own; a number stands for what cannot be drawn."""
        if rep.rep_id == reader.person.id:
            return cls("", rep.rep_name)
        if drawable(rep.rep_name):
            return cls(rep.rep_name, rep.rep_name)
        return cls(f"#{place}", f"#{place} {rep.rep_name}")


def _reps_that_fit(agenda: Agenda, reader: Reader, frame: Sequence[Block]) -> list[Block]:
    """Every rep in full; if that is too much, shortened one after the other."""
    reps = agenda.reps
    week = agenda.week
    shown = [_full(rep, week, reader) for rep in reps]
    taken = sum(map(size, shown), size(frame))
    least_first = sorted(range(len(reps)), key=lambda i: _leverage(reps[i]))
    for shorter in (_short, _line):
        for index in least_first:
            if taken.fits:
                return [block for blocks in shown for block in blocks]
            briefly = shorter(reps[index], week, reader)
            taken = taken - size(shown[index]) + size(briefly)
            shown[index] = briefly
    return _cut(shown, reader, size(frame))


def _cut(shown: Sequence[Sequence[Block]], reader: Reader, taken: Size) -> list[Block]:
    """As many reps as fit even so, and how many more are on the page."""
    kept: list[Block] = []
    for index, blocks in enumerate(shown):
        page = reader.home_link(reader.plain("agenda-see-team"))
        left = reader.say("agenda-more-reps-page", n=len(shown) - index, link=Ready(page))
        pointer = section([left])
        if not (taken + size(blocks) + size([pointer])).fits:
            return [*kept, pointer]
        taken += size(blocks)
        kept += blocks
    return kept


def _leverage(rep: RepAgenda) -> float:
    return max((f.leverage for f in rep.focus), default=0.0)


# ── one rep, in three lengths ───────────────────────────────────────────────────────────


def _full(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """Everything about a rep, and what can be done about it."""
    if rep.state is not None and rep.state.snoozed:
        return _line(rep, week, reader)
    return [divider(), *_details(rep, reader), _buttons(rep, week, reader)]


def agenda_part_message(rep: RepAgenda, reader: Reader) -> Message:
    """One rep's part in full, to look at: what is done about it stands in the agenda."""
    return message(reader.say(_in_a_sentence(rep)), _details(rep, reader))


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


def _short(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """One block of words: what stuck, then each focus skill with its first clip."""
    if rep.state is not None and rep.state.snoozed:
        return _line(rep, week, reader)
    lines = [_name_line(rep, reader), *_state(rep, reader)]
    lines += proof_lines(rep.proof, reader)[:2] if rep.proof else []
    lines += [] if rep.focus else [reader.say(rep.nothing_because or "agenda-nothing")]
    for number, focus in enumerate(rep.focus, start=1):
        lines += _focus(number, focus, focus.clips[:1], reader)[:-1]
    return [divider(), section(lines), _buttons(rep, week, reader, shortened=True)]


def _line(rep: RepAgenda, week: str, reader: Reader) -> list[Block]:
    """One block of one or two lines; what is snoozed can be brought back."""
    skills = " · ".join(reader.say(figure) for figure in focus_figures(rep.focus))
    nothing = reader.say(rep.nothing_because) if rep.nothing_because else ""
    block = section([_name_line(rep, reader), *_state(rep, reader), skills or nothing])
    if rep.state is not None and rep.state.snoozed:
        back = reader.plain("agenda-button-back")
        block["accessory"] = button(back, "agenda.snooze", {**_about(rep, week), "to": "back"})
    return [block]


_Length = Callable[[RepAgenda, str, Reader], list[Block]]


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


# ── what can be done about it ───────────────────────────────────────────────────────────


def _about(rep: RepAgenda, week: str) -> Mapping[str, str]:
    return {"week": week, "rep": rep.rep_id}


def _buttons(rep: RepAgenda, week: str, reader: Reader, *, shortened: bool = False) -> Block:
    made = _acts(rep, week, reader, shortened=shortened)
    if wrong := _wrong_options(rep, reader):
        several = menu(reader.plain("agenda-wrong-menu"), "agenda.wrong", wrong)
        made.append(overflow("agenda.wrong", wrong) if len(wrong) <= MAX_OVERFLOW else several)
    return actions(made, _about(rep, week))


def _acts(rep: RepAgenda, week: str, reader: Reader, *, shortened: bool) -> list[Block]:
    about = _about(rep, week)
    shared = rep.state is not None and rep.state.shared_at is not None
    made = [button(reader.plain("agenda-button-done"), "agenda.done:form", about, style="primary")]
    if shortened:
        made.append(button(reader.plain("agenda-button-show"), "agenda.show:form", about))
    made.append(button(reader.plain("agenda-button-edit"), "agenda.edit:form", about))
    if not shared:
        label = reader.plain("agenda-button-share", rep=rep.rep_name)
        made.append(button(label, "agenda.share", about))
    made.append(button(reader.plain("agenda-button-snooze"), "agenda.snooze", about))
    wanted = {"rep": rep.rep_id, **({"skill": rep.focus[0].skill_id} if rep.focus else {})}
    made.append(button(reader.plain("agenda-button-practice"), "practice.assign:form", wanted))
    page = reader.links.rep(rep.rep_id, reader.person.id, now=reader.now)
    made.append(link_button(reader.plain("agenda-button-page"), page, "rep"))
    return made


def part_buttons(rep: RepAgenda, week: str, reader: Reader) -> Block:
    """What can be done about a part where none of its clips is shown."""
    if rep.state is not None and rep.state.snoozed:
        to = {**_about(rep, week), "to": "back"}
        back = button(reader.plain("agenda-button-back"), "agenda.snooze", to)
        return actions([back])
    return actions(_acts(rep, week, reader, shortened=True), _about(rep, week))


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

"""A manager's weekly agenda: who to talk to about what, with the moments that prove it.

Slack bounds a message in blocks and in characters, so each rep is shown in one of three
lengths; where a team is large, the reps with the least to gain are shortened first.
"""

from collections.abc import Callable, Sequence

from bot.blocks import Block, Message, Size, context, divider, header, message, section, size
from bot.reader import Reader
from bot.text import NAME_CHARS, escape
from bot.words import RANGE_NOTE, long_date, moment
from domain.agendas import Agenda, FocusSkill, RepAgenda, SkillMove
from domain.skills import TierChange
from domain.wording import TIER_NAMES, count, figure, from_calls, points, sure, tier

TEAM_SENTENCE = 6
"""How many reps the fallback sentence names."""


def agenda_message(agenda: Agenda, reader: Reader) -> Message:
    """The whole agenda as one message, however large the team."""
    top = [
        header(f"Your 1:1s · week of {long_date(agenda.monday)}"),
        context(_facts(agenda, reader)),
    ]
    if not agenda.reps:
        nobody = (
            "Nobody is on your team in Reploop yet. As soon as reps are assigned to you, "
            "this message says what to talk about with each of them."
        )
        return message(nobody, [*top, section([nobody])])
    bottom = [divider(), context(f"{RANGE_NOTE} {reader.home_link('Open your team')}")]
    return message(
        _sentence(agenda), [*top, *_reps_that_fit(agenda, reader, top + bottom), *bottom]
    )


def _facts(agenda: Agenda, reader: Reader) -> str:
    facts = [count(len(agenda.reps), "rep")]
    calls = count(sum(r.calls_this_week for r in agenda.reps), "scored call")
    facts.append(f"{calls} in the last 7 days")
    if agenda.skipped_calls:
        facts.append(f"{agenda.skipped_calls} not scored")
    return " · ".join([*facts, f"as of {moment(agenda.as_of, reader.person)}"])


def _sentence(agenda: Agenda) -> str:
    parts = [_in_a_sentence(rep) for rep in agenda.reps[:TEAM_SENTENCE]]
    more = len(agenda.reps) - TEAM_SENTENCE
    if more > 0:
        parts.append(f"and {count(more, 'more rep')}")
    return f"Your 1:1s for the week of {long_date(agenda.monday)}: {'; '.join(parts)}."


def _in_a_sentence(rep: RepAgenda) -> str:
    name = escape(rep.rep_name, NAME_CHARS)
    if not rep.focus:
        return f"{name}: nothing to pick yet"
    wanted = (f"{escape(f.skill_name, NAME_CHARS)} ({figure(f.proficiency)})" for f in rep.focus)
    return f"{name}: work on {' and '.join(wanted)}"


def _reps_that_fit(agenda: Agenda, reader: Reader, frame: Sequence[Block]) -> list[Block]:
    """Every rep in full; if that is too much, shortened one after the other."""
    reps = agenda.reps
    shown = [_full(rep, reader) for rep in reps]
    taken = sum(map(size, shown), size(frame))
    least_first = sorted(range(len(reps)), key=lambda i: _leverage(reps[i]))
    for shorter in (_short, _line):
        for index in least_first:
            if taken.fits:
                return [block for blocks in shown for block in blocks]
            briefly = shorter(reps[index], reader)
            taken = taken - size(shown[index]) + size(briefly)
            shown[index] = briefly
    return _cut(shown, reader, size(frame))


def _cut(shown: Sequence[Sequence[Block]], reader: Reader, taken: Size) -> list[Block]:
    """As many reps as fit even so, and how many more are on the page."""
    kept: list[Block] = []
    for index, blocks in enumerate(shown):
        left = count(len(shown) - index, "more rep")
        pointer = section([f"{left}: {reader.home_link('see them on your team page')}"])
        if not (taken + size(blocks) + size([pointer])).fits:
            return [*kept, pointer]
        taken += size(blocks)
        kept += blocks
    return kept


def _leverage(rep: RepAgenda) -> float:
    return max((f.leverage for f in rep.focus), default=0.0)


# ── one rep, in three lengths ───────────────────────────────────────────────────────────


def _full(rep: RepAgenda, reader: Reader) -> list[Block]:
    """Facts, changes, and each focus skill with its reason and clips."""
    blocks = [divider(), section([_name_line(rep, reader), *_changes(rep, reader)])]
    for number, focus in enumerate(rep.focus, start=1):
        lines = [_focus_reason(number, focus, reader)]
        for clip in focus.clips[:2]:
            lines += reader.clip_lines(clip)
        if focus.suggestion:
            lines.append(f":speech_balloon: {reader.say(focus.suggestion)}")
        blocks.append(section(lines))
    return blocks


def _short(rep: RepAgenda, reader: Reader) -> list[Block]:
    """One block: facts, then each focus skill with its first clip."""
    lines = [_name_line(rep, reader), *_changes(rep, reader)]
    for number, focus in enumerate(rep.focus, start=1):
        lines.append(_focus_line(number, focus))
        for clip in focus.clips[:1]:
            lines += reader.clip_lines(clip)
    return [divider(), section(lines)]


def _line(rep: RepAgenda, reader: Reader) -> list[Block]:
    """One block of one or two lines."""
    skills = " · ".join(f"{escape(f.skill_name, 40)} {figure(f.proficiency)}" for f in rep.focus)
    return [
        section(
            [
                _name_line(rep, reader),
                skills or reader.say(rep.nothing_because) if rep.nothing_because else "",
            ]
        )
    ]


_Length = Callable[[RepAgenda, Reader], list[Block]]


def _name_line(rep: RepAgenda, reader: Reader) -> str:
    page = reader.rep_link(rep.rep_id, "all skills")
    calls = f"{count(rep.calls_this_week, 'call')} in the last 7 days"
    return f"*{escape(rep.rep_name, NAME_CHARS)}* · {calls} · {page}"


def _focus_line(number: int, focus: FocusSkill) -> str:
    name = escape(focus.skill_name, NAME_CHARS)
    return f"*{number}. {name}* — {figure(focus.proficiency)} · {tier(focus.proficiency)}"


def _focus_reason(number: int, focus: FocusSkill, reader: Reader) -> str:
    """The reason, which begins with the skill and its figure, and the tier."""
    return f"*{number}.* {reader.say(focus.why)} · {tier(focus.proficiency)}"


def _changes(rep: RepAgenda, reader: Reader) -> list[str]:
    lines = [_tier_line(change, reader) for change in rep.tier_changes]
    lines += [_move_line(move) for move in rep.moves if move.clear]
    if rep.moves and not lines:
        lines.append("No skill moved by more than chance since last week.")
    if rep.last_focus:
        lines += [reader.say("agenda-last-focus", said=said) for said in rep.last_focus]
    if not rep.focus:
        lines.append(reader.say(rep.nothing_because or "agenda-nothing"))
    return lines


def _tier_line(change: TierChange, reader: Reader) -> str:
    name = escape(reader.skill_name(change.skill_id), NAME_CHARS)
    now = (
        f"{TIER_NAMES[change.after]} "
        f"({from_calls(change.level, change.standard_error, change.calls)})"
    )
    if change.before is None:
        return f":round_pushpin: {name}: first level, {now}"
    return f":round_pushpin: {name}: {TIER_NAMES[change.before]} → {now}"


def _move_line(move: SkillMove) -> str:
    way = "up" if move.after > move.before else "down"
    sign = ":arrow_up_small:" if way == "up" else ":arrow_down_small:"
    name = escape(move.skill_name, NAME_CHARS)
    by = sure(abs(move.after - move.before), move.standard_error)
    return (
        f"{sign} {name} {way} {by} since last week ({points(move.before)} → {points(move.after)})"
    )

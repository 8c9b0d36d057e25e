"""A manager's weekly agenda: whether last week stuck, what to talk about, and what to do with it.

Slack bounds a message in blocks and in characters, so each rep is shown in one of three
lengths; where a team is large, the reps with the least to gain are shortened first.
"""

from collections.abc import Sequence

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
from bot.reader import Reader
from bot.views.agenda_chart import team_picture
from bot.views.agenda_rep import in_a_line, in_a_sentence, in_full, in_short
from domain import said
from domain.agendas import Agenda, RepAgenda
from domain.phrases import Ready, phrase

TEAM_SENTENCE = 6
"""How many reps the fallback sentence names."""


def agenda_message(agenda: Agenda, reader: Reader) -> Message:
    """The whole agenda as one message, however large the team."""
    title = reader.plain("agenda-title", day=said.long_day(agenda.monday))
    top = [header(title), context(_facts(agenda, reader))]
    if not agenda.reps:
        nobody = reader.say("agenda-nobody")
        return message(nobody, [*top, section([nobody])])
    picture = team_picture(agenda, reader)
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
    parts = [reader.say(in_a_sentence(rep)) for rep in agenda.reps[:TEAM_SENTENCE]]
    more = len(agenda.reps) - TEAM_SENTENCE
    if more > 0:
        parts.append(reader.say("agenda-more-reps", n=more))
    day = said.long_day(agenda.monday)
    return reader.say("agenda-sentence", day=day, reps=Ready("; ".join(parts)))


def _reps_that_fit(agenda: Agenda, reader: Reader, frame: Sequence[Block]) -> list[Block]:
    """Every rep in full; if that is too much, shortened one after the other."""
    reps = agenda.reps
    week = agenda.week
    shown = [in_full(rep, week, reader) for rep in reps]
    taken = sum(map(size, shown), size(frame))
    least_first = sorted(range(len(reps)), key=lambda i: _leverage(reps[i]))
    for shorter in (in_short, in_a_line):
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

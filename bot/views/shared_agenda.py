"""One rep's part of the agenda, as their manager shares it with them."""

from bot.blocks import Block, Message, context, divider, header, message, picture_block, section
from bot.reader import Reader
from bot.views.agenda_chart import focus_picture
from bot.views.agenda_rep import focus_figures, focus_tier
from bot.views.proof import proof_lines
from domain import said
from domain.agendas import FocusSkill
from domain.notices import SharedAgenda
from domain.phrases import Phrase

OWN = "-own"
"""Suffix of the catalogue's questions as they are put to the rep."""


def shared_agenda_message(notice: SharedAgenda, reader: Reader) -> Message:
    """What the rep reads before the 1:1, and what was agreed on after it."""
    rep, manager = notice.rep, notice.manager_name
    blocks = [
        header(reader.plain("shared-title", manager=manager)),
        context(reader.say("shared-intro", manager=manager)),
    ]
    if rep.state is not None and rep.state.agreed:
        blocks.append(section([reader.say("shared-agreed", agreed=rep.state.agreed)]))
    if rep.note:
        blocks.append(section([reader.say("shared-note", manager=manager, note=rep.note)]))
    if rep.proof is not None and rep.proof.commitment.id != _agreed_now(notice):
        blocks.append(section(proof_lines(rep.proof, reader)))
    picture = focus_picture([(rep, f) for f in rep.focus if f.line], reader)
    blocks += [picture_block(picture)] if picture else []
    for number, focus in enumerate(rep.focus, start=1):
        blocks += [divider(), _focus(number, focus, reader)]
    if not rep.focus:
        nothing = said.to_the_rep(rep.nothing_because) if rep.nothing_because else None
        blocks.append(section([reader.say(nothing or "shared-nothing")]))
    page = reader.rep_link(rep.rep_id, reader.plain("shared-page"))
    blocks.append(context(f"{reader.say('range-note')} {page}"))
    return message(_sentence(notice, reader), blocks, picture)


def _agreed_now(notice: SharedAgenda) -> str | None:
    state = notice.rep.state
    return state.commitment_id if state is not None else None


def _focus(number: int, focus: FocusSkill, reader: Reader) -> Block:
    lines = [f"*{number}.* {reader.say(focus.why)} {focus_tier(focus, reader)}"]
    for clip in focus.clips[:2]:
        lines += reader.clip_lines(clip)
    if focus.suggestion is not None:
        lines.append(reader.say("shared-question", question=_to_the_rep(focus.suggestion)))
    return section(lines)


def _to_the_rep(suggestion: Phrase) -> Phrase:
    """The manager's question as the rep would ask themself."""
    if suggestion.key == "plain":  # kept as a finished sentence
        return suggestion
    return Phrase(f"{suggestion.key}{OWN}", suggestion.values)


def _sentence(notice: SharedAgenda, reader: Reader) -> str:
    if not notice.rep.focus:
        return reader.say("shared-sentence-nothing", manager=notice.manager_name)
    skills = focus_figures(notice.rep.focus)
    return reader.say("shared-sentence", manager=notice.manager_name, skills=skills)

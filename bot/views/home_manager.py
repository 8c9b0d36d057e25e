"""A manager's home: this week's 1:1s in short, appeals to decide, and where the team stands."""

from bot.blocks import Block, header, section
from bot.elements import actions, button, link_button
from bot.reader import Reader
from bot.views.agenda_buttons import part_buttons
from bot.views.clips import library_button
from domain import said
from domain.actions import FORM_SUFFIX
from domain.agendas import Agenda, RepAgenda
from domain.homes import HeatLine, HomeSkill, ManagerHome
from domain.phrases import Phrase, Ready, phrase

APPEALS_SHOWN = 5
LINES_A_BLOCK = 8
TEAM_SHOWN = 48
PARTS_SHOWN = 30
"""Reps of the agenda with buttons of their own: two blocks each."""


def manager_blocks(home: ManagerHome, reader: Reader) -> list[Block]:
    """Only reps who are theirs at this moment stand in what this is made from."""
    if not home.team:
        nobody = section([reader.say("home-team-empty")])
        return [nobody, actions([library_button(reader)])]
    open_page = link_button(reader.plain("agenda-open-team"), _page(reader), "team")
    shown = [*_appeals(home, reader), *_agenda(home, reader), *_team(home, reader)]
    return [*shown, actions([open_page, library_button(reader)])]


def _appeals(home: ManagerHome, reader: Reader) -> list[Block]:
    if not home.appeals:
        return []
    title = header(reader.plain("home-appeals-title", n=len(home.appeals)))
    return [title, *(_appeal(i, rep, reader) for i, rep in home.appeals[:APPEALS_SHOWN])]


def _appeal(appeal_id: str, rep: str, reader: Reader) -> Block:
    label = reader.plain("home-appeal-decide")
    decide = button(label, f"appeal.decide{FORM_SUFFIX}", {"appeal": appeal_id})
    return {**section([reader.say("home-appeal", rep=rep)]), "accessory": decide}


def _agenda(home: ManagerHome, reader: Reader) -> list[Block]:
    title = header(reader.plain("home-agenda-title"))
    if home.agenda is None:
        return [title, section([reader.say("home-agenda-none")])]
    parts = home.agenda.reps
    blocks = [block for rep in parts[:PARTS_SHOWN] for block in _part(rep, home.agenda, reader)]
    rest = [reader.say(_agenda_line(rep)) for rep in parts[PARTS_SHOWN:TEAM_SHOWN]]
    return [title, *blocks, *_in_blocks(rest), *_more(len(parts), reader)]


def _part(rep: RepAgenda, agenda: Agenda, reader: Reader) -> tuple[Block, Block]:
    """One rep in a line, with what can be done about it."""
    return section([reader.say(_agenda_line(rep))]), part_buttons(rep, agenda.week, reader)


def _agenda_line(rep: RepAgenda) -> Phrase:
    skills = tuple(_named(f.skill_name, said.figure(f.proficiency)) for f in rep.focus)
    line = (
        phrase("home-agenda-rep", rep=rep.rep_name, skills=skills)
        if skills
        else phrase("home-agenda-ask", rep=rep.rep_name)
    )
    state = rep.state
    if state is None:
        return line
    for became, key in (
        (state.done_at, "home-agenda-done"),
        (state.snoozed, "home-agenda-snoozed"),
        (state.shared_at, "home-agenda-shared"),
    ):
        if became:
            return phrase(key, line=line)
    return line


def _team(home: ManagerHome, reader: Reader) -> list[Block]:
    """Where those stand who have no part in this week's agenda."""
    told = {rep.rep_id for rep in home.agenda.reps} if home.agenda is not None else set()
    rest = [line for line in home.team if line.rep_id not in told]
    if not rest:
        return []
    title = header(reader.plain("home-team-title"))
    blocks = [title, *_in_blocks([_heat(each, reader) for each in rest[:TEAM_SHOWN]])]
    return [*blocks, *_more(len(rest), reader)]


def _more(reps: int, reader: Reader) -> list[Block]:
    """How many reps are on the page only."""
    if reps <= TEAM_SHOWN:
        return []
    page = Ready(reader.home_link(reader.plain("home-team-page")))
    return [section([reader.say("home-team-more", n=reps - TEAM_SHOWN, link=page)])]


def _page(reader: Reader) -> str:
    return reader.links.home(reader.person.id, now=reader.now)


def _heat(line: HeatLine, reader: Reader) -> str:
    if not line.skills:
        return reader.say("home-team-nothing", rep=line.rep_name)
    skills = tuple(_skill(each) for each in line.skills)
    return reader.say("home-team-line", rep=line.rep_name, skills=skills)


def _skill(one: HomeSkill) -> Phrase:
    return _named(one.skill_name, said.figure(one.proficiency))


def _named(skill: str, figure: Phrase) -> Phrase:
    return phrase("home-team-skill", skill=skill, figure=figure)


def _in_blocks(lines: list[str]) -> list[Block]:
    """A few lines a block, so that none is cut."""
    starts = range(0, len(lines), LINES_A_BLOCK)
    return [section(lines[start : start + LINES_A_BLOCK]) for start in starts]

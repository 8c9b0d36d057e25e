"""Practice in Slack: what is to be practised, the buyer's words, and how it went."""

from bot.blocks import Block, Message, context, divider, header, message, section
from bot.elements import actions, button
from bot.reader import Reader
from bot.text import escape, link
from domain import said
from domain.phrases import Phrase, PhraseValue, Ready, phrase
from domain.ports import PracticeOpening, PracticeResult, PracticeSaid, PracticeTask
from domain.practice import OPEN, Assignment, AssignmentState, Persona, SessionState

WORDS_CHARS = 900
"""Of what a buyer says, or of one line of the result."""
_STATUS = {
    AssignmentState.ASSIGNED: "practice-status-assigned",
    AssignmentState.STARTED: "practice-status-started",
    AssignmentState.OVERDUE: "practice-status-overdue",
    AssignmentState.PASSED: "practice-status-passed",
    AssignmentState.NOT_PASSED: "practice-status-not-passed",
}


def practice_task_message(notice: PracticeTask, reader: Reader) -> Message:
    """What a rep is asked to practise; brought up to date as they do."""
    assignment = notice.assignment
    key = "practice-reminder" if notice.reminder else "practice-assigned"
    asked = reader.say(
        key,
        manager=Ready(reader.manager(notice.manager_name)),
        skill=notice.skill_name,
        who=_who(assignment.persona),
        due=reader.day(assignment.due_at),
    )
    blocks = [header(reader.plain("practice-assigned-title", skill=notice.skill_name))]
    blocks.append(section([asked, _goal(assignment.persona, reader), _terms(assignment, reader)]))
    if notice.attempts_left and assignment.state in OPEN:
        blocks.append(actions([_start("practice-start", assignment, reader)]))
    blocks += [context(line) for line in _beneath(notice, reader)]
    return message(asked, blocks)


def practice_opening_message(notice: PracticeOpening, reader: Reader) -> Message:
    """The first words of the buyer; the rest is played below them."""
    session = notice.session
    persona = session.persona
    opening = reader.say("practice-opening-says", name=persona.name)
    spoken = f"> {escape(persona.opening, WORDS_CHARS)}"
    blocks = [
        header(reader.plain("practice-opening-title", name=persona.name)),
        section([reader.say(_who(persona)), _goal(persona, reader)]),
        section([opening, spoken]),
    ]
    if session.state is SessionState.RUNNING:
        about = {"session_id": session.id}
        blocks.append(actions([button(reader.plain("practice-stop"), "practice.stop", about)]))
        blocks.append(context(reader.say("practice-opening-how")))
    if persona.own_moment:
        blocks.append(context(reader.say("practice-own-moment")))
    return message(f"{opening} {escape(persona.opening, WORDS_CHARS)}", blocks)


def practice_said_message(notice: PracticeSaid, reader: Reader) -> Message:
    """One post in the thread."""
    lines = []
    if notice.said:
        spoken = Ready(escape(notice.said, WORDS_CHARS))
        lines.append(reader.say("practice-says", name=notice.buyer_name, said=spoken))
    if notice.note is not None:
        lines.append(reader.say(notice.note))
    return message(" ".join(lines), [section([line]) for line in lines])


def practice_result_message(notice: PracticeResult, reader: Reader) -> Message:
    """How it went: the figure, what went well, one thing to try, and what is left."""
    score = said.points(notice.session.score or 0.0)
    figure = reader.say(
        "practice-result",
        score=score, skill=notice.skill_name, name=notice.session.persona.name,
    )  # fmt: skip
    blocks = [section([figure, *_verdict(notice, reader)])]
    told = _told(notice, reader)
    if told:
        blocks += [divider(), section(told)]
    blocks += _again(notice, reader)
    blocks.append(context(reader.say("practice-one-says-little")))
    short = reader.say("practice-result-short", score=score, skill=notice.skill_name)
    return message(short, blocks)


def _who(persona: Persona) -> Phrase:
    return phrase("practice-who", name=persona.name, role=persona.role, industry=persona.industry)


def _goal(persona: Persona, reader: Reader) -> str:
    return reader.say("practice-goal", goal=persona.goal) if persona.goal else ""


def _terms(assignment: Assignment, reader: Reader) -> str:
    values: dict[str, PhraseValue] = {
        "pass": said.points(assignment.pass_score),
        "n": assignment.attempts_allowed,
    }
    return reader.say(Phrase("practice-terms", values))


def _beneath(notice: PracticeTask, reader: Reader) -> list[str]:
    assignment = notice.assignment
    status = reader.say(
        _STATUS[assignment.state],
        due=reader.day(assignment.due_at),
        score=said.points(assignment.best_score or 0.0),
        plays=phrase("plays", n=assignment.attempts_used),
    )
    own = [reader.say("practice-own-moment")] if assignment.persona.own_moment else []
    return [status, *own, reader.say("practice-how")]


def _verdict(notice: PracticeResult, reader: Reader) -> list[str]:
    assignment = notice.assignment
    if assignment is None:
        return []
    mark: dict[str, PhraseValue] = {"pass": said.points(assignment.pass_score)}
    if (notice.session.score or 0.0) >= assignment.pass_score:
        return [reader.say(Phrase("practice-passed", mark))]
    if assignment.state is AssignmentState.PASSED:
        return []
    if not notice.attempts_left:
        return [reader.say(Phrase("practice-not-passed", mark))]
    return [reader.say(Phrase("practice-not-yet", {**mark, "n": notice.attempts_left}))]


def _told(notice: PracticeResult, reader: Reader) -> list[str]:
    lines = []
    for key, what in (("practice-went-well", notice.well), ("practice-try", notice.to_try)):
        if what:
            lines.append(reader.say(key, what=Ready(escape(what, WORDS_CHARS))))
    if notice.example:
        example = Ready(escape(notice.example, WORDS_CHARS))
        lines.append(reader.say("practice-example", example=example))
    if notice.session.call_id is not None:
        url = reader.links.call(notice.session.call_id, reader.person.id, now=reader.now)
        lines.append(link(url, reader.plain("practice-open-call")))
    return lines


def _again(notice: PracticeResult, reader: Reader) -> list[Block]:
    assignment = notice.assignment
    if assignment is None or assignment.state not in OPEN or not notice.attempts_left:
        return []
    return [actions([_start("practice-again", assignment, reader)])]


def _start(key: str, assignment: Assignment, reader: Reader) -> Block:
    about = {"assignment_id": assignment.id}
    return button(reader.plain(key), "practice.start", about, style="primary")

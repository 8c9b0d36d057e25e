"""Appeals: one tap for the rep, a decision for the manager, and what came of it for both."""

from bot.blocks import Block, Message, context, divider, header, message, section
from bot.elements import actions, button
from bot.reader import Reader
from bot.text import escape, link
from domain.actions import FORM_SUFFIX
from domain.appeals import AppealState
from domain.calls import CallId
from domain.notices import AppealCase
from domain.phrases import Phrase, Ready, phrase
from domain.rubrics import MAX_LEVEL, CriterionId

WORDS_CHARS = 900
"""Of what a rep or a manager wrote."""
QUOTES_SHOWN = 2
_MANAGER_SEES = {
    AppealState.OPEN: "appeal-open-to-you",
    AppealState.CHANGED: "appeal-you-changed",
    AppealState.KEPT: "appeal-you-kept",
    AppealState.WITHDRAWN: "appeal-was-withdrawn",
    AppealState.DROPPED: "appeal-was-dropped",
}


def appeal_button(call_id: CallId, criterion_id: CriterionId, reader: Reader) -> Block:
    """Contest one criterion of a call: opens the form."""
    about = {"call": call_id, "criterion": criterion_id}
    return button(reader.plain("appeal-button"), f"appeal.open{FORM_SUFFIX}", about)


def contest_button(call_id: CallId, reader: Reader) -> Block:
    """Contest any criterion of a call: opens the form that asks which one."""
    label = reader.plain("appeal-another-button")
    return button(label, f"appeal.open{FORM_SUFFIX}", {"call": call_id})


def appeal_message(case: AppealCase, reader: Reader) -> Message:
    """To the manager: what is contested and why, with the anchors and the quotes."""
    appeal = case.appeal
    title = reader.plain("appeal-message-title", rep=case.rep.name)
    blocks = [header(title), section([_about(case, reader), *_state(case, reader)])]
    if appeal.state is not AppealState.DROPPED:
        blocks += [divider(), section(_graded(case, reader)), section(_reason(case, reader))]
    if appeal.open:
        blocks += [section(_anchors(case, reader)), actions([_decide(case, reader)])]
        blocks.append(context(reader.say("appeal-what-follows", rep=case.rep.name)))
    return message(reader.say("appeal-sentence", **_names(case)), blocks)


def appeal_moved_message(reader: Reader) -> Message:
    """To who was their manager: nothing of it any more."""
    said = reader.say("appeal-moved")
    return message(said, [section([said])])


def ruling_message(case: AppealCase, reader: Reader) -> Message:
    """To the rep: what was decided, by whom and why, and what follows."""
    said = _outcome(case, reader)
    blocks = [header(reader.plain("ruling-title")), section([_about(case, reader), said])]
    appeal = case.appeal
    if appeal.decided and appeal.answer:
        by = case.decided_by.name if case.decided_by else ""
        why = reader.say("ruling-why", manager=Ready(reader.manager(by)))
        lines = [why, f"> {escape(appeal.answer, WORDS_CHARS)}"]
        blocks.append(section(lines))
    if appeal.decided:
        key = "ruling-follows" if appeal.state is AppealState.CHANGED else "ruling-kept-follows"
        blocks.append(context(reader.say(key)))
    return message(f"{reader.plain('ruling-title')}: {said}", blocks)


def level_said(level: int | None) -> Phrase:
    """``2 of 4``, or that there was no level."""
    if level is None:
        return Phrase("appeal-no-level")
    return phrase("appeal-level", level=level, most=MAX_LEVEL)


def _names(case: AppealCase) -> dict[str, str]:
    return {"rep": case.rep.name, "title": case.criterion.title, "call": case.call.title}


def _about(case: AppealCase, reader: Reader) -> str:
    url = reader.links.call(case.call.id, reader.person.id, now=reader.now)
    call = Ready(link(url, case.call.title))
    return reader.say("appeal-about", title=case.criterion.title, call=call)


def _state(case: AppealCase, reader: Reader) -> list[str]:
    appeal = case.appeal
    key = _MANAGER_SEES[appeal.state]
    said = reader.say(key, rep=case.rep.name, level=level_said(appeal.settled_level))
    answer = [f"> {escape(appeal.answer, WORDS_CHARS)}"] if appeal.decided else []
    return [said, *answer]


def _graded(case: AppealCase, reader: Reader) -> list[str]:
    graded = reader.say("appeal-graded", level=level_said(case.appeal.grader_level))
    because = escape(case.score.reason)
    return [graded, because, *(reader.quoted(e.quote) for e in case.score.evidence[:QUOTES_SHOWN])]


def _reason(case: AppealCase, reader: Reader) -> list[str]:
    written = escape(case.appeal.reason, WORDS_CHARS)
    return [reader.say("appeal-rep-wrote", rep=case.rep.name), f"> {written}"]


def _anchors(case: AppealCase, reader: Reader) -> list[str]:
    anchors = {f"a{n}": text for n, text in enumerate(case.criterion.anchors)}
    return [reader.say("appeal-anchors", **anchors)]


def _decide(case: AppealCase, reader: Reader) -> Block:
    label = reader.plain("appeal-decide-button")
    about = {"appeal": case.appeal.id}
    return button(label, f"appeal.decide{FORM_SUFFIX}", about, style="primary")


def _outcome(case: AppealCase, reader: Reader) -> str:
    appeal = case.appeal
    keys = {AppealState.CHANGED: "ruling-changed", AppealState.KEPT: "ruling-kept"}
    key = keys.get(appeal.state, "ruling-dropped")
    if appeal.state is AppealState.CHANGED and appeal.level is None:
        key = "ruling-no-occasion"
    return reader.say(
        key, was=level_said(appeal.grader_level), became=level_said(appeal.settled_level)
    )

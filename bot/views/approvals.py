"""Changes of CRM fields that wait for their reader, with buttons, and what became of others."""

from bot.blocks import Block, Message, context, divider, header, message, section, size
from bot.elements import actions, button, link_button
from bot.reader import Reader
from bot.text import escape, link
from domain import wording
from domain.crm import FieldValue
from domain.crm_notices import ApprovalNotice, AskedChange, AskState
from domain.phrases import Phrase, Ready, phrase
from domain.wording import clock

VALUE_CHARS = 280
WAITING_SHOWN = 10
ENDED_SHOWN = 12
_ENDED = {
    AskState.APPROVED: "approval-was-approved",
    AskState.DECLINED: "approval-was-declined",
    AskState.WITHDRAWN: "approval-was-withdrawn",
    AskState.ELSEWHERE: "approval-is-elsewhere",
}
_BY_NOBODY_NAMED = {
    AskState.APPROVED: "approval-was-approved-nobody",
    AskState.DECLINED: "approval-was-declined-nobody",
}


def approval_message(notice: ApprovalNotice, reader: Reader) -> Message:
    """What waits first, with buttons; what ended in a line each; the rest is on the page."""
    waiting = [each for each in notice.changes if each.state is AskState.WAITING]
    ended = [each for each in notice.changes if each.state is not AskState.WAITING]
    title = _title(len(waiting), reader)
    top: list[Block] = [header(title)]
    if waiting:
        top.append(section([reader.say("approval-about")]))
    lines = [_ended(each, reader) for each in ended[:ENDED_SHOWN]]
    bottom: list[Block] = [section(lines)] if lines else []
    if waiting:
        bottom.append(context(reader.say("approval-follows")))
    shown: list[Block] = []
    number = 0
    for each in waiting[:WAITING_SHOWN]:
        blocks = [divider(), *_waiting(each, notice.key, reader)]
        if not size([*top, *shown, *blocks, *bottom, context(_page(99, reader))]).fits:
            break
        shown += blocks
        number += 1
    more = len(waiting) - number + notice.more
    page = [context(_page(more, reader))] if waiting or more else []
    said = title if not waiting else f"{title}: {_sentence(waiting[0], reader)}"
    return message(said, [*top, *shown, *([divider()] if shown and lines else []), *bottom, *page])


def _title(waiting: int, reader: Reader) -> str:
    if not waiting:
        return reader.plain("approval-title-none")
    return reader.plain("approval-title", n=waiting)


def _sentence(change: AskedChange, reader: Reader) -> str:
    return reader.say("approval-sentence", field=change.field, record=change.record)


def _waiting(change: AskedChange, key: str, reader: Reader) -> list[Block]:
    names = {"field": change.field, "record": change.record}
    lines = [
        reader.say("approval-change", crm=wording.crm_name(change.crm), **names),
        *_values(change, reader),
        _from(change, reader),
    ]
    about = {"approval": change.id, "key": key}
    buttons = [
        button(reader.plain("approval-approve"), "crm.approve", about, style="primary"),
        button(reader.plain("approval-decline"), "crm.decline", about),
    ]
    if change.call_id is not None:
        label = reader.plain("approval-open")
        buttons.append(link_button(label, _call_url(change, reader), "call"))
    return [section(lines), actions(buttons)]


def _values(change: AskedChange, reader: Reader) -> list[str]:
    if change.hidden:
        if change.rep_name:
            return [reader.say("approval-hidden", rep=change.rep_name)]
        return [reader.say("approval-hidden-nobody")]
    return [
        reader.say("approval-now", value=_value(change.old)),
        reader.say("approval-then", value=_value(change.new)),
    ]


def _value(value: FieldValue) -> Phrase:
    if value is None or value == "":
        return Phrase("approval-empty")
    said = f"{value:g}" if isinstance(value, float) else value
    return phrase("approval-value", value=Ready(escape(said, VALUE_CHARS)))


def _from(change: AskedChange, reader: Reader) -> str:
    if change.call_id is None:
        return ""
    at = f", {clock(change.start_s)}" if change.start_s is not None else ""
    call = Ready(link(_call_url(change, reader), f"{change.call_title[:40]}{at}"))
    if change.rep_name:
        return reader.say("approval-from", call=call, rep=change.rep_name)
    return reader.say("approval-from-call", call=call)


def _call_url(change: AskedChange, reader: Reader) -> str:
    assert change.call_id is not None  # noqa: S101 - asked before
    viewer, start_s = reader.person.id, change.start_s
    return reader.links.call(change.call_id, viewer, now=reader.now, start_s=start_s)


def _ended(change: AskedChange, reader: Reader) -> str:
    names = {"field": change.field, "record": change.record}
    if change.state in _BY_NOBODY_NAMED:
        if change.decided_by:
            return reader.say(_ENDED[change.state], by=change.decided_by, **names)
        return reader.say(_BY_NOBODY_NAMED[change.state], **names)
    return reader.say(_ENDED[change.state], **names)


def _page(more: int, reader: Reader) -> str:
    url = reader.links.approvals(reader.person.id, now=reader.now)
    page = Ready(link(url, reader.plain("approval-page")))
    return reader.say("approval-more", n=more, link=page) if more else reader.say(
        "approval-all", link=page
    )  # fmt: skip

"""Shared moments: the question to the rep, the offer to the manager, and the library."""

from collections.abc import Callable, Mapping, Sequence

from bot.blocks import Block, Message, context, divider, header, message, section, size
from bot.elements import actions, button, confirm
from bot.reader import Reader
from bot.text import escape, link, shorten
from domain.actions import FORM_SUFFIX
from domain.calls import CallId
from domain.library import ClipState, ShownMoment
from domain.notices import ClipNotice, LibraryNotice
from domain.phrases import Ready
from domain.rubrics import CriterionId
from domain.wording import clock

Act = Callable[[ShownMoment, Reader], list[Block]]
MOMENTS_SHOWN = 8
OWN_SHOWN = 5
TITLE_CHARS = 44
_REP_READS = {
    ClipState.ASKED: "clips-rep-asked",
    ClipState.OFFERED: "clips-rep-offered",
    ClipState.IN_LIBRARY: "clips-rep-chosen",
    ClipState.LEFT: "clips-rep-left",
    ClipState.DECLINED: "clips-rep-declined",
    ClipState.WITHDRAWN: "clips-rep-withdrawn",
}
_MANAGER_READS = {
    ClipState.OFFERED: "clips-manager-offered",
    ClipState.IN_LIBRARY: "clips-manager-chosen",
    ClipState.LEFT: "clips-manager-left",
}


def offer_button(
    call_id: CallId, turn_index: int, criterion_id: CriterionId, reader: Reader
) -> Block:
    """Offer this moment of one's own to the team; asks once more, saying who will see it."""
    sure = confirm(
        reader.plain("clips-offer-title"),
        reader.plain("clips-offer-text"),
        reader.plain("clips-offer-yes"),
        reader.plain("form-cancel"),
    )
    about = _at(call_id, turn_index, criterion_id)
    return button(reader.plain("clips-button-offer"), "clip.offer", about, confirm=sure)


def ask_button(
    call_id: CallId, turn_index: int, criterion_id: CriterionId, reader: Reader
) -> Block:
    """Ask a rep for this moment of theirs: opens the form."""
    about = _at(call_id, turn_index, criterion_id)
    return button(reader.plain("clips-button-ask"), f"clip.ask{FORM_SUFFIX}", about)


def library_button(reader: Reader, skill_id: str = "") -> Block:
    """Show the clip library, or one skill of it."""
    about = {"skill": skill_id} if skill_id else {}
    return button(reader.plain("clips-button-library"), "clip.library", about)


def peer_lines(moment: ShownMoment, reader: Reader) -> list[str]:
    """A teammate's moment inside another message: who, the words, where to listen."""
    lead = reader.say("clips-peer", rep=moment.rep_name, title=moment.shared.title)
    return [lead, *_quote(moment, reader)]


def clip_message(notice: ClipNotice, reader: Reader) -> Message:
    """One moment as it stands now; without its words once there is nothing left to decide."""
    said = _said(notice, reader)
    if notice.moment is None:
        return message(said, [section([said])])
    blocks = [section([said]), section(_moment(notice.moment, reader))]
    buttons = _rep_buttons(notice, reader) if notice.to_rep else _manager_buttons(notice, reader)
    if buttons:
        blocks.append(actions(buttons))
    if notice.to_rep:
        blocks.append(context(reader.say("clips-who-sees")))
    return message(said, blocks)


def library_message(notice: LibraryNotice, reader: Reader) -> Message:
    """What the team shares, then what waits for the reader, then the reader's own."""
    said = _found(notice, reader)
    blocks = [header(reader.plain("clips-library-title")), context(said)]
    end = [actions([_find_button(reader)]), context(_page(reader))]
    left = size(end)
    groups = [[section(_moment(moment, reader))] for moment in notice.moments[:MOMENTS_SHOWN]]
    groups += _listed("clips-waiting-title", notice.waiting, _to_choose, reader)
    groups += _listed("clips-own-title", notice.own[:OWN_SHOWN], _to_take_back, reader)
    for group in groups:
        if (size([*blocks, *group]) + left).fits:
            blocks += group
    return message(said, [*blocks, *end])


def _said(notice: ClipNotice, reader: Reader) -> str:
    keys = _REP_READS if notice.to_rep else _MANAGER_READS
    key = keys.get(notice.state, "clips-gone") if notice.state else "clips-gone"
    if notice.moment is None and notice.state in _MANAGER_READS:
        key = "clips-gone"  # a former team's, or its words are gone
    if notice.moment is None and notice.state is ClipState.ASKED:
        key = "clips-gone"
    rep = notice.moment.rep_name if notice.moment else ""
    manager = Ready(reader.manager(notice.manager_name))
    return reader.say(key, rep=rep, manager=manager, title=notice.title)


def _rep_buttons(notice: ClipNotice, reader: Reader) -> list[Block]:
    about = _of(notice)
    if notice.state is ClipState.ASKED:
        yes = button(reader.plain("clips-button-agree"), "clip.agree", about)
        return [yes, button(reader.plain("clips-button-decline"), "clip.decline", about)]
    return [_take_back(about, reader)]


def _manager_buttons(notice: ClipNotice, reader: Reader) -> list[Block]:
    about, opens = _of(notice), f"clip.choose{FORM_SUFFIX}"
    leave = button(reader.plain("clips-button-leave"), "clip.leave", about)
    if notice.state is ClipState.IN_LIBRARY:
        out = button(reader.plain("clips-button-out"), "clip.leave", about)
        return [button(reader.plain("clips-button-rename"), opens, about), out]
    choose = button(reader.plain("clips-button-choose"), opens, about)
    return [choose, leave] if notice.state is ClipState.OFFERED else [choose]


def _listed(
    title: str, moments: Sequence[ShownMoment], act: Act, reader: Reader
) -> list[list[Block]]:
    groups = [
        [section(_moment(moment, reader)), actions(act(moment, reader))] for moment in moments
    ]
    if groups:
        groups[0] = [divider(), section([reader.say(title)]), *groups[0]]
    return groups


def _to_choose(moment: ShownMoment, reader: Reader) -> list[Block]:
    about = {"clip": moment.shared.id}
    choose = button(reader.plain("clips-button-choose"), f"clip.choose{FORM_SUFFIX}", about)
    return [choose, button(reader.plain("clips-button-leave"), "clip.leave", about)]


def _to_take_back(moment: ShownMoment, reader: Reader) -> list[Block]:
    return [_take_back({"clip": moment.shared.id}, reader)]


def _take_back(about: Mapping[str, str], reader: Reader) -> Block:
    return button(reader.plain("clips-button-withdraw"), "clip.withdraw", about)


def _of(notice: ClipNotice) -> dict[str, str]:
    return {"clip": notice.clip_id or ""}


def _moment(moment: ShownMoment, reader: Reader) -> list[str]:
    named = {"rep": moment.rep_name, "skill": moment.skill_name}
    if moment.shared.title:
        lead = reader.say("clips-lead", title=moment.shared.title, **named)
    else:
        lead = reader.say("clips-lead-untitled", **named)
    return [lead, *_quote(moment, reader)]


def _quote(moment: ShownMoment, reader: Reader) -> list[str]:
    """The words, then the call by name and day, with the links that the reader may follow."""
    clip = moment.shared.clip
    where = f"{shorten(clip.call_title, TITLE_CHARS)}, {reader.day(clip.call_at)}"
    if moment.opens_call:
        url = reader.links.call(
            clip.call_id, reader.person.id, now=reader.now, start_s=clip.start_s
        )
        places = [link(url, f"{where}, {clock(clip.start_s)}")]
    else:
        places = [escape(f"{where}, {clock(clip.start_s)}")]
    if moment.recorder_url:
        label = reader.plain("clips-recording", at=clock(clip.start_s))
        places.append(link(moment.recorder_url, label))
    return [reader.quoted(clip.quote), f"> {' · '.join(places)}"]


def _found(notice: LibraryNotice, reader: Reader) -> str:
    if not notice.moments:
        asked_for = notice.text or notice.skill_name
        return reader.say("clips-none-found" if asked_for else "clips-none-yet")
    shown = min(len(notice.moments), MOMENTS_SHOWN)
    about = [reader.say("clips-about-skill", skill=notice.skill_name)] if notice.skill_name else []
    if notice.text:
        about.append(reader.say("clips-about-text", text=notice.text))
    counted = reader.say("clips-found-all", n=shown)
    if shown < len(notice.moments):
        counted = reader.say("clips-found", n=len(notice.moments), shown=shown)
    return " · ".join([counted, *about])


def _find_button(reader: Reader) -> Block:
    return button(reader.plain("clips-button-find"), f"clip.find{FORM_SUFFIX}", {})


def _page(reader: Reader) -> str:
    url = reader.links.clips(reader.person.id, now=reader.now)
    return link(url, reader.plain("clips-open-page"))


def _at(call_id: CallId, turn_index: int, criterion_id: CriterionId) -> dict[str, str]:
    return {"call": call_id, "turn": str(turn_index), "criterion": criterion_id}

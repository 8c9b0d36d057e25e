"""One rep's part of the agenda, as their manager shares it with them."""

from bot.blocks import Message, header, message, section
from bot.reader import Reader
from domain.notices import SharedAgenda


def shared_agenda_message(notice: SharedAgenda, reader: Reader) -> Message:
    """What the rep reads before the 1:1."""
    title = reader.plain("shared-title", manager=notice.manager_name)
    lines = [reader.say(focus.why) for focus in notice.rep.focus]
    return message(title, [header(title), section(lines)])

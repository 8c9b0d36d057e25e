"""The weekly digest: one sentence for each message that waited, with where to read on."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from bot.blocks import Block, Message, Size, context, header, message, section, size
from bot.elements import actions, button
from bot.reader import Reader
from bot.text import link, shorten
from domain.effects import EffectKind
from domain.notices import Digest, DigestLine, Notice
from domain.phrases import Phrase, Ready

SENTENCE_CHARS = 400
Render = Callable[[Notice, Reader], Message]


def digest_message(digest: Digest, reader: Reader, render: Render) -> Message:
    """Grouped by kind; what does not fit is on the reader's page."""
    title = reader.plain("digest-title")
    top = [header(title), context(reader.say("digest-about", n=len(digest.lines)))]
    bottom = [*_fell_back(digest, reader), context(reader.say("digest-settings"))]
    lines = _that_fit(digest, reader, render, size([*top, *bottom]))
    about = reader.say("digest-about", n=len(digest.lines))
    return message(f"{title}: {about}", [*top, *lines, *bottom])


def kind_key(kind: EffectKind) -> Phrase:
    """What people call a kind of message."""
    return Phrase(f"kind-{kind.value.replace('.', '-').replace('_', '-')}")


def _groups(lines: Sequence[DigestLine]) -> Iterable[tuple[EffectKind, list[DigestLine]]]:
    order = list(EffectKind)
    in_order = sorted(lines, key=lambda line: order.index(line.kind))
    for kind, group in groupby(in_order, key=lambda line: line.kind):
        yield kind, list(group)


def _that_fit(digest: Digest, reader: Reader, render: Render, taken: Size) -> list[Block]:
    kept: list[Block] = []
    left = len(digest.lines)
    for kind, lines in _groups(digest.lines):
        title = section([reader.say("digest-group", kind=kind_key(kind))])
        for number, line in enumerate(lines):
            blocks = [*([] if number else [title]), _line(line, reader, render)]
            more = section([_more(left, reader)])
            if not (taken + size(kept) + size([*blocks, more])).fits:
                return [*kept, more]
            kept += blocks
            left -= 1
    return kept


def _more(left: int, reader: Reader) -> str:
    page = Ready(reader.home_link(reader.plain("digest-your-page")))
    return reader.say("digest-more", n=left, link=page)


def _line(line: DigestLine, reader: Reader, render: Render) -> Block:
    said = shorten(render(line.notice, reader).text, SENTENCE_CHARS)
    show = button(reader.plain("digest-show"), "digest.show", {"key": line.key})
    opened = link(_page(line, reader), reader.plain("digest-open"))
    return {**section([f"• {said} {opened}"]), "accessory": show}


def _page(line: DigestLine, reader: Reader) -> str:
    links, viewer, now = reader.links, reader.person.id, reader.now
    if line.call_id is not None:
        return links.call(line.call_id, viewer, now=now)
    if line.rep_id is not None:
        return links.rep(line.rep_id, viewer, now=now)
    return links.home(viewer, now=now)


def _fell_back(digest: Digest, reader: Reader) -> list[Block]:
    blocks: list[Block] = []
    for kind in digest.fell_back:
        blocks.append(section([reader.say("digest-fell-back", kind=kind_key(kind))]))
        keep = button(reader.plain("digest-keep"), "digest.keep", {"kind": kind.value})
        blocks.append(actions([keep]))
    return blocks

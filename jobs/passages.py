"""A turn's text, cut where quotes that prove a score begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a turn's text; ``proves`` if some score rests on it."""

    text: str
    proves: bool


def passages(text: str, quotes: Iterable[str]) -> tuple[Passage, ...]:
    """``text`` cut where quotes begin and end; joined again it is ``text``.

    A quote is found ignoring case; one that does not occur marks nothing.
    """
    cut: list[Passage] = []
    at = 0
    for start, end in _merged(_spans(text, quotes)):
        if start > at:
            cut.append(Passage(text[at:start], proves=False))
        cut.append(Passage(text[start:end], proves=True))
        at = end
    if at < len(text):
        cut.append(Passage(text[at:], proves=False))
    return tuple(cut)


def _spans(text: str, quotes: Iterable[str]) -> list[Span]:
    lowered = text.lower()
    same_length = len(lowered) == len(text)  # "İ" grows when lowered: then match case
    spans = []
    for quote in quotes:
        start = lowered.find(quote.lower()) if same_length else text.find(quote)
        if quote and start >= 0:
            spans.append((start, min(len(text), start + len(quote))))
    return sorted(spans)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged

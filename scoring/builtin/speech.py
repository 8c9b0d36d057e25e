"""Turns a stretch of speech into sentences, plain words, word stems and figures."""

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring.builtin.words import NUMBERS, STOP

MAX_PLAIN_WORDS = 28
"""A longer run without punctuation, as speech recognition writes it, is cut at a connective."""
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")
_TOKEN = re.compile(r"[a-z0-9€$£%]+(?:[.,'-][a-z0-9]+)*%?")
_CUT_BEFORE = re.compile(
    r"\s(?=(?:so|and then|but|because|now|okay|right|alright|and (?:what|how|who|when|do|is|are)|"
    r"what (?:do|does|did|is|are|would|happens)|how (?:do|does|did|is|are|would|many|much|often"
    r"|long)"
    r"|who |why |do you|can you|could you|would you|have you|are you|is there|tell me"
    r"|walk me)\s)",
    re.IGNORECASE,
)
_HEADS = "i|you|we|they|he|she|it|that|there|here|what|who|how|where|when|why|this|let"
_ENDINGS = {"'m": " am", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would"}
_CONTRACTION = re.compile(rf"\b(?:({_HEADS})'s|(\w+)('m|'re|'ve|'ll|'d)|(\w+)n't)(?!\w)")
_PLAIN = {
    "im": "i am", "ive": "i have", "dont": "do not", "doesnt": "does not", "didnt": "did not",
    "isnt": "is not", "wont": "will not", "cant": "can not", "thats": "that is",
    "whats": "what is", "hows": "how is", "theres": "there is", "youre": "you are",
    "theyre": "they are", "wouldnt": "would not", "couldnt": "could not", "gonna": "going to",
    "wanna": "want to", "cannot": "can not",
}  # fmt: skip

FILLERS = frozenset({"um", "uh", "erm", "uhm", "er", "hmm"})


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence as it stands in its turn: ``text == turn.text[start:end]``."""

    start: int
    end: int
    text: str
    plain: str
    """Lower-case words without contractions or punctuation, with a space at both ends."""
    stems: frozenset[str]
    """Stems of the words that carry content."""
    figures: frozenset[str]
    """Numbers said in digits or words."""
    asks: bool
    """Whether it ends with a question mark."""

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.plain.split())


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a turn in order; together they cover every word of it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in _END.finditer(text):
        spans += _cut_long(text, start, gap.start())
        start = gap.end()
    spans += _cut_long(text, start, len(text))
    return tuple(s for a, b in spans if (s := _sentence(text, a, b)) is not None)


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    if piece.count(" ") <= MAX_PLAIN_WORDS:
        return [(start, end)]
    spans, begin = [], 0
    for gap in _CUT_BEFORE.finditer(piece):
        if piece.count(" ", begin, gap.start()) >= 5:
            spans.append((start + begin, start + gap.start()))
            begin = gap.end()
    return [*spans, (start + begin, end)]


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    plain = plain_words(text[start:end])
    if not plain.strip():
        return None
    tokens = plain.split()
    return Sentence(
        start=start,
        end=end,
        text=text[start:end],
        plain=plain,
        stems=stems_of(tokens),
        figures=figures_of(tokens),
        asks="?" in text[max(start, end - 3) : end],
    )


def plain_words(text: str) -> str:
    """``" what is that cost you "`` for ``"What's that cost you?"``."""
    lowered = text.lower().replace("’", "'")
    if "'" in lowered:
        lowered = _CONTRACTION.sub(_expand, lowered)
    words = [_PLAIN.get(word, word) for word in _TOKEN.findall(lowered)]
    return f" {' '.join(words)} "


def _expand(match: re.Match[str]) -> str:
    head, word, ending, negated = match.groups()
    if head:
        return f"{head} us" if head == "let" else f"{head} is"
    if word:
        return word + _ENDINGS[ending]
    return {"ca": "can", "wo": "will", "sha": "shall"}.get(negated, negated) + " not"


def stems_of(tokens: list[str]) -> frozenset[str]:
    """Stems of the content words: at least three letters and not a stop word."""
    return (
        frozenset(stem(t) for t in tokens if len(t) > 2 and t not in STOP and not t[0].isdigit())
        - NUMBERS
    )


_SUFFIXES = ("ingly", "ings", "edly", "ing", "ies", "ied", "ers", "ed", "es", "ly", "er", "s")
MIN_STEM = 3


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A light stem: enough that ``planning``, ``planned`` and ``plans`` meet."""
    word = word.removesuffix("'s")
    for ending in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word


def figures_of(tokens: list[str]) -> frozenset[str]:
    """Numbers among the words, in digits or in letters; ``one`` is not counted."""
    found = set()
    for token in tokens:
        if any(c.isdigit() for c in token):
            found.add(token.strip("€$£%").replace(",", ""))
        elif token in NUMBERS or ("-" in token and token.split("-")[0] in NUMBERS):
            found.add(token)
    return frozenset(found)

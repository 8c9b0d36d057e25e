"""Words of a question in a form that can be compared, and how far two words are apart."""

import re
import unicodedata

from rapidfuzz.distance import OSA

MAX_CHARS = 500
_NOT_WORDS = re.compile(r"[^\w<>/=]+|_+")
_WRITTEN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?\b")

Token = str


def tokens(text: str, limit: int = MAX_CHARS) -> tuple[Token, ...]:
    """Lower-case words without accents, possessives and punctuation.

    ``"How's Ána’s next_step?"`` becomes ``how is ana next step``. Marks that people do not
    put into questions (``<``, ``>``, ``/``, ``=``) stay and so are never understood. A text
    longer than ``limit`` is cut there and given a word nobody understands.
    """
    cut = text[:limit]
    plain = unicodedata.normalize("NFKD", cut).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for short, full in _CONTRACTIONS:
        plain = re.sub(rf"\b{short}\b", full, plain)
    plain = _POSSESSIVE.sub("", plain)
    found = tuple(t for t in _NOT_WORDS.split(plain) if t)
    return (*found, "…") if len(text) > limit else found


def as_written(words: str, text: str) -> str:
    """These words as they stand in the text, with the accents they are spelled with there.

    Words of a transcript keep theirs, and many scripts change with them: ``й`` is no ``и``.
    """
    lower = unicodedata.normalize("NFC", text[:MAX_CHARS]).lower()
    written = {"".join(tokens(word)): word for word in _WRITTEN.findall(lower)}
    return " ".join(written.get(word, word) for word in words.split())


def alike(said: Token, meant: Token) -> bool:
    """Whether ``said`` may be a slip of ``meant``: one edit, two from nine letters on.

    Both need at least four letters and the same first letter; a swap of neighbours is one
    edit (Damerau 1964, CACM 7:171).
    """
    if said == meant:
        return True
    if min(len(said), len(meant)) < 4 or said[0] != meant[0]:
        return False
    allowed = 2 if min(len(said), len(meant)) >= 9 else 1
    return OSA.distance(said, meant, score_cutoff=allowed) <= allowed


_CONTRACTIONS = (
    ("how['’]?s", "how is"),
    ("who['’]?s", "who is"),
    ("what['’]s", "what is"),
    ("whats", "what is"),
    ("where['’]s", "where is"),
    ("i['’]m", "i am"),
    ("i['’]ve", "i have"),
    ("isn['’]?t", "is not"),
    ("aren['’]?t", "are not"),
    ("doesn['’]?t", "does not"),
    ("don['’]?t", "do not"),
    ("didn['’]?t", "did not"),
    ("wasn['’]?t", "was not"),
    ("weren['’]?t", "were not"),
    ("hasn['’]?t", "has not"),
    ("haven['’]?t", "have not"),
)


_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "ed", "er", "es", "e", "s", "y")


def stems(text: str) -> tuple[Token, ...]:
    """What words that mean the same begin with: ``pricing`` and ``prices`` become ``pric``.

    A plain cut of English endings that leaves at least four letters; words of up to four
    letters stay whole. Accents stay: they are kept in what was said too.
    """
    found = (word for word in re.findall(r"[^\W_]+", text[:MAX_CHARS].lower()))
    return tuple(dict.fromkeys(_stem(word) for word in found))


def _stem(word: Token) -> Token:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word

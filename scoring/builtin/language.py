"""Whether a transcript is in English; the readers know no other language."""

from functools import lru_cache
from typing import TYPE_CHECKING

from domain.calls import Side, Transcript
from scoring.builtin.words import ENGLISH

if TYPE_CHECKING:
    from lingua import LanguageDetector

SAMPLE_CHARS = 2_000
SURE_SHARE = 0.30
"""From this share of the commonest English words on, no detector is needed."""


def is_english(transcript: Transcript) -> bool:
    """The language given with the transcript decides; else the words; else a detector.

    The detector (lingua, models inside its package, no network) is loaded only for speech in
    which common English words are rare, and knows ten languages.
    """
    return language_of(transcript) in ("en", None)


def language_of(transcript: Transcript) -> str | None:
    """The language as a two-letter code (ISO 639-1); ``None`` where nobody can tell.

    Told as for ``is_english``: of ten languages, where the transcript does not say it itself.
    """
    if transcript.language:
        return transcript.language.lower().split("-")[0].split("_")[0]
    sample = _sample(transcript)
    words = sample.lower().split()
    if not words:
        return None
    if sum(w.strip(".,!?") in ENGLISH for w in words) >= SURE_SHARE * len(words):
        return "en"
    found = _detector().detect_language_of(sample)
    return None if found is None else found.iso_code_639_1.name.lower()


def _sample(transcript: Transcript) -> str:
    taken: list[str] = []
    chars = 0
    for turn in transcript.turns:
        if turn.side is Side.UNKNOWN or chars >= SAMPLE_CHARS:
            continue
        taken.append(turn.text[: SAMPLE_CHARS - chars])
        chars += len(taken[-1])
    return " ".join(taken)


@lru_cache(maxsize=1)
def _detector() -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder

    languages = (
        Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.SPANISH, Language.ITALIAN,
        Language.PORTUGUESE, Language.DUTCH, Language.POLISH, Language.SWEDISH, Language.JAPANESE,
    )  # fmt: skip
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()

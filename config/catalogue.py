"""Everything Reploop says in messages, in every language: ``config/words/<language>/*.ftl``.

The files are Fluent: ``key = text with { $value }``, with plurals where a language has them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.syntax import ast, parse

from domain.errors import ConfigurationError
from domain.phrases import LANGUAGES, Phrase, PhraseValue, Ready, Words

FOLDER = Path(__file__).parent / "words"
REMEDY = "Mend it, or install Reploop anew"
_LISTS = {"en": "en_GB"}  # "a, b and c"


class Catalogue(Words):
    """See ``Words``. Made from a language's files, parsed."""

    def __init__(self, language: str, files: Iterable[ast.Resource]) -> None:
        self._language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in files:
            self._bundle.add_resource(file, allow_overrides=False)

    @property
    def language(self) -> str:
        """See ``Words.language``."""
        return self._language

    def say(self, what: Phrase, foreign: Callable[[str], str] = str) -> str:
        """See ``Words.say``."""
        found = self._bundle.get_message(what.key) if self._bundle.has_message(what.key) else None
        if found is None or found.value is None:
            raise LookupError(f"{self._language}: no words for {what.key}")
        values = {name: self._value(value, foreign) for name, value in what.values.items()}
        text, errors = self._bundle.format_pattern(found.value, values)
        if errors:
            raise LookupError(f"{self._language}: {what.key}: {errors[0]}")
        return str(text)

    def _value(self, value: PhraseValue, foreign: Callable[[str], str]) -> Any:
        match value:
            case Phrase():
                return self.say(value, foreign)
            case tuple():
                said = [self.say(each, foreign) for each in value]
                return format_list(
                    said, locale=Locale.parse(_LISTS.get(self._language, self._language))
                )
            case str():
                return str(value) if isinstance(value, Ready) else foreign(value)
        # What came back from a row is a float, and 1.0 is no singular.
        return int(value) if float(value).is_integer() else value


@dataclass(frozen=True, slots=True)
class Catalogues:
    """See ``Speech``."""

    by_language: Mapping[str, Words]

    def words(self, language: str) -> Words:
        """See ``Speech.words``."""
        return self.by_language.get(language) or self.by_language[LANGUAGES[0]]


@cache
def load_catalogues(folder: Path = FOLDER) -> Catalogues:
    """Read every language. Raises ``ConfigurationError`` for a file that cannot be read."""
    return Catalogues({language: _load(folder / language) for language in LANGUAGES})


def _load(folder: Path) -> Catalogue:
    try:
        files = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.ftl"))}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(str(folder), "it cannot be read", REMEDY) from error
    if not files:
        raise ConfigurationError(str(folder), "it holds no words", REMEDY)
    return Catalogue(folder.name, _parsed(folder, files))


def _parsed(folder: Path, files: Mapping[str, str]) -> Iterable[ast.Resource]:
    """Fluent passes over what it cannot read, and over a second entry of the same key."""
    seen: set[str] = set()
    for name, text in files.items():
        file = parse(text)
        for entry in file.body:
            key = entry.id.name if isinstance(entry, ast.Message) else None
            problem = f"{key} is there twice" if key in seen else "this is no entry"
            if key in seen or isinstance(entry, ast.Junk):
                line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
                raise ConfigurationError(f"{folder / name}:{line}", problem, REMEDY)
            seen.update(filter(None, [key]))
        yield file

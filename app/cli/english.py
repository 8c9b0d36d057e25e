"""What the command line says of phrases: English, plainly, without a messenger's markup."""

import re

from config.catalogue import load_catalogues
from domain.phrases import LANGUAGES, Phrase

_SIGNS = re.compile(r":[a-z0-9_]+: ?")
_BOLD = re.compile(r"\*([^*\n]+)\*")


def english(what: Phrase) -> str:
    """A phrase in English. Raises ``LookupError`` for one that the catalogue does not have."""
    said = load_catalogues().words(LANGUAGES[0]).say(what)
    return _BOLD.sub(r"\1", _SIGNS.sub("", said))

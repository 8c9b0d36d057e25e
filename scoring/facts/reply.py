"""A model's reply becomes unchecked claims; one of another shape is refused whole.

Elements that were not asked for are left out.
"""

import json
from collections.abc import Mapping
from typing import Any

from domain.errors import GradingError
from domain.facts import ElementId, Elements
from scoring.facts.claims import Claim

MAX_FACTS = 200
"""Of one reply that are looked at."""
MAX_QUOTE = 2000
MAX_TEXT = 1000
"""Characters of a value that are looked at; what is kept is far less."""


def read_facts_reply(text: str, elements: Elements) -> tuple[Claim, ...]:
    """The claims of a reply, in its order.

    Raises:
        GradingError: the text is not JSON of the asked-for shape.
    """
    asked = {e.id for e in elements.asked}
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GradingError("the reply is not JSON") from error
    entries = document.get("facts") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise GradingError("the reply has no list of facts")
    claims = (_claim(entry) for entry in entries[:MAX_FACTS])
    return tuple(claim for claim in claims if claim.element_id in asked)


def _claim(entry: object) -> Claim:
    if not isinstance(entry, dict):
        raise GradingError("a fact is not an object")
    turn = entry.get("turn")
    if isinstance(turn, bool) or not isinstance(turn, int):
        raise GradingError("a fact has no turn")
    return Claim(
        element_id=ElementId(_text(entry, "element", MAX_TEXT)),
        turn_index=turn,
        quote=_text(entry, "quote", MAX_QUOTE),
        value=_text(entry, "value", MAX_TEXT),
        when=_text(entry, "when", MAX_TEXT),
    )


def _text(entry: Mapping[str, Any], key: str, limit: int) -> str:
    value = entry.get(key)
    if not isinstance(value, str):
        raise GradingError(f"a fact has no {key}")
    return value[:limit]

"""Loads ``elements.yaml``: what is read from calls about deals, and the competitors."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from config.documents import Place, read_document
from domain.calls import Side
from domain.facts import Element, ElementId, ElementKind, Elements, Rival

SHIPPED = Path(__file__).parent / "elements.yaml"
MAX_RIVALS = 100
MAX_NAME_CHARS = 60
MIN_RIVAL_LETTERS = 3
"""Shorter names are words of ordinary speech too often."""
_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SIDES = {"buyer": Side.BUYER, "rep": Side.REP, "either": None}
_OWN = ("name", "asks", "kind", "side")


def load_elements(path: Path, readers: Collection[str]) -> Elements:
    """Elements in file order, and the competitors; those that ship if the file is missing.

    ``readers`` are what the built-in reader can be asked for
    (``scoring.facts.builtin.READERS``).

    Raises ``ConfigurationError`` with file and line for anything malformed or unknown, and for
    an element that is the same as one that does not exist or is itself the same as another.
    """
    document = read_document(path if path.is_file() else SHIPPED)
    keys = document.mapping(["elements"], ["competitors"])
    listed: dict[ElementId, tuple[Place, Element]] = {}
    for methodology, (place, named) in keys["elements"].entries().items():
        _check_word(place, methodology)
        for name, (spot, value) in named.entries().items():
            _check_word(spot, name)
            element = _element(ElementId(f"{methodology}.{name}"), value, readers)
            listed[element.id] = (value, element)
    whole = {
        i: (place, _resolved(place, element, listed)) for i, (place, element) in listed.items()
    }
    rivals = _rivals(keys["competitors"]) if "competitors" in keys else ()
    return Elements(tuple(element for _, element in whole.values()), rivals)


def _check_word(place: Place, word: str) -> None:
    if not _WORD.fullmatch(word):
        raise place.fail(
            f"{word!r} cannot be part of an id", "Use small letters, digits and _, a letter first"
        )


def _element(element_id: ElementId, place: Place, readers: Collection[str]) -> Element:
    if "same_as" in place.entries():
        keys = place.mapping(["name", "same_as"])
        return Element(
            id=element_id,
            name=_short(keys["name"]),
            asks="",
            kind=ElementKind.TEXT,
            side=None,
            same_as=ElementId(keys["same_as"].text()),
        )
    keys = place.mapping(_OWN, ["many", "reader"])
    return Element(
        id=element_id,
        name=_short(keys["name"]),
        asks=keys["asks"].text(),
        kind=ElementKind(keys["kind"].one_of(kind.value for kind in ElementKind)),
        side=_SIDES[keys["side"].one_of(_SIDES)],
        many=keys["many"].boolean() if "many" in keys else False,
        reader=keys["reader"].one_of(sorted(readers)) if "reader" in keys else None,
    )


def _resolved(
    place: Place, element: Element, listed: Mapping[ElementId, tuple[Place, Element]]
) -> Element:
    """The element; one that is the same as another is of that one's kind, side and number."""
    if element.same_as is None:
        return element
    spot = place.entries()["same_as"][1]
    if element.same_as not in listed:
        raise spot.fail(f"there is no element {element.same_as}", "Name one of this file")
    base = listed[element.same_as][1]
    if base.same_as is not None:
        raise spot.fail(
            f"{base.id} is itself the same as {base.same_as}", f"Write {base.same_as} here"
        )
    return Element(
        id=element.id,
        name=element.name,
        asks=base.asks,
        kind=base.kind,
        side=base.side,
        many=base.many,
        same_as=base.id,
    )


def _rivals(place: Place) -> tuple[Rival, ...]:
    entries = place.items()
    if len(entries) > MAX_RIVALS:
        raise place.fail(f"{len(entries)} competitors", f"Keep {MAX_RIVALS} at most")
    taken: set[str] = set()
    rivals = []
    for entry in entries:
        keys = entry.mapping(["name"], ["also"])
        spoken = [keys["name"], *(keys["also"].items() if "also" in keys else ())]
        names = tuple(_rival_name(spot, taken) for spot in spoken)
        rivals.append(Rival(names[0], names[1:]))
    return tuple(rivals)


def _rival_name(place: Place, taken: set[str]) -> str:
    name = _short(place)
    if sum(c.isalpha() for c in name) < MIN_RIVAL_LETTERS:
        raise place.fail(f"{name!r} is too short to be found in speech", "Write the name in full")
    if name.casefold() in taken:
        raise place.fail(f"{name!r} stands here twice", "Keep one of the two")
    taken.add(name.casefold())
    return name


def _short(place: Place) -> str:
    text = place.text()
    if len(text) > MAX_NAME_CHARS:
        raise place.fail(f"{len(text)} characters", f"Shorten it to {MAX_NAME_CHARS} at most")
    return text

"""Which elements are read from calls: the file that ships, and what is wrong with another."""

from pathlib import Path

import pytest

from config.elements import SHIPPED, load_elements
from domain.calls import Side
from domain.errors import ConfigurationError
from domain.facts import ElementId, ElementKind, Rival
from scoring.facts.builtin import READERS

ASKED = """
elements:
  meddic:
    champion:
      name: Champion
      asks: Who argues for it.
      kind: person
      side: buyer
"""


def test_the_file_that_ships_covers_the_seven_methodologies_and_next_steps() -> None:
    elements = load_elements(SHIPPED, READERS)
    methodologies = {e.methodology for e in elements.listed}
    assert methodologies == {
        "common", "meddic", "bant", "spin", "spiced", "gap", "challenger", "sandler",
    }  # fmt: skip
    assert {e.reader for e in elements.asked} - {None} == READERS
    assert all(e.asks and e.name for e in elements.listed)


def test_an_element_that_is_the_same_as_another_is_of_its_kind_and_not_asked_for() -> None:
    elements = load_elements(SHIPPED, READERS)
    authority = elements.by_id[ElementId("bant.authority")]
    assert (authority.same_as, authority.kind) == ("meddic.economic_buyer", ElementKind.PERSON)
    assert authority not in elements.asked


def test_a_folder_without_the_file_has_the_elements_that_ship(tmp_path: Path) -> None:
    assert load_elements(tmp_path / "elements.yaml", READERS) == load_elements(SHIPPED, READERS)


def test_elements_and_competitors_are_read(tmp_path: Path) -> None:
    file = tmp_path / "elements.yaml"
    file.write_text(ASKED + "competitors:\n  - {name: Shiftwright, also: [shift wright]}\n")
    elements = load_elements(file, READERS)
    (champion,) = elements.listed
    assert (champion.id, champion.side, champion.many) == ("meddic.champion", Side.BUYER, False)
    assert champion.reader is None
    assert elements.rivals == (Rival("Shiftwright", ("shift wright",)),)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (ASKED.replace("kind: person", "kind: human"), 7, "'human' is not known"),
        (ASKED.replace("side: buyer", "side: theirs"), 8, "'theirs' is not known"),
        (ASKED + "      reader: soul\n", 9, "'soul' is not known"),
        (ASKED + "      extra: 1\n", 9, "unknown key 'extra'"),
        (ASKED.replace("      asks: Who argues for it.\n", ""), 5, "missing asks"),
        (ASKED.replace("champion:", "Champion!:"), 4, "cannot be part of an id"),
        (ASKED + "    two: {name: Two, same_as: meddic.gone}\n", 9, "no element meddic.gone"),
        (ASKED + "    two: {name: Two, same_as: meddic.champion, asks: x}\n", 9, "unknown key"),
        (ASKED + "    two: {name: Two, same_as: meddic.champion}\n"
         "    three: {name: Three, same_as: meddic.two}\n", 10, "itself the same as"),
        (ASKED + "    two: {name: Two, same_as: meddic.two}\n", 9, "itself the same as"),
        (ASKED + "competitors: [{name: AB}]\n", 9, "too short"),
        (ASKED + "competitors:\n  - {name: Acme Ltd}\n  - {name: acme ltd}\n", 11, "twice"),
        (ASKED + "competitors: none\n", 9, "expected a list"),
        ("competitors: []\n", 1, "missing elements"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_file_line_and_remedy(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    file = tmp_path / "elements.yaml"
    file.write_text(text)
    with pytest.raises(ConfigurationError) as refused:
        load_elements(file, READERS)
    assert refused.value.where.endswith(f"elements.yaml:{line}")
    assert problem in refused.value.problem
    assert refused.value.remedy

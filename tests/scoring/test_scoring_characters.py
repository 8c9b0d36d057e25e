"""What becomes of characters is what the rule says, however often they are met."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.characters import Characters


def upper_or_nothing(character: str) -> str | None:
    return character.upper()[0] if character.isalpha() else None


TABLE = Characters(upper_or_nothing)


@given(st.text())
def test_every_character_becomes_what_the_rule_says(text: str) -> None:
    expected = "".join(upper_or_nothing(c) or "" for c in text)
    assert text.translate(TABLE) == text.translate(TABLE) == expected


def test_no_text_makes_it_grow_for_ever() -> None:
    table = Characters(lambda character: character)
    every = "".join(map(chr, range(0x10000, 0x20000)))
    assert every.translate(table) == every
    assert len(table) == Characters.MOST

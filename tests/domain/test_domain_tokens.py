"""Tokens name one person, for one purpose, for a while."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import PersonId
from domain.tokens import SignedTokens

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
TOKENS = SignedTokens("a-secret-of-sixteen", "test")
ANA = PersonId("ana")


@given(st.text(st.characters(codec="utf-8")), st.integers(16, 32))
def test_whoever_is_named_is_read_back(name: str, signature_bytes: int) -> None:
    tokens = SignedTokens("a-secret-of-sixteen", "test", signature_bytes)
    token = tokens.make(PersonId(name), now=NOW, seconds=60)
    assert tokens.read(token, now=NOW) == name


def test_it_holds_to_its_last_second() -> None:
    token = TOKENS.make(ANA, now=NOW, seconds=60)
    assert TOKENS.read(token, now=NOW + timedelta(seconds=60)) == ANA
    assert TOKENS.read(token, now=NOW + timedelta(seconds=61)) is None


@pytest.mark.parametrize(
    "other",
    [
        SignedTokens("another-secret-of-it", "test"),
        SignedTokens("a-secret-of-sixteen", "other"),
        SignedTokens("a-secret-of-sixteen", "test", 18),
    ],
)
def test_a_token_of_another_secret_purpose_or_length_is_none(other: SignedTokens) -> None:
    assert TOKENS.read(other.make(ANA, now=NOW, seconds=60), now=NOW) is None


@given(st.text(), st.integers(0, 100))
def test_no_text_put_into_a_token_is_read(text: str, place: int) -> None:
    token = TOKENS.make(ANA, now=NOW, seconds=60)
    changed = token[:place] + text + token[place + 1 :]
    assert TOKENS.read(changed, now=NOW) in ((ANA,) if changed == token else (None,))


def test_a_token_has_one_spelling() -> None:
    named, expires, signature = TOKENS.make(ANA, now=NOW, seconds=60).split(".")
    assert TOKENS.read(f"{named}.0{expires}.{signature}", now=NOW) is None


def test_the_secret_never_shows() -> None:
    assert "a-secret" not in repr(TOKENS)

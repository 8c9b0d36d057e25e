"""What Python's JSON parser lets through or crashes on is refused as a ``ValueError``."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.untrusted_json import MAX_DEPTH, parse_json


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"nul", b"NaN", b"[Infinity]", b"[-Infinity]", b"9" * 5000, b"[" * 100_000,
        b'"\xff"', b"\xef\xbb\xbf{}", b'"\\udc00"', b'{"\\ud800": 1}', "{}".encode("utf-16"),
        b"[" * 65 + b"]" * 65, b'{"a":"\\\\",' * 65 + b"1",
    ],
    ids=range(15),
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_json(data)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


def test_brackets_in_text_do_not_count_as_nesting() -> None:
    text = json.dumps(["[" * 1000, '\\"[', "{" * 1000])
    assert parse_json(text) == json.loads(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
)
def test_everything_ordinary_reads_as_it_was(value: Any) -> None:
    assert parse_json(json.dumps(value).encode()) == value

"""The bricks of Slack's checks: each says what is wrong with a value, and where.

A check takes a value and its JSON pointer, and yields lines as Slack words them, such as
``must be less than 76 characters [json-pointer:/blocks/0/text/text]``.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def said(what: str, at: str) -> str:
    """One complaint with its place."""
    return f"{what} [json-pointer:{at}]"


def flag(value: Any, at: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield said("must be a boolean", at)


def anything(value: Any, at: str) -> Iterator[str]:
    """Not looked at."""
    del value, at
    yield from ()


def number(value: Any, at: str) -> Iterator[str]:
    """A number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield said("must be a number", at)


def whole(least: int, most: int) -> Check:
    """A whole number within bounds."""

    def check(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield said("must be an integer", at)
        elif not least <= value <= most:
            yield said(f"must be between {least} and {most}", at)

    return check


def string(most: int, least: int = 0) -> Check:
    """Text of so many characters."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield said("must be a string", at)
        elif len(value) > most:
            yield said(f"must be less than {most + 1} characters", at)
        elif len(value) < least:
            yield said(f"must be more than {least - 1} characters", at)

    return check


def matching(pattern: str) -> Check:
    """Text that matches a pattern from end to end."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield said(f"input must match regex pattern: ^{pattern}$", at)

    return check


def one_of(*values: Any) -> Check:
    """One of a few values."""

    def check(value: Any, at: str) -> Iterator[str]:
        if value not in values:
            yield said("must be one of: " + ", ".join(map(str, values)), at)

    return check


def each(inside: Check, most: int, least: int = 1) -> Check:
    """A list of so many items, every one of which passes."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield said("must be an array", at)
            return
        if len(value) > most:
            yield said(f"no more than {most} items allowed", at)
        if len(value) < least:
            yield said(f"no fewer than {least} items required", at)
        for index, item in enumerate(value):
            yield from inside(item, f"{at}/{index}")

    return check


def shape(needed: str = "", /, **fields: Check) -> Check:
    """An object with these fields and no others; ``needed`` names those it must have."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
            return
        for name in needed.split():
            if value.get(name) is None:
                yield said(f"missing required field: {name}", at)
        for name, inside in value.items():
            if name != "type" and name not in fields:
                yield said(f"invalid additional property: {name}", at)
            elif name != "type" and inside is not None:
                yield from fields[name](inside, f"{at}/{name}")

    return check


def also(first: Check, *then: Check) -> Check:
    """More checks on what has passed the first."""

    def check(value: Any, at: str) -> Iterator[str]:
        wrong = list(first(value, at))
        yield from wrong
        if not wrong:
            for another in then:
                yield from another(value, at)

    return check


def kinds(known: dict[str, Check]) -> Check:
    """An object whose ``type`` says which check holds for it."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
        elif "type" not in value:
            yield said("missing required field: type", at)
        elif not isinstance(value["type"], str) or value["type"] not in known:
            yield said(f"unsupported type: {value['type']}", f"{at}/type")
        else:
            yield from known[value["type"]](value, at)

    return check


def plain(most: int) -> Check:
    """A plain_text object."""
    return kinds({"plain_text": shape("text", text=string(most, 1), emoji=flag)})


def mrkdwn(most: int) -> Check:
    """A mrkdwn object."""
    return kinds({"mrkdwn": shape("text", text=string(most, 1), verbatim=flag)})


def words(most: int) -> Check:
    """A text object of either kind."""
    return kinds(
        {
            "plain_text": shape("text", text=string(most, 1), emoji=flag),
            "mrkdwn": shape("text", text=string(most, 1), verbatim=flag),
        }
    )

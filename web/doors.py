"""Every address that is open to the outside, and what each one takes.

What is not listed does not exist: the guard asks here before it looks at anything else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp

from web.refusals import NOT_FOUND, Refused, not_allowed

READ = frozenset({"GET", "HEAD"})
POST = frozenset({"POST"})
JSON = b"application/json"
FORM = b"application/x-www-form-urlencoded"
MIB = 1024 * 1024
FORM_BYTES = 8 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One address or family of addresses.

    ``content_types`` are media types in lower case, without parameters; a door without
    any takes no body. ``max_body`` is in bytes. ``signed`` says that the sender proves
    itself by headers, so that none of those may be sent twice.
    """

    app: ASGIApp
    methods: frozenset[str] = READ
    content_types: frozenset[bytes] = frozenset()
    max_body: int = 0
    signed: bool = False
    page: bool = False
    """Whether people read it in a browser: errors are pages, and nothing is cached."""


def webhook_door(app: ASGIApp, *content_types: bytes) -> Door:
    """A door for signed POSTs of at most 1 MiB; JSON unless other types are named."""
    types = frozenset(content_types or (JSON,))
    return Door(app=app, methods=POST, content_types=types, max_body=MIB, signed=True)


def form_door(app: ASGIApp) -> Door:
    """A door for forms of our own pages: a few short fields, nothing to upload."""
    return Door(
        app=app, methods=POST, content_types=frozenset({FORM}), max_body=FORM_BYTES, page=True
    )


class Doors:
    """Finds the door for a path: exact ones first, then families by pattern."""

    def __init__(
        self, exact: Mapping[str, Door], families: Sequence[tuple[str, Door]] = ()
    ) -> None:
        self._exact = dict(exact)
        self._families = [(re.compile(pattern), door) for pattern, door in families]

    def find(self, path: str, method: str) -> Door:
        """The door for this path and method. Raises ``Refused`` with 404 or 405."""
        door = self.at(path)
        if door is None:
            raise Refused(NOT_FOUND)
        if method not in door.methods:
            raise Refused(not_allowed(door.methods))
        return door

    def at(self, path: str) -> Door | None:
        """The door at a path whatever the method, or ``None``."""
        found = self._exact.get(path)
        if found is not None:
            return found
        return next((d for pattern, d in self._families if pattern.fullmatch(path)), None)

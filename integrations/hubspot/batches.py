"""Writing many rows in one request, so that a refused row holds up no other.

HubSpot answers 207 with errors for some rows, or refuses the whole batch for one row's
sake. Then the row is looked for: by what the error names, else by halving. A batch that was
refused may have been written in part; all that is sent here can be sent again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.crm import RowResult, RowState, unsure
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
)
from integrations.hubspot.client import Batch, Body
from integrations.hubspot.errors import OF_ALL_ROWS, SLUG, RowsRefused, error_of, refusal, rows_of

CERTAIN = (CredentialsRejected, RateLimited, RowsRefused, NotFoundAtVendor)
"""Answers after which nothing was written."""
Part = tuple[str, ...]


@dataclass(slots=True)
class Rows:
    """One write of many rows by key."""

    send: Callable[[Sequence[str]], Batch]
    names: Mapping[str, Collection[str]]
    """Which properties each row sets."""
    key_of: Callable[[Body], str]
    """The row that a result is of."""
    done: dict[str, RowResult] = field(default_factory=dict)
    _asked: bool = False

    def run(self, keys: Sequence[str]) -> dict[str, RowResult]:
        """A result for every row. Raises only if the first request wrote nothing for certain."""
        parts: list[Part] = [tuple(keys)] if keys else []
        while parts:
            part = parts.pop()
            try:
                answer = self.send(part)
            except RowsRefused as error:
                parts += self._apart(part, error)
            except NotFoundAtVendor as error:
                parts += self._one_by_one(part, RowState.GONE, error.detail)
            except IntegrationError as error:
                if isinstance(error, CERTAIN) and not self._asked:
                    raise
                self._unsure(error, [part, *parts])
                break
            else:
                parts += self._note(part, answer)
            self._asked = True
        return self.done

    def _apart(self, part: Part, error: RowsRefused) -> list[Part]:
        """What to send after a refusal of the whole: rows that are not to blame, and halves."""
        blamed = [key for key in part if key in error.rows]
        holding = [key for key in part if not error.codes.keys().isdisjoint(self.names[key])]
        if not blamed and OF_ALL_ROWS & set(error.codes.values()):
            blamed = holding
        if blamed:
            self._mark(blamed, RowState.REFUSED, error.detail)
            return _parts([key for key in part if key not in blamed])
        if 0 < len(holding) < len(part):
            others = [key for key in part if key not in holding]
            return [*_halves(holding), tuple(others)]
        return self._one_by_one(part, RowState.REFUSED, error.detail)

    def _one_by_one(self, part: Part, state: RowState, detail: str) -> list[Part]:
        if len(part) == 1:
            self._mark(part, state, detail)
            return []
        return _halves(part)

    def _note(self, part: Part, answer: Batch) -> list[Part]:
        """Keep what became of the rows of a part; what has to be sent again."""
        for result in answer.results:
            key = self.key_of(result)
            if key in part:
                self.done[key] = RowResult(RowState.DONE, id=str(result.get("id") or ""))
        for error in answer.errors:
            for key in rows_of(error) & frozenset(part) - self.done.keys():
                self.done[key] = _row_error(error)
        rest = tuple(key for key in part if key not in self.done)
        if not rest:
            return []
        if not answer.errors or len(part) == 1:
            unexplained = _row_error(answer.errors[0]) if answer.errors else _UNTOLD
            self.done |= dict.fromkeys(rest, unexplained)
            return []
        return _halves(rest)

    def _unsure(self, error: IntegrationError, parts: Sequence[Part]) -> None:
        for part in parts:
            for key in part:
                self.done.setdefault(key, unsure(error))

    def _mark(self, keys: Sequence[str], state: RowState, detail: str) -> None:
        self.done |= {key: RowResult(state, detail) for key in keys}


_UNTOLD = RowResult(RowState.UNSURE, "HubSpot says nothing of this record; it may be merged")


def _row_error(error: Mapping[str, Any]) -> RowResult:
    match error.get("category"):
        case "OBJECT_NOT_FOUND":
            return RowResult(RowState.GONE, "OBJECT_NOT_FOUND")
        case "VALIDATION_ERROR" | "CONFLICT":
            return RowResult(RowState.REFUSED, refusal(error))
        case "RATE_LIMITS":
            return unsure(error_of(429, error, {}))
        case _:
            return RowResult(RowState.UNSURE, f"{SLUG} failed on this record")


def _halves(part: Sequence[str]) -> list[Part]:
    middle = (len(part) + 1) // 2
    return [half for half in (tuple(part[:middle]), tuple(part[middle:])) if half]


def _parts(keys: Sequence[str]) -> list[Part]:
    return [tuple(keys)] if keys else []

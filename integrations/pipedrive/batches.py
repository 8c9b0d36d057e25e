"""Writing one record after the other: Pipedrive has no batches."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from domain.crm import RowResult, RowState, unsure
from domain.errors import (
    IntegrationError,
    NotFoundAtVendor,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.pipedrive.errors import NotAllowed

AGAIN_S = 5.0
"""What was not tried is tried again after this long."""
T = TypeVar("T")


def one_by_one(
    rows: Iterable[tuple[str, T]], act: Callable[[T], RowResult]
) -> Mapping[str, RowResult]:
    """Do ``act`` for each row in turn; a result for every row, by its key.

    After a limit, a broken connection or a lost right, the rows that are left are not tried:
    they are ``UNSURE``, like the one whose answer was lost. ``act`` sends one request.
    Raises only what stopped the first row without writing it.
    """
    waiting = list(rows)
    results: dict[str, RowResult] = {}
    for done, (key, row) in enumerate(waiting):
        try:
            results[key] = act(row)
        except NotFoundAtVendor:
            results[key] = RowResult(RowState.GONE)
        except (WriteRefused, NotAllowed) as error:
            results[key] = RowResult(RowState.REFUSED, error.detail)
        except IntegrationError as error:
            if not results and not _may_be_done(error):
                raise
            results[key] = unsure(error)
            left = unsure(error, AGAIN_S, counts=False)
            results.update((other, left) for other, _ in waiting[done + 1 :])
            break
    return results


def _may_be_done(error: IntegrationError) -> bool:
    """Whether the request may have been carried out although its answer is of no use."""
    return isinstance(error, VendorUnavailable | UnexpectedPayload)

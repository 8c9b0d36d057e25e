"""The only file that speaks HTTP with monday.com: one address, one GraphQL document a request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.errors import CredentialsRejected, RateLimited, UnexpectedPayload, VendorUnavailable
from integrations.http import Answer, HttpClient, retry_after_s
from integrations.monday.errors import SLUG, Problem, error_of, problems_of
from integrations.monday.settings import MondaySettings
from integrations.untrusted_json import parse_json

Body = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: ``data``, and what is wrong with single rows of it."""

    data: Body
    problems: tuple[Problem, ...]
    headers: Mapping[str, str]


class MondayClient:
    """One account. Every method raises ``IntegrationError`` and never retries."""

    def __init__(self, settings: MondaySettings) -> None:
        self._http = HttpClient(
            SLUG,
            settings.base_url,
            timeout_s=settings.timeout_s,
            headers={"Authorization": settings.token, "API-Version": settings.api_version},
        )

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def ask(self, document: str, variables: Mapping[str, Any] | None = None) -> Body:
        """The data of an answer without any error: half an answer must not pass for all."""
        reply = self.run(document, variables or {})
        if reply.problems:
            raise error_of(reply.problems[0], reply.headers)
        return reply.data

    def run(self, document: str, variables: Mapping[str, Any]) -> Reply:
        """Data with the problems of single rows. Raises what is wrong with all of it.

        A problem of the whole beside data of some rows is not raised: these are done.
        """
        sent = {"query": document, "variables": dict(variables)}
        answer = self._http.send("POST", "/v2", json=sent)
        body = _parsed(answer)
        problems = problems_of(body)
        self._raise_for(answer, problems)
        if not isinstance(body, dict):
            raise UnexpectedPayload(SLUG, "the answer is not a JSON object")
        data = body.get("data")
        done = isinstance(data, dict) and any(each is not None for each in data.values())
        whole = [p for p in problems if not p.row or not isinstance(data, dict)]
        if whole and not done:
            raise error_of(whole[0], answer.headers)
        if not isinstance(data, dict):
            raise UnexpectedPayload(SLUG, "an answer without data")
        return Reply(data, problems, answer.headers)

    def _raise_for(self, answer: Answer, problems: Sequence[Problem]) -> None:
        """Statuses other than 2xx; a code in the body says more than the status does."""
        error = answer.error()
        if error is None:
            return
        if answer.status == 401:
            raise CredentialsRejected(SLUG, "the token is not accepted")
        told = error_of(problems[0], answer.headers) if problems and problems[0].code else error
        if answer.status == 423:
            raise VendorUnavailable(SLUG, "another change holds the board")
        if answer.status == 429 and not isinstance(told, RateLimited):
            raise RateLimited(SLUG, retry_after_s(answer.headers))
        raise error if answer.status >= 500 else told


def objects(value: object, what: str) -> Iterator[Body]:
    """The objects of a list in an answer. Raises ``UnexpectedPayload`` if it is no list."""
    if not isinstance(value, list):
        raise UnexpectedPayload(SLUG, f"{what}: not a list")
    yield from (each for each in value if isinstance(each, dict))


def cut(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most ``size`` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _parsed(answer: Answer) -> object:
    try:
        return parse_json(answer.body)
    except ValueError:
        return None

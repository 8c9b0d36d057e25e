"""How a request is turned away: one status and one code word per cause, nothing else.

The body is ``{"error": "<code>", "request_id": "<id>"}``. It never repeats what was sent
and never says more about a failed signature than that it failed.
"""

from dataclasses import dataclass

from domain.errors import NotVisible, ReploopError, StoreUnavailable, WebhookRejected

RETRY_AFTER_S = 30
"""What a vendor is asked to wait when the database cannot keep a delivery."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, its code word, and whether the connection must end after it."""

    status: int
    code: str
    close: bool = False
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Refused(ReploopError):
    """A request that is not served; carries the answer it gets."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.code)
        self.answer = answer


NOT_FOUND = Answer(404, "not_found")
BAD_REQUEST = Answer(400, "bad_request")
BAD_JSON = Answer(400, "bad_json")
SIGN_IN = Answer(401, "sign_in")
FORGED_FORM = Answer(403, "form")
"""A form that was not made for this session, or that another site sent."""
BAD_SIGNATURE = Answer(401, "signature")
HEADERS_TOO_LARGE = Answer(431, "headers_too_large", close=True)
ENCODING_REFUSED = Answer(415, "content_encoding", close=True)
TYPE_REFUSED = Answer(415, "content_type", close=True)
BODY_TOO_LARGE = Answer(413, "body_too_large", close=True)
BODY_TOO_SLOW = Answer(408, "body_too_slow", close=True)
BODY_CUT_SHORT = Answer(400, "body_cut_short", close=True)
BUSY = Answer(503, "unavailable", headers=((b"retry-after", str(RETRY_AFTER_S).encode()),))
FAILED = Answer(500, "internal")


def not_allowed(methods: frozenset[str]) -> Answer:
    """405 that names the methods there are."""
    allowed = ", ".join(sorted(methods)).encode()
    return Answer(405, "method_not_allowed", headers=((b"allow", allowed),))


def answer_to(error: ReploopError) -> Answer:
    """The answer to an error raised on purpose; ``FAILED`` for one that has none of its own."""
    match error:
        case Refused(answer=answer):
            return answer
        case WebhookRejected():
            return BAD_SIGNATURE
        case NotVisible():
            return NOT_FOUND
        case StoreUnavailable():
            return BUSY
        case _:
            return FAILED

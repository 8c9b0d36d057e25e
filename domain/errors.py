"""Every error Reploop raises on purpose, named by what to do next.

ReploopError
├── ConfigurationError          stop at start-up: file, line, reason, remedy
├── NotVisible                  missing or forbidden: the asker cannot tell which
├── UnreadableTranscript        a file or download is not a transcript we can read
├── WebhookRejected             signature or age did not check out: not the vendor's
├── StoreUnavailable            the database cannot keep anything durably just now
│   └── StoreConflict               another writer won: run the whole transaction again
├── GradingError                the grader's reply cannot be used as scores
│   └── GradingRefused              the model declined; trying again will not help
└── IntegrationError            a vendor call failed; knows which vendor
    ├── Transient                   worth another try, later
    │   ├── RateLimited                 carries retry_after_s
    │   └── VendorUnavailable           time limits, 5xx, dropped connections
    └── Permanent                   will fail again the same way
        ├── SetupRejected               a person must mend a setting first
        │   └── CredentialsRejected         … namely reconnect the vendor
        ├── NotFoundAtVendor            deleted, or never shared with us
        ├── WriteRefused                the vendor says this value or field cannot be written
        ├── AddressRefused              a vendor-provided URL points where we do not go
        └── UnexpectedPayload           the vendor changed its shape
"""

from domain.usage import NOTHING, Usage


class ReploopError(Exception):
    """The root of all errors raised on purpose."""


class ConfigurationError(ReploopError):
    """Something a person configured cannot be used; names the place and the remedy."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}. {remedy}")
        self.where = where
        self.problem = problem
        self.remedy = remedy


class NotVisible(ReploopError):
    """The thing does not exist, or the asker may not see it; never says which."""


class UnreadableTranscript(ReploopError):
    """The text is not a transcript; ``where`` is a file name, with a line if known."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


class WebhookRejected(ReploopError):
    """The request is not provably the vendor's."""


class StoreUnavailable(ReploopError):
    """The database cannot keep anything durably just now; try again soon."""


class StoreConflict(StoreUnavailable):
    """Another writer won (deadlock, serialisation, same key); nothing was kept.

    The whole transaction may be run again at once, a bounded number of times.
    """


class GradingError(ReploopError):
    """The grader's reply cannot be used; nothing of it becomes a score."""

    usage: Usage = NOTHING
    """What was used for it all the same."""


class GradingRefused(GradingError):
    """The model declined to grade; asking again will not help."""


class IntegrationError(ReploopError):
    """A vendor call failed. ``vendor`` is the slug, ``detail`` is safe to log."""

    usage: Usage = NOTHING
    """What a model had already used for what this one ended."""

    def __init__(self, vendor: str, detail: str) -> None:
        super().__init__(f"{vendor}: {detail}")
        self.vendor = vendor
        self.detail = detail


class Transient(IntegrationError):
    """Trying again later can help."""


class RateLimited(Transient):
    """The vendor asked us to slow down for ``retry_after_s`` seconds."""

    def __init__(self, vendor: str, retry_after_s: float) -> None:
        super().__init__(vendor, f"rate limited, retry after {retry_after_s:g} s")
        self.retry_after_s = retry_after_s


class VendorUnavailable(Transient):
    """No usable answer: time limit, 5xx or a dropped connection."""


class Permanent(IntegrationError):
    """Trying the same again will fail the same way."""


class SetupRejected(Permanent):
    """The vendor takes nothing that is asked as it is set up; a person must mend a setting."""


class CredentialsRejected(SetupRejected):
    """The vendor no longer accepts our credentials; a person must reconnect it."""


class NotFoundAtVendor(Permanent):
    """The object was deleted at the vendor, or never shared with us."""


class WriteRefused(Permanent):
    """The vendor refuses this field or value; the detail names it and the remedy."""


class AddressRefused(Permanent):
    """A URL the vendor handed us points outside the hosts we download from."""


class UnexpectedPayload(Permanent):
    """The vendor's payload is not of the shape its contract states."""

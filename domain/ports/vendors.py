"""What Reploop needs of vendors: meetings, CRMs, a messenger, and a queue that rings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.actions import Form
from domain.calls import Call
from domain.effects import Queue
from domain.notices import Notice
from domain.people import Person
from domain.phrases import Phrase
from domain.webhooks import CallNews, Delivery, FetchedTranscript, WebhookOutcome, WebhookRequest


@dataclass(frozen=True, slots=True)
class Check:
    """One line of ``reploop doctor``: what was checked, whether it holds, the remedy."""

    what: str
    ok: bool
    detail: str
    remedy: str = ""


class MeetingProvider(Protocol):
    """Zoom, Teams, … : says that a call ended, and what was said on it."""

    @property
    def slug(self) -> str:
        """The name in URLs and rows, such as ``zoom``."""
        ...

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """Check the signature, then say what to do with it. Makes no network call.

        Raises ``WebhookRejected`` for a request that is not the vendor's, and
        ``UnexpectedPayload`` for a genuine one that does not fit the contract.
        """
        ...

    def read_delivery(self, delivery: Delivery) -> CallNews:
        """What a kept delivery says. Raises ``UnexpectedPayload``. No network call."""
        ...

    def fetch_transcript(self, news: CallNews) -> FetchedTranscript:
        """Download the transcript named by ``news.transcript_url``; never retries.

        Raises ``IntegrationError`` (``AddressRefused`` for an address that is not the
        vendor's) and ``UnreadableTranscript``.
        """
        ...

    def find_transcript(self, call: Call) -> FetchedTranscript | None:
        """Ask the vendor's API for the transcript of a known call; ``None`` if there is none.

        Raises ``IntegrationError`` and ``UnreadableTranscript``.
        """
        ...

    def moment_url(self, call: Call, start_s: float) -> str | None:
        """Where people look at the recording of a call.

        At this second where the vendor's player can be told one, else at its beginning.
        ``None`` where there is no recording, or its address is not https at one of the
        vendor's own hosts. No network call.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...


class Messenger(Protocol):
    """Delivers to people. Slack today."""

    def send(
        self, notice: Notice, to: Person, *, key: str, now: datetime, thread: str | None = None
    ) -> str:
        """Post once to this person, marked with ``key``; returns the remote id.

        ``thread``: remote id of the message to answer below. Never retries. Raises
        ``IntegrationError``; after ``Transient`` the post may stand or not: ask ``find``
        before sending again.
        """
        ...

    def prepare(self, notice: Notice, to: Person, *, now: datetime) -> None:
        """Make ready what takes time, such as pictures. Best effort; raises nothing."""
        ...

    def edit(self, notice: Notice, to: Person, *, remote_id: str, key: str, now: datetime) -> None:
        """Put this in place of what the message says; the same twice changes nothing.

        Raises ``NotFoundAtVendor`` when the message is gone, and ``IntegrationError``.
        """
        ...

    def publish_home(self, notice: Notice, to: Person, *, now: datetime) -> None:
        """Put this on the person's home; the same twice changes nothing.

        Raises ``IntegrationError``.
        """
        ...

    def show_form(self, form: Form, to: Person, *, form_id: str, now: datetime) -> None:
        """Fill the form that was opened for an action.

        Raises ``NotFoundAtVendor`` when it was closed meanwhile, and ``IntegrationError``.
        """
        ...

    def whisper(self, what: Phrase, to: Person, *, channel: str, now: datetime) -> None:
        """Say something to one person where they are; nobody else sees it, nothing keeps it.

        Raises ``IntegrationError``.
        """
        ...

    def suggest(
        self, to: Person, channel: str, prompts: Sequence[Phrase], *, now: datetime
    ) -> None:
        """Offer questions to ask with one tap in a conversation with us.

        Raises ``IntegrationError``.
        """
        ...

    def status(self, to: Person, channel: str, thread: str, text: Phrase, *, now: datetime) -> None:
        """Say in a thread what we are doing, until something is posted there.

        Raises ``IntegrationError``.
        """
        ...

    def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
        """Say in a channel, without any figure, that the answer went to a direct message."""
        ...

    def email_of(self, user_id: str) -> str | None:
        """The e-mail address of a full member of our workspace; ``None`` for anybody else.

        Raises ``IntegrationError`` when it cannot be looked up now.
        """
        ...

    def find(
        self, to: Person, *, key: str, since: datetime, thread: str | None = None
    ) -> str | None:
        """The remote id of a post marked with ``key``, or ``None`` if there is none.

        Raises ``IntegrationError`` when the history cannot be read: then nobody knows.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...


class JobQueue(Protocol):
    """The doorbell. A lost, doubled or late ring costs nothing but time."""

    def ring(self, *queues: Queue) -> bool:
        """Wake the workers of these queues; ``False`` if the broker cannot be reached."""
        ...

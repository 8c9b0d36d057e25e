"""``/metrics`` for Prometheus: what this process saw, and what the tables say right now.

Counts of requests belong to one process and start at zero with it. Everything about calls
and queues is read from the tables at the moment of the scrape, so that it is the same
whichever web process answers.
"""

import hmac
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from domain.ports import Database
from jobs.sweep import SWEPT
from web.plain import answer
from web.refusals import NOT_FOUND, Refused

ACK_BUCKETS_S = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
"""The last one is the time limit of the strictest vendors."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")
FORWARDED = (b"forwarded", b"x-forwarded", b"x-real-ip", b"via", b"true-client", b"cf-connecting")
"""How headers begin that only a proxy sets."""


class Meters:
    """The counters of this process. Series are made once, so that counting stays cheap."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._outcomes = Counter(
            "reploop_webhooks",
            "Webhook requests by provider and what became of them",
            ("provider", "outcome"),
            registry=self.registry,
        )
        self._acks = Histogram(
            "reploop_webhook_ack_seconds",
            "From the end of the request's body to the answer",
            ("provider",),
            buckets=ACK_BUCKETS_S,
            registry=self.registry,
        )
        self._series: dict[tuple[str, str], tuple[Counter, Histogram]] = {}

    def webhook(self, provider: str, outcome: str, seconds: float) -> None:
        """See ``WebhookMeter.webhook``."""
        key = (provider, outcome)
        if key not in self._series:
            self._series[key] = (self._outcomes.labels(*key), self._acks.labels(provider))
        count, ack = self._series[key]
        count.inc()
        ack.observe(seconds)


class TableFigures:
    """A Prometheus collector that asks the database at each scrape."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing is known before the first scrape; keeps registration off the database."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Due rows by queue; deliveries, calls and effects by state; the last sweep's age."""
        by_queue = {queue.value: number for queue, number in self._database.due().items()}
        with self._database.read() as stores:
            deliveries = stores.deliveries.count_by_state()
            calls = stores.calls.count_by_state()
            effects = stores.outbox.count_by_state()
            swept_s_ago = stores.locks.ended_s_ago(SWEPT)
        yield _gauge("reploop_due", "Rows that wait for a worker, by queue", ("queue",), by_queue)
        yield _gauge("reploop_deliveries", "Webhooks kept, by state", ("state",), deliveries)
        yield _gauge("reploop_calls", "Calls by state and reason", ("state", "reason"), calls)
        yield _gauge("reploop_outbox", "Effects by kind and state", ("kind", "state"), effects)
        if swept_s_ago is not None:
            yield GaugeMetricFamily(
                "reploop_last_sweep_age_seconds",
                "Since the last sweep ended; rises without end when no clock runs",
                value=max(0.0, swept_s_ago),
            )


def _gauge(
    name: str, text: str, labels: tuple[str, ...], counts: Mapping[str, int]
) -> GaugeMetricFamily:
    """One gauge a count; names like ``a:b`` fill two labels."""
    gauge = GaugeMetricFamily(name, text, labels=labels)
    for joined, number in sorted(counts.items()):
        parts = joined.split(":", len(labels) - 1)
        gauge.add_metric([*parts, *[""] * (len(labels) - len(parts))], number)
    return gauge


class MetricsRoute:
    """Open to whoever knows the token; without one, to this machine alone. Else 404.

    Without a token nothing is told under a public address: behind a proxy on the same
    machine every visitor looks local.
    """

    def __init__(self, registry: CollectorRegistry, token: str, *, base_url: str) -> None:
        self._registry = registry
        self._token = token.encode()
        self._local = urlsplit(base_url).hostname in LOOPBACK

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one scrape. Raises ``Refused`` with 404."""
        if not self._allowed(scope):
            raise Refused(NOT_FOUND)
        body = await run_in_threadpool(generate_latest, self._registry)
        await answer(send, 200, body, CONTENT_TYPE_LATEST.encode())

    def _allowed(self, scope: Scope) -> bool:
        headers = dict(scope["headers"])
        if self._token:
            sent: bytes = headers.get(b"authorization", b"")
            return hmac.compare_digest(sent, b"Bearer " + self._token)
        peer = scope.get("client") or ("", 0)
        passed_on = any(name.startswith(FORWARDED) for name in headers)
        return self._local and peer[0] in LOOPBACK and not passed_on

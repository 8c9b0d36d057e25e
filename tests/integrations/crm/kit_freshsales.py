"""Freshsales under test: its sandbox, the real client on it, how it refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from domain.crm import FieldKind
from integrations.freshsales.client import FreshsalesClient
from integrations.freshsales.crm import FreshsalesCrm
from integrations.freshsales.settings import FreshsalesSettings
from sandbox.base import Fault
from sandbox.freshsales import FreshsalesSandbox
from sandbox.running import RunningApp
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields

TYPES = {
    FieldKind.NUMBER: "number", FieldKind.TEXT: "text", FieldKind.LONG_TEXT: "paragraph",
    FieldKind.DATE: "date", FieldKind.URL: "text",
}  # fmt: skip
FIELDS = crm_fields(lambda source: f"cf_{source}_reploop")


@contextmanager
def freshsales_kit(timeout_s: float = 2.0, *, fields_made: bool = True) -> Iterator[Kit]:
    """A loaded account in which an administrator made the fields."""
    clock = Clock()
    sandbox = FreshsalesSandbox(clock)
    ids = sandbox.load(COMPANY)
    if fields_made:
        for field in FIELDS:
            sandbox.add_field(field.label, TYPES[field.kind])
    with RunningApp(sandbox) as running, connected(sandbox, running.url, clock, timeout_s) as crm:
        yield Kit(
            crm=crm,
            sandbox=sandbox,
            clock=clock,
            ids=ids,
            fields=FIELDS,
            limit=Fault(
                "answer", status=429,
                body={"errors": {"code": 429, "message": ["Too many requests"]}},
            ),
            limit_wait_s=300.0,
            shows_deleted=False,
            creates_fields=False,
        )  # fmt: skip


@contextmanager
def connected(
    sandbox: FreshsalesSandbox,
    url: str,
    clock: Clock,
    timeout_s: float = 2.0,
    **settings: Any,
) -> Iterator[FreshsalesCrm]:
    """The real adapter on a running sandbox, its connections closed in the end."""
    given = FreshsalesSettings(
        api_key=sandbox.gate.key, base_url=url, app_url=f"{url}/crm/sales", timeout_s=timeout_s,
        **settings,
    )  # fmt: skip
    client = FreshsalesClient(given)
    try:
        yield FreshsalesCrm(client, given, clock)
    finally:
        client.close()

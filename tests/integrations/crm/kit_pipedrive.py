"""Pipedrive under test: an account on loopback, and the real client."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from domain.crm import RecordKind
from integrations.pipedrive.crm import PipedriveCrm
from integrations.pipedrive.settings import PipedriveSettings
from sandbox.base import Fault
from sandbox.pipedrive import PipedriveSandbox
from sandbox.running import RunningApp, mounted
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields

BURST = Fault(
    "answer",
    status=429,
    headers={"x-ratelimit-remaining": "0", "x-ratelimit-reset": "3"},
    body={"success": False, "error": "request over limit", "errorCode": 429},
)


def own_name(source: str) -> str:
    """Pipedrive gives fields names of its own; ours only has to be unique."""
    return f"reploop_{source}"


CALL_FIELDS = tuple(
    replace(field, label=f"Call {field.source}")
    for field in crm_fields(own_name, RecordKind.CALL)
)  # fmt: skip


@contextmanager
def pipedrive_kit(timeout_s: float = 2.0) -> Iterator[Kit]:
    """A loaded account with one deal of each outcome, reached by an API token."""
    clock = Clock()
    sandbox = PipedriveSandbox(clock)
    ids = sandbox.load(COMPANY)
    with RunningApp(mounted({"pipedrive": sandbox})) as running:
        settings = PipedriveSettings(
            base_url=f"{running.url}/pipedrive", api_token=sandbox.api_token, timeout_s=timeout_s
        )
        with closing(PipedriveCrm.open(settings)) as crm:
            yield Kit(
                crm=crm,
                sandbox=sandbox,
                clock=clock,
                ids=ids,
                fields=crm_fields(own_name),
                others=CALL_FIELDS,
                limit=replace(BURST),
                limit_wait_s=3.0,
            )

"""monday.com under test."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from domain.crm import RecordKind
from integrations.monday.crm import MondayCrm
from integrations.monday.settings import MondaySettings
from sandbox.base import Fault
from sandbox.monday import MondaySandbox
from sandbox.running import RunningApp, mounted
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields

EXHAUSTED = {
    "errors": [
        {
            "message": "Complexity budget exhausted",
            "extensions": {"code": "COMPLEXITY_BUDGET_EXHAUSTED", "retry_in_seconds": 17},
        }
    ]
}


def settings_for(
    sandbox: MondaySandbox, url: str, timeout_s: float = 2.0, **more: str
) -> MondaySettings:
    """Settings that point at a sandbox under ``url``."""
    return MondaySettings(
        token=sandbox.token,
        base_url=f"{url}/monday",
        timeout_s=timeout_s,
        deals_board=sandbox.deals_board,
        contacts_board=sandbox.contacts_board,
        **more,  # type: ignore[arg-type]
    )


@contextmanager
def monday_kit(timeout_s: float = 2.0) -> Iterator[Kit]:
    """A loaded account, and the real client."""
    clock = Clock()
    sandbox = MondaySandbox(clock)
    ids = sandbox.load(COMPANY)
    others = (RecordKind.CALL, RecordKind.SNAPSHOT)
    with (
        RunningApp(mounted({"monday": sandbox})) as running,
        closing(MondayCrm.open(settings_for(sandbox, running.url, timeout_s))) as crm,
    ):
        yield Kit(
            crm=crm,
            sandbox=sandbox,
            clock=clock,
            ids=ids,
            fields=crm_fields(_style),
            others=tuple(field for on in others for field in crm_fields(_style, on)),
            limit=Fault("answer", status=429, body=EXHAUSTED),
            limit_wait_s=17.0,
        )


def _style(source: str) -> str:
    return f"reploop_{source}"

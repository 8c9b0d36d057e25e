"""Zoho CRM under test."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager

from domain.crm import RecordKind
from integrations.zoho.crm import ZohoCrm
from integrations.zoho.errors import BUSY_S
from integrations.zoho.settings import ZohoSettings
from sandbox.base import Fault
from sandbox.running import RunningApp, mounted
from sandbox.zoho import ZohoSandbox
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields

SNAPSHOTS = "Reploop_Skill_Snapshots"


def zoho_name(source: str) -> str:
    """The API name that Zoho makes of the label."""
    return re.sub(r"[^A-Za-z0-9]+", "_", f"{source.title()} (Reploop)").strip("_")


@contextmanager
def zoho_kit(timeout_s: float = 2.0, snapshots_module: str = SNAPSHOTS) -> Iterator[Kit]:
    """A loaded sandbox with the real client."""
    clock = Clock()
    sandbox = ZohoSandbox(clock)
    ids = sandbox.load(COMPANY)
    with RunningApp(mounted({"zoho": sandbox})) as running:
        base = f"{running.url}/zoho"
        settings = ZohoSettings(
            **sandbox.meter.client,
            refresh_token=sandbox.meter.refresh_token,
            accounts_url=base,
            app_url=base,
            timeout_s=timeout_s,
            snapshots_module=snapshots_module,
        )
        busy = {"code": "TOO_MANY_REQUESTS", "details": {}, "message": "…", "status": "error"}
        with closing(ZohoCrm.open(settings)) as crm:
            yield Kit(
                crm=crm,
                sandbox=sandbox,
                clock=clock,
                ids=ids,
                fields=crm_fields(zoho_name),
                others=tuple(
                    field
                    for kind in (RecordKind.CALL, RecordKind.SNAPSHOT)
                    for field in crm_fields(zoho_name, kind)
                ),
                limit=Fault("answer", "/crm/v8/", status=429, body=busy),
                limit_wait_s=BUSY_S,
            )

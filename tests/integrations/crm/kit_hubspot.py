"""HubSpot's kit: a loaded account, with a private app or a public one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from domain.crm import RecordKind
from integrations.hubspot.crm import HubspotCrm
from integrations.hubspot.settings import HubspotSettings, Snapshots
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from sandbox.running import RunningApp, mounted
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields


@contextmanager
def hubspot_kit(
    timeout_s: float = 2.0,
    snapshots: Snapshots = Snapshots.NONE,
    *,
    public_app: bool = False,
    oauth_path: str = "/oauth/v3/token",
) -> Iterator[Kit]:
    """Without snapshots by default, as the product is; a merge gives a deal a third id."""
    clock = Clock()
    sandbox = HubspotSandbox(clock)
    ids = sandbox.load(COMPANY)
    with RunningApp(mounted({"hubspot": sandbox})) as running:
        settings = HubspotSettings(
            access_token=sandbox.token, app_id=sandbox.access.app_id,
            base_url=f"{running.url}/hubspot", timeout_s=timeout_s, portal_id="4411",
            app_url=f"{running.url}/hubspot", snapshots=snapshots, oauth_path=oauth_path,
        )  # fmt: skip
        if public_app:
            access = sandbox.access
            settings = replace(
                settings, access_token="", app_id=None, client_id=access.client_id,
                client_secret=access.client_secret, refresh_token=access.refresh_token,
            )  # fmt: skip
        body = {
            "status": "error", "message": "You have reached your ten_secondly_rolling limit.",
            "errorType": "RATE_LIMIT", "policyName": "TEN_SECONDLY_ROLLING",
        }  # fmt: skip
        kinds = [RecordKind.CALL]
        if snapshots is Snapshots.CUSTOM_OBJECT:
            kinds.append(RecordKind.SNAPSHOT)
        yield Kit(
            crm=HubspotCrm.open(settings), sandbox=sandbox, clock=clock, ids=ids,
            fields=crm_fields(_name),
            others=tuple(f for kind in kinds for f in crm_fields(_name, kind)),
            limit=Fault("answer", "/crm/", status=429, body=body), limit_wait_s=10.0,
        )  # fmt: skip


def _name(source: str) -> str:
    return f"reploop_{source}"

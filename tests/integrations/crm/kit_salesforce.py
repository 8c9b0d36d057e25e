"""Salesforce under test: one org that an administrator prepared, and the real client."""

from collections.abc import Iterator
from contextlib import contextmanager

from domain.crm import CrmField, RecordKind
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.package import package_files
from integrations.salesforce.settings import SalesforceSettings
from sandbox.base import Fault
from sandbox.running import RunningApp, mounted
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kit import COMPANY, Clock, Kit, crm_fields

LIMIT = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]


def style(source: str) -> str:
    """A field's API name."""
    return f"Reploop_{source.title()}__c"


def other_fields() -> tuple[CrmField, ...]:
    """Of calls, snapshots and owners; activities can have no long text of ours."""
    every = (
        field
        for kind in (RecordKind.CALL, RecordKind.SNAPSHOT, RecordKind.OWNER)
        for field in crm_fields(style, kind)
    )
    return tuple(f for f in every if (f.on, f.source) != (RecordKind.CALL, "summary"))


@contextmanager
def salesforce_kit(timeout_s: float = 2.0) -> Iterator[Kit]:
    """An org with the package's object deployed and its readers named, but no mapped fields."""
    clock = Clock()
    sandbox = SalesforceSandbox(clock)
    ids = sandbox.load(COMPANY)
    sandbox.deploy(package_files((), "Reploop"))
    sandbox.assign("Reploop_Reader")
    with RunningApp(mounted({"salesforce": sandbox})) as running:
        settings = SalesforceSettings(
            base_url=f"{running.url}/salesforce", client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret, timeout_s=timeout_s,
        )  # fmt: skip
        yield Kit(
            crm=SalesforceCrm.open(settings, clock), sandbox=sandbox, clock=clock, ids=ids,
            fields=crm_fields(style), others=other_fields(),
            limit=Fault("answer", "/services/data", status=403, body=LIMIT), limit_wait_s=900.0,
        )  # fmt: skip

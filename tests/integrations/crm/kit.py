"""What the CRM tests know about each vendor: a loaded sandbox, the real client, how to break it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.deals import CrmField, FieldKind
from domain.ports import Crm
from integrations.hubspot.crm import HubspotCrm
from integrations.hubspot.settings import HubspotSettings
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.settings import SalesforceSettings
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal, CrmLead, CrmUser
from sandbox.hubspot import HubspotSandbox
from sandbox.running import RunningApp, mounted
from sandbox.salesforce import SalesforceSandbox

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)

COMPANY = CrmCompany(
    users=(CrmUser("ana@seller.example", "Ana Ruiz"), CrmUser("ben@seller.example", "Ben Okoro")),
    contacts=(
        CrmContact("dana@harrow.example", "Dana Whitlock", "Harrow"),
        CrmContact("greg@harrow.example", "Greg O'Sato", "Harrow"),
        CrmContact("o'neil@calder.example", "Joan O'Neil", "Calder"),
        CrmContact("alone@nodeal.example", "Lone Some", "Nodeal"),
    ),
    deals=(
        CrmDeal(
            key="rollout", name="Harrow rollout", account="Harrow",
            owner_email="ana@seller.example", stage="Negotiation", amount_minor=14_400_050,
            close_date=date(2026, 12, 5), modified_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
            contacts=("dana@harrow.example", "greg@harrow.example"),
        ),
        CrmDeal(
            key="pilot", name="Harrow pilot", account="Harrow", owner_email="ana@seller.example",
            stage="Closed Won", outcome="won", amount_minor=900_000,
            close_date=date(2026, 3, 1), modified_at=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
            contacts=("dana@harrow.example",),
        ),
        CrmDeal(
            key="calder", name="Calder & Sons <b>", account="Calder",
            owner_email="ben@seller.example", stage="Closed Lost", outcome="lost",
            modified_at=datetime(2026, 10, 1, 8, 0, tzinfo=UTC),
            contacts=("o'neil@calder.example",),
        ),
    ),
    leads=(CrmLead(email="lead@harrow.example", deal="rollout"),),
)  # fmt: skip


def crm_fields(style: Callable[[str], str]) -> tuple[CrmField, ...]:
    """One field of every kind, with names in a vendor's style."""
    return tuple(
        CrmField(source, style(source), source.replace("_", " ").title(), kind, "Help.")
        for source, kind in (
            ("score", FieldKind.NUMBER), ("medal", FieldKind.TEXT), ("day", FieldKind.DATE),
            ("link", FieldKind.URL), ("summary", FieldKind.LONG_TEXT),
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """One vendor under test."""

    crm: Crm
    sandbox: SalesforceSandbox | HubspotSandbox
    ids: dict[str, str]
    fields: tuple[CrmField, ...]
    limit: Fault
    """The vendor's own way to say "too many requests"."""
    limit_wait_s: float
    revoke: Callable[[], None]
    """Take our credentials away for good."""
    hide: Callable[[str], None]
    """Make one field unusable, as an administrator could."""

    def name(self, source: str) -> str:
        """The vendor's name of a field."""
        return next(f.name for f in self.fields if f.source == source)


@contextmanager
def salesforce_kit(timeout_s: float = 2.0) -> Iterator[Kit]:
    sandbox = SalesforceSandbox(lambda: NOW)
    ids = sandbox.load(COMPANY)
    with RunningApp(mounted({"salesforce": sandbox})) as running:
        settings = SalesforceSettings(
            base_url=f"{running.url}/salesforce", client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret, timeout_s=timeout_s,
        )  # fmt: skip

        def revoke() -> None:
            sandbox.credentials.approved = False
            sandbox.revoke_tokens()

        def hide(name: str) -> None:
            grants = sandbox.org.tables["FieldPermissions"]
            for key in [k for k, g in grants.items() if g["Field"] == f"Opportunity.{name}"]:
                del grants[key]

        body = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
        yield Kit(
            crm=SalesforceCrm.open(settings, lambda: NOW), sandbox=sandbox, ids=ids,
            fields=crm_fields(lambda source: f"Reploop_{source.title()}__c"),
            limit=Fault("answer", "/services/data", status=403, body=body), limit_wait_s=900.0,
            revoke=revoke, hide=hide,
        )  # fmt: skip


@contextmanager
def hubspot_kit(timeout_s: float = 2.0) -> Iterator[Kit]:
    sandbox = HubspotSandbox(lambda: NOW)
    ids = sandbox.load(COMPANY)
    with RunningApp(mounted({"hubspot": sandbox})) as running:
        settings = HubspotSettings(
            access_token=sandbox.token, base_url=f"{running.url}/hubspot", timeout_s=timeout_s,
            portal_id="4411", app_url=f"{running.url}/hubspot",
        )  # fmt: skip

        def revoke() -> None:
            sandbox.token = "another"

        def hide(name: str) -> None:
            del sandbox.portal.properties[name]

        body = {
            "status": "error", "message": "You have reached your ten_secondly_rolling limit.",
            "errorType": "RATE_LIMIT", "policyName": "TEN_SECONDLY_ROLLING",
        }  # fmt: skip
        yield Kit(
            crm=HubspotCrm.open(settings), sandbox=sandbox, ids=ids,
            fields=crm_fields(lambda source: f"reploop_{source}"),
            limit=Fault("answer", "/crm/", status=429, body=body), limit_wait_s=10.0,
            revoke=revoke, hide=hide,
        )  # fmt: skip


KITS = {"salesforce": salesforce_kit, "hubspot": hubspot_kit}

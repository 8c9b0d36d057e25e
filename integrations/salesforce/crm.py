"""Salesforce as a ``Crm``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from domain.deals import CrmField, Deal, DealRef, FieldKind, FieldValue, ProvisionReport
from domain.errors import IntegrationError, NotFoundAtVendor, UnexpectedPayload
from domain.ports import Check
from integrations.salesforce.client import SalesforceClient, soql
from integrations.salesforce.deals import DealFinder
from integrations.salesforce.errors import SLUG
from integrations.salesforce.provision import OBJECT, Provisioner
from integrations.salesforce.settings import SalesforceSettings

LOW_BUDGET = 0.1
"""Share of the daily API requests below which the check warns."""


class SalesforceCrm:
    """Opportunities as deals; custom fields as ours. See ``domain.ports.Crm``."""

    slug = SLUG

    def __init__(
        self,
        client: SalesforceClient,
        settings: SalesforceSettings,
    ) -> None:
        self._client = client
        self._settings = settings
        self._finder = DealFinder(client, settings)
        self._provisioner = Provisioner(client, settings.permission_set)

    @classmethod
    def open(cls, settings: SalesforceSettings, now: Callable[[], datetime]) -> "SalesforceCrm":
        """For one org; signs in at the first request. ``now`` dates a signed JWT."""
        return cls(SalesforceClient(settings, now), settings)

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._finder.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``."""
        for record in self._finder.by_ids([ref.id]).values():
            return replace(self._finder.deal(record), ref=ref)  # ids have a short form too
        raise NotFoundAtVendor(SLUG, f"opportunity {ref.id}")

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``."""
        return self._provisioner.run(fields)

    def read_fields(self, ref: DealRef, fields: Sequence[CrmField]) -> Mapping[str, FieldValue]:
        """See ``Crm.read_fields``."""
        names = ",".join(field.name for field in fields)
        record = self._client.get(_path(ref), {"fields": names})
        return {field.name: _read(field, record.get(field.name)) for field in fields}

    def write_fields(
        self, ref: DealRef, values: Mapping[str, FieldValue], fields: Sequence[CrmField]
    ) -> None:
        """See ``Crm.write_fields``: one PATCH, all fields or none."""
        known = {field.name for field in fields}
        body = {name: value for name, value in values.items() if name in known}
        if body:
            self._client.patch(_path(ref), body)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        checks: list[Check] = []
        steps = (
            ("Salesforce sign-in", self._check_sign_in, "Check client id, secret and run-as user"),
            ("Salesforce opportunities", self._check_read, "Give Reploop's user read access"),
            ("Salesforce permission set", self._check_permissions, "Run `reploop crm provision`"),
            ("Salesforce API budget", self._check_budget, "Wait, or raise the daily limit"),
        )
        for what, step, remedy in steps:
            try:
                ok, detail = step()
            except IntegrationError as error:
                checks.append(Check(what, ok=False, detail=error.detail, remedy=remedy))
                break  # what follows would fail for the same reason
            checks.append(Check(what, ok=ok, detail=detail, remedy="" if ok else remedy))
        return checks

    def _check_sign_in(self) -> tuple[bool, str]:
        return True, f"signed in at {self._client.token.instance_url}"

    def _check_read(self) -> tuple[bool, str]:
        found = self._client.query("SELECT Id FROM Opportunity LIMIT 1")
        return True, "readable" if found else "readable; there is none yet"

    def _check_permissions(self) -> tuple[bool, str]:
        name = self._settings.permission_set
        found = self._client.query(soql("SELECT Id FROM PermissionSet WHERE Name = {}", name))
        return bool(found), f"{name} {'exists' if found else 'does not exist yet'}"

    def _check_budget(self) -> tuple[bool, str]:
        daily = self._client.get("limits").get("DailyApiRequests")
        if not isinstance(daily, dict):
            raise UnexpectedPayload(SLUG, "limits without DailyApiRequests")
        left, most = daily.get("Remaining"), daily.get("Max")
        if not isinstance(left, int) or not isinstance(most, int):
            raise UnexpectedPayload(SLUG, "DailyApiRequests without Max or Remaining")
        return left > LOW_BUDGET * most, f"{left} of {most} requests left today"


def _path(ref: DealRef) -> str:
    return f"sobjects/{OBJECT}/{quote(ref.id, safe='')}"


def _read(field: CrmField, value: object) -> FieldValue:
    """A present value as ours: numbers as floats, everything else as text."""
    if value is None or value == "":
        return None
    if field.kind is FieldKind.NUMBER:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnexpectedPayload(SLUG, f"{field.name} is not a number")
        return float(value)
    return str(value)

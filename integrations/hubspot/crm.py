"""HubSpot as a ``Crm``."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from domain.deals import CrmField, Deal, DealRef, FieldKind, FieldValue, ProvisionReport
from domain.errors import IntegrationError, UnexpectedPayload, WriteRefused
from domain.ports import Check
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.deals import DEAL_PROPERTIES, DealFinder
from integrations.hubspot.errors import REMEDIES, SLUG
from integrations.hubspot.provision import Provisioner
from integrations.hubspot.settings import HubspotSettings


class HubspotCrm:
    """Deals as deals; deal properties as our fields. See ``domain.ports.Crm``."""

    slug = SLUG

    def __init__(self, client: HubspotClient, settings: HubspotSettings) -> None:
        self._client = client
        self._finder = DealFinder(client, settings)
        self._provisioner = Provisioner(client)

    @classmethod
    def open(cls, settings: HubspotSettings) -> "HubspotCrm":
        """For one account; makes no request yet."""
        return cls(HubspotClient(settings), settings)

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._finder.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``."""
        return self._finder.deal(self._client.deal(ref.id, DEAL_PROPERTIES))

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``."""
        return self._provisioner.run(fields)

    def read_fields(self, ref: DealRef, fields: Sequence[CrmField]) -> Mapping[str, FieldValue]:
        """See ``Crm.read_fields``.

        HubSpot leaves unknown properties out without a word, and gives known ones
        without a value as null.
        """
        record = self._client.deal(ref.id, [field.name for field in fields])
        properties = record.get("properties")
        if not isinstance(properties, dict):
            raise UnexpectedPayload(SLUG, "a deal without properties")
        unknown = [field.name for field in fields if field.name not in properties]
        if unknown:
            code = "PROPERTY_DOESNT_EXIST"
            raise WriteRefused(SLUG, f"{', '.join(unknown)}: {code}. {REMEDIES[code]}")
        return {field.name: _read(field, properties[field.name]) for field in fields}

    def write_fields(
        self, ref: DealRef, values: Mapping[str, FieldValue], fields: Sequence[CrmField]
    ) -> None:
        """See ``Crm.write_fields``: one PATCH, all properties or none."""
        known = {field.name for field in fields}
        body = {name: _written(value) for name, value in values.items() if name in known}
        if body:
            self._client.update_deal(ref.id, body)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        checks: list[Check] = []
        steps = (
            ("HubSpot owners", lambda: self._client.owners(None), "crm.objects.owners.read"),
            ("HubSpot pipelines", self._client.pipelines, "crm.objects.deals.read"),
            (
                "HubSpot contacts",
                lambda: self._client.contacts_by_email(["nobody@reploop.example"]),
                "crm.objects.contacts.read",
            ),
        )
        for what, step, scope in steps:
            try:
                step()
            except IntegrationError as error:
                remedy = f"Check the private app's token and its scope {scope}"
                checks.append(Check(what, ok=False, detail=error.detail, remedy=remedy))
            else:
                checks.append(Check(what, ok=True, detail="readable"))
        return checks


def _written(value: FieldValue) -> str:
    """Every value is a string; the empty string clears a property."""
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float | int) else value


def _read(field: CrmField, value: object) -> FieldValue:
    """A present value as ours: numbers as floats, dates as YYYY-MM-DD, the rest as text."""
    if value is None or value == "":
        return None
    text = str(value)
    try:
        if field.kind is FieldKind.NUMBER:
            return float(text)
        if field.kind is FieldKind.DATE and text.isascii() and text.isdigit():
            return datetime.fromtimestamp(int(text) / 1000, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise UnexpectedPayload(SLUG, f"{field.name} is not a {field.kind}") from error
    return text[:10] if field.kind is FieldKind.DATE else text

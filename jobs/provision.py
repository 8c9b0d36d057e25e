"""Creating Reploop's fields in every connected CRM."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.crm import CrmField, ProvisionReport
from domain.errors import IntegrationError
from domain.ports import Crm
from jobs.services import Services


def provision_all(services: Services) -> Mapping[str, ProvisionReport]:
    """Create the fields that are missing, by CRM slug; safe to repeat.

    Raises nothing for a CRM that fails: its report names the problem for every field, so
    that one broken connection does not hide what happened in the others.
    """
    return {
        slug: _provision(crm, services.crm_fields.get(slug, ()))
        for slug, crm in services.crms.items()
    }


def _provision(crm: Crm, fields: Sequence[CrmField]) -> ProvisionReport:
    held = [field for field in fields if field.on in crm.traits.kinds]
    not_held = tuple(field.name for field in fields if field.on not in crm.traits.kinds)
    try:
        report = crm.provision(held)
    except IntegrationError as error:
        failed = {field.name: str(error) for field in held}
        report = ProvisionReport(created=(), present=(), failed=failed)
    return replace(report, not_held=not_held)

"""Creating Reploop's fields in every connected CRM."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.crm import CrmField, ProvisionReport
from domain.effects import EffectState
from domain.errors import IntegrationError
from domain.ports import Crm
from jobs.crm_brake import replay_writes
from jobs.services import Services

REMEDY = "reploop crm provision"
"""Stands in every refusal that provisioning can mend."""


def provision_all(services: Services) -> Mapping[str, ProvisionReport]:
    """Create the fields that are missing, by CRM slug; safe to repeat.

    Where none is missing any more, records that were given up for want of one are due again.

    Raises nothing for a CRM that fails: its report names the problem for every field, so
    that one broken connection does not hide what happened in the others.
    """
    return {
        slug: _provision(crm, services.crm_fields.get(slug, ()), services)
        for slug, crm in services.crms.items()
    }


def _provision(crm: Crm, fields: Sequence[CrmField], services: Services) -> ProvisionReport:
    held = [field for field in fields if field.on in crm.traits.kinds]
    not_held = tuple(field.name for field in fields if field.on not in crm.traits.kinds)
    try:
        report = crm.provision(held)
    except IntegrationError as error:
        failed = {field.name: str(error) for field in held}
        return ProvisionReport(created=(), present=(), failed=failed, not_held=not_held)
    report = replace(report, not_held=not_held)
    if report.failed:  # a field that is missing still stops every record
        return report
    with services.database.write() as tx:
        due_again = replay_writes(tx, crm.slug, EffectState.DEAD, because=REMEDY)
    return replace(report, due_again=due_again)

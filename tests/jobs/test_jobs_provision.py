"""Creating Reploop's fields in every connected CRM."""

import pytest

from domain.crm import RecordKind
from domain.errors import VendorUnavailable
from jobs.provision import provision_all
from tests.jobs.crm_office import CALL, DEAL, Office, Open

pytestmark = pytest.mark.slow


def without_calls(opened: Open) -> Office:
    """A CRM that holds fields on deals only, with fields of calls mapped all the same."""
    here = opened()
    here.fields(CALL)
    here.crm.kinds = frozenset({DEAL})
    return here


def names(here: Office, kind: RecordKind) -> set[str]:
    return {field.name for field in here.services.crm_fields[here.crm.slug] if field.on is kind}


def test_fields_on_records_that_a_crm_cannot_hold_are_named_and_not_made(opened: Open) -> None:
    here = without_calls(opened)
    report = provision_all(here.services)["salesforce"]
    assert set(report.created) == names(here, DEAL)
    assert set(report.not_held) == names(here, CALL)


def test_a_connection_that_fails_is_the_problem_of_what_the_crm_could_hold(opened: Open) -> None:
    here = without_calls(opened)
    here.crm.raises = [VendorUnavailable("salesforce", "is down")]
    report = provision_all(here.services)["salesforce"]
    assert set(report.failed) == names(here, DEAL)
    assert set(report.not_held) == names(here, CALL)

"""Creating Reploop's fields in every connected CRM."""

import pytest

from domain.crm import ProvisionReport, RecordKind
from domain.effects import EffectState
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


def test_what_was_given_up_for_want_of_a_field_is_due_again_and_nothing_else(opened: Open) -> None:
    here = opened(deals=3)
    score = here.name("last_call_score")
    here.crm.refuses = {score: "Run `reploop crm provision`: the field is missing"}
    here.sync("d1")
    here.crm.refuses = {score: "Frozen"}
    here.sync("d2")
    here.crm.refuses = {}
    assert provision_all(here.services)["salesforce"].due_again == 1
    here.ask()
    states = [here.row(each).state for each in ("d1", "d2")]
    assert states == [EffectState.SENT, EffectState.DEAD]
    assert provision_all(here.services)["salesforce"].due_again == 0


def test_a_connection_that_fails_makes_nothing_due(opened: Open) -> None:
    here = opened()
    here.crm.refuses = {here.name("last_call_score"): "Run `reploop crm provision`"}
    here.sync()
    here.crm.raises = [VendorUnavailable("salesforce", "is down")]
    assert provision_all(here.services)["salesforce"].due_again == 0
    assert here.row("d1").state is EffectState.DEAD


def test_while_a_field_cannot_be_made_nothing_is_due_again(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = opened()
    here.crm.refuses = {here.name("last_call_score"): "Run `reploop crm provision`"}
    here.sync()
    report = ProvisionReport((), (), {"score": "make it by hand"})
    monkeypatch.setattr(here.crm, "provision", lambda _fields: report)
    assert provision_all(here.services)["salesforce"].due_again == 0
    assert here.row("d1").state is EffectState.DEAD

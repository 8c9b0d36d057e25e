"""What ``reploop doctor`` tries at Salesforce: sign-in, rights, the guard of writes, the budget."""

from collections.abc import Callable, Sequence

from domain.errors import IntegrationError, UnexpectedPayload
from domain.ports import Check
from integrations.salesforce.client import Part, SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.errors import SLUG
from integrations.salesforce.objects import FIELD_PATH

LOW_BUDGET = 0.1
"""Share of the daily API requests below which the check warns."""
LONG_AGO = "Mon, 01 Jan 1990 00:00:00 GMT"
Step = Callable[[SalesforceClient, str], tuple[bool, str]]


def run_checks(client: SalesforceClient, permission_set: str) -> Sequence[Check]:
    """Try one after the other, up to the first that fails as a request; raises nothing."""
    checks: list[Check] = []
    for what, step, remedy in STEPS:
        try:
            ok, detail = step(client, permission_set)
        except IntegrationError as error:
            checks.append(Check(what, ok=False, detail=error.detail, remedy=remedy))
            break  # what follows would fail for the same reason
        checks.append(Check(what, ok=ok, detail=detail, remedy="" if ok else remedy))
    return checks


def _sign_in(client: SalesforceClient, _name: str) -> tuple[bool, str]:
    return True, f"signed in at {client.token.instance_url}"


def _read(client: SalesforceClient, _name: str) -> tuple[bool, str]:
    found = client.query("SELECT Id FROM Opportunity LIMIT 1")
    return True, "readable" if found else "readable; there is none yet"


def _permissions(client: SalesforceClient, name: str) -> tuple[bool, str]:
    found = client.query(soql("SELECT Id FROM PermissionSet WHERE Name = {}", name))
    return bool(found), f"{name} {'exists' if found else 'does not exist yet'}"


def _guard(client: SalesforceClient, name: str) -> tuple[bool, str]:
    """Whether a write that comes too late is refused, as people's edits rely on.

    Tried with the value that stands there already, so that nothing changes if it is not.
    """
    granted = client.query(
        soql(
            "SELECT Field FROM FieldPermissions WHERE Parent.Name = {} "
            "AND SobjectType = {} AND PermissionsEdit = true LIMIT 1",
            name,
            "Opportunity",
        )
    )
    if not granted:
        return True, "no field to try it on yet"
    field = text(granted[0], "Field").partition(".")[2]
    if not FIELD_PATH.fullmatch(field):
        raise UnexpectedPayload(SLUG, "FieldPermissions: not the name of a field")
    deals = client.query(f"SELECT Id, {field} FROM Opportunity LIMIT 1")  # noqa: S608
    if not deals:
        return True, "no opportunity to try it on yet"
    path = f"sobjects/Opportunity/{text(deals[0], 'Id')}"
    late = Part("PATCH", path, {field: deals[0].get(field)}, {"If-Unmodified-Since": LONG_AGO})
    ((status, _),) = client.composite([late])
    return status == 412, f"a write that comes too late is answered with {status}"


def _budget(client: SalesforceClient, _name: str) -> tuple[bool, str]:
    daily = client.get("limits").get("DailyApiRequests")
    if not isinstance(daily, dict):
        raise UnexpectedPayload(SLUG, "limits without DailyApiRequests")
    left, most = daily.get("Remaining"), daily.get("Max")
    if not isinstance(left, int) or not isinstance(most, int):
        raise UnexpectedPayload(SLUG, "DailyApiRequests without Max or Remaining")
    return left > LOW_BUDGET * most, f"{left} of {most} requests left today"


STEPS: Sequence[tuple[str, Step, str]] = (
    ("Salesforce sign-in", _sign_in, "Check client id, secret and run-as user"),
    ("Salesforce opportunities", _read, "Give Reploop's user read access"),
    ("Salesforce permission set", _permissions, "Run `reploop crm provision`"),
    ("Salesforce late writes", _guard, "Keep CRM writes off, and tell the makers of Reploop"),
    ("Salesforce API budget", _budget, "Wait, or raise the daily limit"),
)

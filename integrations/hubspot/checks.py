"""What ``reploop doctor`` tries at HubSpot."""

from collections.abc import Callable, Iterator

from domain.crm import RecordKind
from domain.errors import IntegrationError
from domain.ports import Check
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.objects import Objects
from integrations.hubspot.token import is_unknown_app

NOBODY = "nobody@reploop.example"
UNKNOWN_APP = (
    "the app's number is not set: what other apps write counts as ours, and is overwritten"
)


def checks(client: HubspotClient, objects: Objects) -> Iterator[Check]:
    """One line for each permission; raises nothing."""
    steps: list[tuple[str, Callable[[], object], str]] = [
        ("HubSpot owners", lambda: client.owners(None), "crm.objects.owners.read"),
        ("HubSpot pipelines", client.pipelines, "crm.objects.deals.read"),
        (
            "HubSpot contacts",
            lambda: client.read("contacts", [NOBODY], ["email"], by="email"),
            "crm.objects.contacts.read",
        ),
        (
            "HubSpot deal properties",
            lambda: client.properties("deals", ["dealname"]),
            "crm.schemas.deals.read",
        ),
    ]
    if RecordKind.SNAPSHOT in objects.kinds:
        scope = "crm.schemas.custom.read"
        steps.append(("HubSpot skill levels", lambda: objects.name(RecordKind.SNAPSHOT), scope))
    yield from (_check(*step) for step in steps)
    yield _app(client)


def _check(what: str, step: Callable[[], object], scope: str) -> Check:
    try:
        step()
    except IntegrationError as error:
        remedy = f"Check the app's token and its scope {scope}"
        return Check(what, ok=False, detail=error.detail, remedy=remedy)
    return Check(what, ok=True, detail="readable")


def _app(client: HubspotClient) -> Check:
    if is_unknown_app(client.tokens):
        remedy = "Set REPLOOP_HUBSPOT_APP_ID to the number in the app's address"
        return Check("HubSpot app", ok=True, detail=UNKNOWN_APP, remedy=remedy)
    return Check("HubSpot app", ok=True, detail="known: edits of other apps are told from ours")

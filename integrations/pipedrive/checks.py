"""Trying the credentials and what they reach, without changing anything."""

from collections.abc import Callable, Sequence

from domain.errors import IntegrationError
from domain.ports import Check
from integrations.pipedrive.client import V1, V2, PipedriveClient, part

ONE = {"limit": "1"}


def checks(client: PipedriveClient) -> Sequence[Check]:
    """One check for each right that Reploop needs; raises nothing."""

    def change_log() -> None:
        for deal in client.page(f"{V2}/deals", ONE).items[:1]:
            client.page(f"{V1}/deals/{part(str(deal.get('id')))}/changelog", ONE)

    steps: tuple[tuple[str, Callable[[], object], str], ...] = (
        ("Pipedrive sign-in", lambda: client.get(f"{V1}/users/me"), "base"),
        ("Pipedrive users", lambda: client.rows(f"{V1}/users"), "users:read"),
        ("Pipedrive stages", lambda: client.page(f"{V2}/stages", ONE), "deals:full"),
        ("Pipedrive persons", lambda: client.page(f"{V2}/persons", ONE), "contacts:read"),
        ("Pipedrive activities", lambda: client.page(f"{V2}/activities", ONE), "activities:full"),
        ("Pipedrive fields", lambda: client.page(f"{V2}/dealFields", ONE), "deal-fields:full"),
        ("Pipedrive change log", change_log, "recents:read"),
    )
    return [_try(what, step, scope) for what, step, scope in steps]


def _try(what: str, step: Callable[[], object], scope: str) -> Check:
    try:
        step()
    except IntegrationError as error:
        remedy = f"Check the API token's user, or the app's scope {scope}"
        return Check(what, ok=False, detail=error.detail, remedy=remedy)
    return Check(what, ok=True, detail="readable")

"""What ``reploop doctor`` says about Zoom: what holds, what is missing, how to get it."""

from domain.errors import CredentialsRejected, IntegrationError
from domain.ports import Check
from integrations.zoom.client import ZoomClient
from integrations.zoom.settings import ZoomSettings

_APP = "marketplace.zoom.us, Develop, your Server-to-Server OAuth app"
_RECORDINGS = ("cloud_recording:read:list_recording_files:admin", "recording:read:admin")
_PARTICIPANTS = ("meeting:read:list_past_participants:admin", "meeting:read:admin")
SCOPES = (
    (_RECORDINGS, "transcripts of calls whose delivery was lost or whose token ran out"),
    (_PARTICIPANTS, "who took part, so that rep and buyer are told apart by address"),
)
"""(granular scope, classic scope that includes it) and what it is for."""


def checks(settings: ZoomSettings, client: ZoomClient) -> list[Check]:
    """One line per thing that can be missing; makes at most two requests, raises nothing."""
    lines = [_secret(settings)]
    if not settings.has_api:
        lines.append(_no_api(settings))
        return lines
    try:
        scopes = client.token().scopes
    except CredentialsRejected as error:
        remedy = f"Copy account id, client id and client secret from {_APP}, App Credentials."
        return [*lines, Check("Zoom API credentials", False, error.detail, remedy)]
    except IntegrationError as error:
        remedy = "Check that this machine can reach zoom.us, then run doctor again."
        return [*lines, Check("Zoom API credentials", False, error.detail, remedy)]
    lines.append(Check("Zoom API credentials", True, "a token was granted"))
    lines.extend(_scope(names, purpose, scopes) for names, purpose in SCOPES)
    return lines


def _secret(settings: ZoomSettings) -> Check:
    count = sum(1 for secret in settings.webhook_secrets if secret)
    return Check(
        "Zoom webhook secret",
        count > 0,
        f"{count} in use" if count else "not set: every webhook is refused",
        ""
        if count
        else f"Set REPLOOP_ZOOM_WEBHOOK_SECRET to the Secret Token under {_APP}, Feature, "
        "Event Subscriptions.",
    )


def _no_api(settings: ZoomSettings) -> Check:
    named = {
        "REPLOOP_ZOOM_ACCOUNT_ID": settings.account_id,
        "REPLOOP_ZOOM_CLIENT_ID": settings.client_id,
        "REPLOOP_ZOOM_CLIENT_SECRET": settings.client_secret,
    }
    missing = ", ".join(name for name, value in named.items() if not value)
    return Check(
        "Zoom API credentials",
        False,
        f"not set: {missing}; participants and late transcripts cannot be read",
        f"Copy them from {_APP}, App Credentials.",
    )


def _scope(names: tuple[str, str], purpose: str, granted: frozenset[str]) -> Check:
    held = any(name in granted for name in names)
    remedy = "" if held else f"Add {names[0]} under {_APP}, Scopes, and activate the app again."
    detail = "granted" if held else f"not granted; needed for {purpose}"
    return Check(f"Zoom scope {names[0]}", held, detail, remedy)

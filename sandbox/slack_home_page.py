"""The app's home and the open modal of one person, as Slack would show them."""

import html

from sandbox.slack import SlackSandbox
from sandbox.slack_mrkdwn import plain_to_html
from sandbox.slack_painter import Painter
from sandbox.slack_style import whole_page
from sandbox.slack_views import View


def home_page(sandbox: SlackSandbox, user: str) -> str:
    """The home that was published for a Slack user id."""
    with sandbox.lock:
        view, member = sandbox.views.homes.get(user), sandbox.members.get(user)
        inside = _blocks(sandbox, view) if view else "<p class=empty>No home is published.</p>"
    name = html.escape(member.name if member else user)
    return whole_page(
        "Home (sandbox Slack)",
        f"<main><h2>Reploop<small>{name}</small></h2><div class=tabs><span class=now>Home</span>"
        f"<span>Messages</span><span>About</span></div>{inside}</main>",
    )


def modal_page(sandbox: SlackSandbox, user: str) -> str:
    """The modal that a Slack user id has open: the top one of the stack."""
    with sandbox.lock:
        view = sandbox.people.open_modal_of(user)
        inside = _blocks(sandbox, view) if view else ""
    if view is None:
        empty = "<main><p class=empty>No modal is open.</p></main>"
        return whole_page("Modal (sandbox Slack)", empty)
    buttons = _foot("button", view.get("close")) or "<span class=button>Close</span>"
    buttons += _foot("button primary", view.get("submit"))
    return whole_page(
        "Modal (sandbox Slack)",
        f"<div class=modal role=dialog><header>{_plain(view['title'])}"
        f"<span aria-hidden=true>✕</span></header><div class=inside>{inside}</div>"
        f"<footer>{buttons}</footer></div>",
        dim=True,
    )


def _blocks(sandbox: SlackSandbox, view: View) -> str:
    painter = Painter(sandbox.files.kept, sandbox.members)
    errors = sandbox.views.errors.get(view["id"])
    return painter.paint(view["blocks"], view["state"]["values"], errors)


def _foot(kind: str, text: dict[str, str] | None) -> str:
    return f'<span class="{kind}">{_plain(text)}</span>' if text else ""


def _plain(text: dict[str, str]) -> str:
    return plain_to_html(text["text"], emoji=True)

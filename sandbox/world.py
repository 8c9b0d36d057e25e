"""All vendors of the sandbox as one web app, with pages that show what people would see."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from sandbox.company_file import Company
from sandbox.crm_page import crm_page
from sandbox.crm_sandbox import CrmSandbox
from sandbox.hubspot import HubspotSandbox
from sandbox.openai import OpenAiSandbox
from sandbox.salesforce import SalesforceSandbox
from sandbox.slack import SlackSandbox
from sandbox.slack_home_page import home_page, modal_page
from sandbox.slack_page import slack_page
from sandbox.zoom import ACCOUNT_ID, CLIENT_ID, CLIENT_SECRET, WEBHOOK_SECRET, ZoomSandbox

WANTED = {
    "number": "This field holds a number, such as 62. Nothing was changed.",
    "date": "This field holds a date, such as 2026-12-24. Nothing was changed.",
}
INDEX = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;
padding:0 1rem}</style>
<h1>Sandbox</h1>
<p>Local stand-ins for the vendors. They speak the vendors' protocols; nothing leaves this
machine.</p>
<ul><li><a href="/pages/slack">Slack, as each person sees it</a></li>
<li><a href="/pages/crm">CRM records, as they stand</a></li></ul></html>"""


class World:
    """Zoom, Slack, Salesforce, HubSpot and a model server."""

    def __init__(self) -> None:
        self.zoom = ZoomSandbox()
        self.slack = SlackSandbox()
        self.salesforce = SalesforceSandbox()
        self.hubspot = HubspotSandbox()
        self.openai = OpenAiSandbox()
        self.deal_ids: dict[str, str] = {}
        """Key of a deal in the company's file to its id at the vendor."""
        vendors = (self.zoom, self.slack, self.salesforce, self.hubspot, self.openai)
        self.app = Starlette(
            routes=[
                Route("/", self._index),
                Route("/pages/slack", self._slack),
                Route("/pages/slack/home", self._slack_home),
                Route("/pages/slack/modal", self._slack_modal),
                Route("/pages/crm", self._crm),
                Route("/pages/crm/edit", self._crm_edit, methods=["POST"]),
                *(Mount(f"/{vendor.slug}", app=vendor) for vendor in vendors),
            ]
        )

    def load(self, company: Company) -> None:
        """Make the company's people Slack members, and its deals CRM records."""
        self.slack.load(company.people)
        if "salesforce" in company.crms:
            self.deal_ids |= self.salesforce.load(company.crms["salesforce"])
        if "hubspot" in company.crms:
            self.deal_ids |= self.hubspot.load(company.crms["hubspot"])

    def settings(self, url: str) -> Mapping[str, str]:
        """REPLOOP_* variables that point at the vendors under ``url``."""
        return {
            "REPLOOP_ZOOM_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "REPLOOP_ZOOM_ACCOUNT_ID": ACCOUNT_ID,
            "REPLOOP_ZOOM_CLIENT_ID": CLIENT_ID,
            "REPLOOP_ZOOM_CLIENT_SECRET": CLIENT_SECRET,
            "REPLOOP_ZOOM_BASE_URL": f"{url}/zoom/v2",
            "REPLOOP_ZOOM_OAUTH_BASE_URL": f"{url}/zoom",
            "REPLOOP_SLACK_BOT_TOKEN": self.slack.token,
            "REPLOOP_SLACK_TEAM_ID": self.slack.team_id,
            "REPLOOP_SLACK_BASE_URL": f"{url}/slack/api/",
            "REPLOOP_SALESFORCE_BASE_URL": f"{url}/salesforce",
            "REPLOOP_SALESFORCE_CLIENT_ID": self.salesforce.credentials.client_id,
            "REPLOOP_SALESFORCE_CLIENT_SECRET": self.salesforce.credentials.client_secret,
            "REPLOOP_HUBSPOT_TOKEN": self.hubspot.token,
            "REPLOOP_HUBSPOT_BASE_URL": f"{url}/hubspot",
        }

    def model_settings(self, url: str) -> Mapping[str, str]:
        """REPLOOP_* variables for grading with the sandbox's model server."""
        return {
            "REPLOOP_GRADER": "model",
            "REPLOOP_OPENAI_BASE_URL": f"{url}/openai/v1",
            "REPLOOP_OPENAI_API_KEY": self.openai.api_key,
            "REPLOOP_OPENAI_MODEL": self.openai.model,
        }

    async def _index(self, request: Request) -> HTMLResponse:
        del request
        return HTMLResponse(INDEX)

    async def _slack(self, request: Request) -> HTMLResponse:
        return HTMLResponse(slack_page(self.slack, request.query_params.get("user")))

    async def _slack_home(self, request: Request) -> HTMLResponse:
        return HTMLResponse(home_page(self.slack, request.query_params.get("user", "")))

    async def _slack_modal(self, request: Request) -> HTMLResponse:
        return HTMLResponse(modal_page(self.slack, request.query_params.get("user", "")))

    async def _crm(self, request: Request) -> HTMLResponse:
        del request
        return HTMLResponse(crm_page(list(self._crms().values())))

    async def _crm_edit(self, request: Request) -> Response:
        """What somebody typed into a field of a record, as its owner."""
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        crm, record_id = self._crms().get(form.get("crm", "")), form.get("id", "")
        if crm is None or record_id not in {deal.id for deal in crm.shown()}:
            return HTMLResponse("There is no such record.", 404)
        name = crm.field_named(form.get("label", ""))
        if not name:
            return HTMLResponse("There is no such field.", 404)
        try:
            value = _typed(form.get("value", "").replace("\r\n", "\n"), crm.type_of(name))
        except ValueError:
            return HTMLResponse(WANTED[crm.type_of(name)], 400)
        await run_in_threadpool(crm.edit_as_person, record_id, name, value)
        return RedirectResponse(f"/pages/crm#{record_id}", 303)

    def _crms(self) -> Mapping[str, CrmSandbox]:
        return {"salesforce": self.salesforce, "hubspot": self.hubspot}


def _typed(text: str, kind: str) -> str | float | None:
    """What somebody typed, as the field holds it. Raises ``ValueError`` where it cannot."""
    if not text.strip():
        return None
    if kind == "date":
        return date.fromisoformat(text.strip()).isoformat()
    return float(text) if kind == "number" else text

"""An office whose CRM was written to: a push on two deals, a change that waits, a stopped CRM."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from starlette.testclient import TestClient

from domain.changes import (
    Approval,
    Brake,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    Provenance,
    RecordRef,
    WriteState,
)
from domain.crm import CrmField, FieldKind, FieldValue, RecordKind
from domain.deals import DealRef
from domain.people import PersonId
from tests.jobs.fake_crm import FakeCrm, a_deal
from web.app import WebOptions, make_web_app
from web.forms import SEAL
from web.sessions import Sessions

if TYPE_CHECKING:
    from tests.web.conftest import Office

PUSH = "push-1"
SCORE, STEP = "Score__c", "Step__c"
FIELDS = (
    CrmField("last_call_score", SCORE, "Last call score (Reploop)", FieldKind.NUMBER),
    CrmField("next_step", STEP, "Agreed next step (Reploop)", FieldKind.TEXT),
    CrmField("call_score", "Call_Score__c", "Call score (Reploop)", FieldKind.NUMBER,
             on=RecordKind.CALL),
)  # fmt: skip
SAID = "Shall we fix Friday at nine?"


class CrmOffice:
    """Somebody of the office, in front of the pages of CRM changes."""

    def __init__(self, office: "Office", options: WebOptions, **more: Any) -> None:
        self.office = office
        self.crm = FakeCrm(slug="hubspot")
        self.crm.add(a_deal("d2", "hubspot", name="Acme & <Sons>", url=None))
        self.services = replace(
            office.services, crms={"hubspot": self.crm}, crm_fields={"hubspot": FIELDS},
            monotonic=lambda: 0.0, **more,
        )  # fmt: skip
        self.options = options
        app = make_web_app(self.services, options)
        self.client = TestClient(app, headers={"accept": "text/html"})
        self.call_id = office.call("c-1", "ana", deal=DealRef("hubspot", "d1")).id
        with office.store.write() as tx:
            tx.deals.put(list(self.crm.deals.values()))

    @property
    def now(self) -> Any:
        """The present moment."""
        return self.services.now()

    def wrote(
        self,
        set_id: str,
        deal: str,
        values: Mapping[str, FieldValue],
        run: str | None = None,
        ago_h: float = 1.0,
    ) -> ChangeSet:
        """A change set of what stands in the CRM from now on, over what stood there."""
        record = RecordRef("hubspot", RecordKind.DEAL, deal)
        proof = Provenance(
            call_id=self.call_id, turns=(1,), reader="builtin 1", rubric="small v1"
        )  # fmt: skip
        writes = tuple(
            FieldWrite(record=record, field=name, old=self.crm.stands(name, deal), new=value,
                       state=WriteState.WRITTEN, provenance=proof)
            for name, value in values.items()
        )  # fmt: skip
        kept = self.crm.records[RecordKind.DEAL, deal]
        for name, value in values.items():
            kept.set(name, value, self.now, ours=True)
        made = ChangeSet(
            id=ChangeSetId(set_id), at=self.now - timedelta(hours=ago_h), call_id=self.call_id,
            writes=writes, run=run,
        )  # fmt: skip
        with self.office.store.write() as tx:
            tx.changes.add(made)
        return made

    def pushed(self) -> None:
        """A push on two deals."""
        self.wrote("s1", "d1", {SCORE: 64.0, STEP: SAID}, PUSH)
        self.wrote("s2", "d2", {SCORE: 71.0}, PUSH)

    def asked(self, **changes: Any) -> Approval:
        """A change that waits."""
        approval = Approval(
            id="a1", record=RecordRef("hubspot", RecordKind.DEAL, "d1"), field=STEP,
            old="Call back", new=SAID, asked_at=self.now,
            provenance=Provenance(call_id=self.call_id, turns=(1,)),
        )  # fmt: skip
        with self.office.store.write() as tx:
            return tx.changes.ask(replace(approval, **changes))

    def stopped(self) -> Brake:
        """A CRM that is not written to any more."""
        brake = Brake(crm="hubspot", since=self.now, stopped_at=self.now, limit=2000)
        with self.office.store.write() as tx:
            tx.changes.set_brake(brake)
        return brake

    def get(self, name: str | None, path: str, **more: Any) -> Any:
        """Ask for a page as somebody, or as nobody."""
        self._as(name)
        return self.client.get(path, **{"follow_redirects": False, **more})

    def send(self, name: str | None, path: str, /, **fields: str) -> Any:
        """Send a form without looking at its page."""
        self._as(name)
        return self.client.post(path, data=fields, follow_redirects=False)

    def fill(self, name: str, page: str, path: str, /, **fields: str) -> Any:
        """Open a page, and send its form to ``path`` with its hidden fields."""
        return self.send(name, path, **{**self.hidden(name, page, path), **fields})

    def hidden(self, name: str, page: str, path: str) -> dict[str, str]:
        """The hidden fields of the first form to ``path`` on a page."""
        tags = _Tags(self.get(name, page).text).found
        start = next(
            n for n, (tag, has) in enumerate(tags) if tag == "form" and has["action"] == path
        )
        found: dict[str, str] = {}
        for tag, has in tags[start + 1 :]:
            if tag == "form":
                break
            if tag == "input":
                found[str(has["name"])] = str(has["value"])
        assert SEAL in found
        return found

    def seal(self, name: str, path: str) -> str:
        """The seal that a form of this person to this address would have."""
        self._as(name)
        [cookie] = self.client.cookies.jar
        said = f"reploop-form:{path}:{cookie.value}".encode()
        return hmac.new(self.options.session_secret.encode(), said, hashlib.sha256).hexdigest()

    def changes(self) -> list[ChangeSet]:
        """Every change set, newest first."""
        with self.office.store.read() as tx:
            return list(tx.changes.list())

    def _as(self, name: str | None) -> None:
        self.client.cookies.clear()
        if name is not None:
            sessions = Sessions(self.options.session_secret, secure=False)
            cookie = sessions.token(PersonId(name), now=self.now)
            self.client.cookies.set(sessions.cookie_name, cookie)


class _Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

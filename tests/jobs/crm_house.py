"""A house with a CRM: Ana's scored call on a deal, and fields of which one needs approval."""

from dataclasses import replace
from datetime import timedelta

from domain.calls import CallId
from domain.changes import Approval, Provenance, RecordRef
from domain.crm import CrmField, FieldKind, FieldValue, RecordKind
from domain.crm_notices import ApprovalNotice, AskedChange
from domain.deals import DealRef
from domain.effects import EffectKind, EffectRecord, Queue
from domain.people import Person
from jobs.approval_round import ask_about_changes
from jobs.services import Services
from jobs.work import work_off
from tests.jobs.fakes import ANA, House, fetched, talk

SLUG = "salesforce"
SCORE, STEP = "Score__c", "Step__c"
FIELDS = (
    CrmField("last_call_score", SCORE, "Last call score", FieldKind.NUMBER),
    CrmField("next_step", STEP, "Agreed next step", FieldKind.TEXT, approve=True),
)
SAID = "Shall we meet again on Thursday"


class CrmHouse:
    """A house, and what its people and its CRM do."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.services = house.services_with(crms={SLUG: house.crm}, crm_fields={SLUG: FIELDS})
        with house.database.write() as tx:
            tx.deals.put(list(house.crm.deals.values()))

    @property
    def services(self) -> Services:
        """As the house has them."""
        return self.house.services

    def call(self, ref: str = "m1", rep: Person = ANA, deal: str = "d1") -> CallId:
        """A scored call on a deal."""
        call = self.house.scored(ref, fetched(talk(rep=rep.name), rep=rep))
        with self.house.database.write() as tx:
            tx.calls.link(call.id, deal=DealRef(SLUG, deal), reason="found")
        return call.id

    def asked(
        self,
        approval_id: str,
        call_id: CallId | None,
        *,
        field: str = STEP,
        new: FieldValue = SAID,
        deal: str = "d1",
    ) -> Approval:
        """A change that waits from now on."""
        proof = Provenance(call_id=call_id, turns=(0,)) if call_id else None
        approval = Approval(
            id=approval_id, record=RecordRef(SLUG, RecordKind.DEAL, deal), field=field,
            old="Call back", new=new, asked_at=self.house.clock, provenance=proof,
        )  # fmt: skip
        with self.house.database.write() as tx:
            return tx.changes.ask(approval)

    def round(self, minutes: float = 2.0) -> int:
        """Some minutes pass, and the clock makes its round; what is due is delivered."""
        self.house.clock += timedelta(minutes=minutes)
        due = ask_about_changes(self.services)
        work_off(Queue.DELIVER, self.services)
        return due

    def messages(self) -> list[EffectRecord]:
        """The messages that were asked for, oldest first."""
        return self.house.effects(EffectKind.SLACK_APPROVAL)

    def sent(self) -> list[tuple[Person, ApprovalNotice]]:
        """What was posted, to whom."""
        posted = self.house.messenger.sent
        return [(to, notice) for _, to, notice in posted if isinstance(notice, ApprovalNotice)]

    def stands(self, message: int = -1) -> tuple[AskedChange, ...]:
        """What a message says now: as posted, or as last edited."""
        record = self.messages()[message]
        edits = [n for at, _, n in self.house.messenger.edited if at == record.remote_id]
        posts = [n for key, _, n in self.house.messenger.sent if key == record.effect.key]
        notice = [*posts, *edits][-1]
        assert isinstance(notice, ApprovalNotice)
        return notice.changes

    def press(self, by: Person, name: str, approval_id: str) -> None:
        """Somebody presses a button of the last message."""
        key = self.messages()[-1].effect.key
        self.house.act(by, name, value={"approval": approval_id, "key": key})

    def person(self, person: Person, **changes: object) -> Person:
        """Somebody changes."""
        changed = replace(person, **changes)  # type: ignore[arg-type]
        self.house.change(changed)
        return changed

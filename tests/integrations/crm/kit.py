"""What the CRM tests know about each vendor: a loaded sandbox, the real client, how to break it.

One kit a vendor in ``kit_<slug>.py``; ``kits.py`` lists them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from domain.crm import CrmField, FieldKind, RecordKind
from domain.deals import DealRef
from domain.ports import Crm
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal, CrmLead, CrmUser
from sandbox.crm_sandbox import CrmSandbox

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)

COMPANY = CrmCompany(
    users=(CrmUser("ana@seller.example", "Ana Ruiz"), CrmUser("ben@seller.example", "Ben Okoro")),
    contacts=(
        CrmContact("dana@harrow.example", "Dana Whitlock", "Harrow"),
        CrmContact("greg@harrow.example", "Greg O'Sato", "Harrow"),
        CrmContact("o'neil@calder.example", "Joan O'Neil", "Calder"),
        CrmContact("alone@nodeal.example", "Lone Some", "Nodeal"),
    ),
    deals=(
        CrmDeal(
            key="rollout", name="Harrow rollout", account="Harrow",
            owner_email="ana@seller.example", stage="Negotiation", amount_minor=14_400_050,
            close_date=date(2026, 12, 5), modified_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
            contacts=("dana@harrow.example", "greg@harrow.example"),
        ),
        CrmDeal(
            key="pilot", name="Harrow pilot", account="Harrow", owner_email="ana@seller.example",
            stage="Closed Won", outcome="won", amount_minor=900_000,
            close_date=date(2026, 3, 1), modified_at=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
            contacts=("dana@harrow.example",),
        ),
        CrmDeal(
            key="calder", name="Calder & Sons <b>", account="Calder",
            owner_email="ben@seller.example", stage="Closed Lost", outcome="lost",
            modified_at=datetime(2026, 10, 1, 8, 0, tzinfo=UTC),
            contacts=("o'neil@calder.example",),
        ),
    ),
    leads=(CrmLead(email="lead@harrow.example", deal="rollout"),),
)  # fmt: skip


KINDS = {
    "score": FieldKind.NUMBER, "medal": FieldKind.TEXT, "day": FieldKind.DATE,
    "link": FieldKind.URL, "summary": FieldKind.LONG_TEXT,
}  # fmt: skip


def crm_fields(
    style: Callable[[str], str], on: RecordKind = RecordKind.DEAL
) -> tuple[CrmField, ...]:
    """One field of every kind on a kind of record, with names in a vendor's style."""
    return tuple(
        CrmField(
            source, style(source), f"{source.title()} (Reploop)", kind, "Help.", on=on,
        )
        for source, kind in KINDS.items()
    )  # fmt: skip


@dataclass(slots=True)
class Clock:
    """The one clock of sandbox and client; stands still until it is told."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        """The present moment."""
        return self.at

    def tick(self, seconds: float = 5.0) -> datetime:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """One vendor under test."""

    crm: Crm
    sandbox: CrmSandbox
    clock: Clock
    ids: dict[str, str]
    """Deal key to deal id."""
    fields: tuple[CrmField, ...]
    """Of deals; ``others`` are of calls, snapshots and owners, for the kinds the CRM can hold."""
    limit: Fault
    """The vendor's own way to say "too many requests"."""
    limit_wait_s: float
    others: tuple[CrmField, ...] = ()
    can_merge: bool = False
    shows_deleted: bool = True
    """Whether ``deals_changed`` tells of deleted deals."""
    can_refuse: bool = True
    """Whether the company can have validation rules that refuse a write."""
    creates_fields: bool = True
    """Whether fields can be created through the API; else an administrator made them."""

    def name(self, source: str, on: RecordKind = RecordKind.DEAL) -> str:
        """Our name of a field, as in the mapping file."""
        return next(
            f.name for f in (*self.fields, *self.others) if (f.source, f.on) == (source, on)
        )

    def there(self, source: str, on: RecordKind = RecordKind.DEAL) -> str:
        """The vendor's API name of the field."""
        field = next(f for f in (*self.fields, *self.others) if (f.source, f.on) == (source, on))
        return self.sandbox.field_named(field.label) or field.name

    def stands(self, key: str, source: str) -> object:
        """What stands in a field of a deal, asked of the sandbox."""
        return self.sandbox.value(self.ids[key], self.there(source))

    def of(self, on: RecordKind) -> tuple[CrmField, ...]:
        """The fields of one kind of record."""
        return tuple(f for f in (*self.fields, *self.others) if f.on is on)

    def ref(self, key: str) -> DealRef:
        """A deal by its key."""
        return DealRef(self.crm.slug, self.ids[key])

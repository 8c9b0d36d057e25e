"""A CRM whose deals move, close, merge and vanish; and a house that looks at them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.calls import CallId, CallState
from domain.crm import CrmTraits, Guard, RecordKind
from domain.deal_looks import DealLook
from domain.deals import Deal, DealMove, DealPage, DealRef, Money, MoveOf, Outcome
from domain.effects import EffectKind
from domain.errors import NotFoundAtVendor
from domain.ports import Check, ClaimTerms
from domain.skills import MoveCause, SkillObservation
from jobs.profiles import follow, observe
from jobs.pull_now import ask_for_pulls, work_on_pulls
from jobs.services import Services
from tests.jobs.fakes import ANA, NEXT_STEPS, House, talk

SLUG = "salesforce"
LONG_AGO = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def ref(deal_id: str) -> DealRef:
    return DealRef(SLUG, deal_id)


def usd(major: int) -> Money:
    return Money(100 * major, "USD")


def a_deal(deal_id: str = "d1", **changes: Any) -> Deal:
    deal = Deal(
        ref=ref(deal_id), name=f"Rollout {deal_id}", stage="Discovery", outcome=Outcome.OPEN,
        amount=usd(1000), close_date=date(2026, 12, 31), owner_email="ana@seller.example",
        modified_at=LONG_AGO, created_at=LONG_AGO,
    )  # fmt: skip
    return replace(deal, **changes)


@dataclass
class MovingCrm:
    """Keeps deals, what moved, what was deleted or merged; gives them page by page."""

    now: Callable[[], datetime]
    slug: str = SLUG
    keeps_history: bool = False
    tells_deletions: bool = True
    early_endings: bool = False
    """Whether every page tells of all that was ever deleted or merged."""
    page_size: int = 2
    deals: dict[str, Deal] = field(default_factory=dict)
    history: dict[str, list[DealMove]] = field(default_factory=dict)
    removed: dict[str, datetime] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)
    raises: list[Exception] = field(default_factory=list)
    """What the next questions end with."""
    arrange: Callable[[list[Deal]], list[Deal]] = list
    """The deals of a look in the order of its pages."""

    @property
    def traits(self) -> CrmTraits:
        return CrmTraits(
            guard=Guard.TOLD, kinds=frozenset({RecordKind.DEAL}), read_batch=2, write_batch=2,
            deal_history=self.keeps_history,
        )  # fmt: skip

    def put(self, *deals: Deal) -> None:
        for deal in deals:
            self.deals[deal.ref.id] = deal

    def move(self, deal_id: str, **changes: Any) -> None:
        """A person changes a deal."""
        before = self.deals[deal_id]
        after = replace(before, modified_at=self.now(), **changes)
        self.deals[deal_id] = after
        for of, old, new in (
            (MoveOf.STAGE, before.stage, after.stage),
            (MoveOf.AMOUNT, _amount(before), _amount(after)),
            (MoveOf.OUTCOME, before.outcome.value, after.outcome.value),
        ):
            if old != new:
                self.history.setdefault(deal_id, []).append(DealMove(of, self.now(), old, new))

    def delete(self, deal_id: str) -> None:
        self.removed[deal_id] = self.now()

    def restore(self, deal_id: str) -> None:
        del self.removed[deal_id]
        self.move(deal_id)

    def merge(self, deal_id: str, into: str) -> None:
        self.removed[deal_id], self.merged[deal_id] = self.now(), into
        self.move(into)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        self._answer("page", cursor)
        there = [d for i, d in sorted(self.deals.items()) if i not in self.removed]
        listed = self.arrange([d for d in there if since is None or _modified(d) >= since])
        first = int(cursor or 0)
        end = first + self.page_size
        last = end >= len(listed)
        ended = self._ended(since, last=last)
        return DealPage(
            deals=tuple(listed[first:end]),
            gone=tuple(sorted(ended)),
            merged={i: into for i, into in self.merged.items() if i in ended},
            next_cursor=None if last else str(end),
        )

    def _ended(self, since: datetime | None, *, last: bool) -> set[str]:
        if self.early_endings:
            return set(self.removed)
        if not (last and self.tells_deletions):
            return set()
        return {i for i, at in self.removed.items() if since is None or at >= since}

    def read_deal(self, ref: DealRef) -> Deal:
        self._answer("deal", ref.id)
        found = ref.id
        while found in self.merged:
            found = self.merged[found]
        if found in self.removed or found not in self.deals:
            raise NotFoundAtVendor(self.slug, "no such deal")
        return self.deals[found]

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        self._answer("history", tuple(ref.id for ref in refs))
        return {ref.id: tuple(self.history.get(ref.id, ())) for ref in refs}

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        return [d for i, d in self.deals.items() if i not in self.removed]

    def check(self) -> Sequence[Check]:
        return ()

    def _answer(self, what: str, about: object) -> None:
        self.asked.append((what, about))
        if self.raises:
            raise self.raises.pop(0)

    def asked_for(self, what: str) -> list[object]:
        return [about for kind, about in self.asked if kind == what]


def _amount(deal: Deal) -> str | None:
    return f"{deal.amount.minor} {deal.amount.currency}" if deal.amount else None


def _modified(deal: Deal) -> datetime:
    assert deal.modified_at is not None
    return deal.modified_at


@dataclass
class Pulling:
    """A house with one CRM whose deals are looked at."""

    house: House
    crm: MovingCrm
    services: Services

    @classmethod
    def of(cls, house: House, **traits: Any) -> "Pulling":
        crm = MovingCrm(now=lambda: house.clock, **traits)
        return cls(house, crm, house.services_with(crms={SLUG: crm}))

    def pull(self, *, full: bool = False) -> DealLook:
        """A minute passes, and one pull is seen through."""
        self.house.go_on(minutes=1)
        ask_for_pulls([SLUG], self.services, full=full)
        self.house.go_on(minutes=1)
        while work_on_pulls(self.services):
            pass
        return self.look()

    def tomorrow(self, **more: Any) -> DealLook:
        """The same, a day later."""
        self.house.go_on(days=1)
        return self.pull(**more)

    def look(self) -> DealLook:
        with self.services.database.read() as tx:
            look = tx.history.look(SLUG)
        assert look is not None
        return look

    def moves(self, deal_id: str = "d1") -> list[tuple[str, str | None, str | None, bool]]:
        with self.services.database.read() as tx:
            return [(m.of.value, m.old, m.new, m.seen) for m in tx.history.moves(ref(deal_id))]

    def stage_moves(self, deal_id: str = "d1") -> list[tuple[str | None, str | None, bool]]:
        return [(old, new, seen) for of, old, new, seen in self.moves(deal_id) if of == "stage"]

    def kept(self, deal_id: str = "d1") -> Any:
        with self.services.database.read() as tx:
            return tx.history.kept([ref(deal_id)]).get(ref(deal_id))

    def link(self, call: str, deal_id: str, *, score: float = 60.0, days_ago: float = 1) -> None:
        """A scored call with one observation, on a deal."""
        self.house.put_ready(call, talk(), days_ago=days_ago)
        with self.services.database.write() as tx:
            found = tx.calls.get(CallId(call))
            assert found is not None
            tx.calls.put(replace(found, state=CallState.SCORED))
            seen = SkillObservation(
                call_id=found.id, rep_id=ANA.id, skill_id=NEXT_STEPS,
                observed_at=self.house.clock - timedelta(days=days_ago), score=score, criteria=2,
                call_type=found.call_type.value,
            )  # fmt: skip
            observe(tx, found.id, [seen], self.services)
            tx.calls.link(found.id, deal=ref(deal_id), reason="open deal of 1 participant")
            follow(tx, tx.profiles.of_call(found.id), self.services, MoveCause.DEAL)

    def deal_of(self, call: str) -> tuple[str | None, str | None]:
        with self.services.database.read() as tx:
            found = tx.calls.get(CallId(call))
        assert found is not None
        return (found.deal.id if found.deal else None), found.deal_reason

    def claim(self) -> Any:
        terms = ClaimTerms(limit=1, lease_s=180.0, asked_at=self.services.monotonic())
        with self.services.database.write() as tx:
            return tx.outbox.claim([EffectKind.CRM_PULL], terms)

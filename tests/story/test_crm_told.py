"""People edit in the CRM while Reploop writes; the CRM tells it, late, twice, in any order.

Everything is real but the CRM, which is its sandbox: web app, inbox, jobs, adapters.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from starlette.testclient import TestClient

from domain.calls import CallId
from domain.changes import RecordRef, WriteState
from domain.deals import DealRef
from domain.effects import EffectState, Queue
from domain.webhooks import DeliveryState
from jobs.crm_asks import deal_update
from jobs.look_at_deal import look_of
from jobs.work import work_off
from sandbox.crm_hooks import CrmHooks
from sandbox.monday import MondaySandbox
from store.database import upgrade
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kit_freshsales import TYPES
from tests.integrations.crm.kits import KITS
from tests.integrations.crm.news_subjects import SUBJECTS, Subject
from tests.jobs.crm_world import World, a_call, a_card, world
from web.app import WebOptions, make_web_app

pytestmark = pytest.mark.slow
SCORE = "last_call_score"


@dataclass
class Tale:
    """One CRM, the company's people in it, and Reploop."""

    kit: Kit
    world: World
    hooks: CrmHooks
    subject: Subject
    client: TestClient
    calls: int = 0
    posted: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def deal(self) -> DealRef:
        return self.world.ref

    @property
    def name(self) -> str:
        """The vendor's name of the score."""
        return self.kit.sandbox.field_named(self.label)

    @property
    def label(self) -> str:
        return next(each.label for each in self.world.fields if each.source == SCORE)

    def call(self, overall: float) -> None:
        """Another call on the deal was scored, and the deal is due."""
        self.calls += 1
        name = f"c{self.calls}"
        started = self.kit.clock.at
        self.world.put(a_call(name, deal=self.deal, started_at=started), a_card(name, overall))
        with self.world.database.write() as tx:
            tx.outbox.request(deal_update(self.deal.crm, self.deal.id))

    def sync(self) -> None:
        """Everything that is due in the CRM is done; a little later."""
        self.tick(2)
        work_off(Queue.SYNC, self.world.services)
        self.tick(2)

    def tick(self, seconds: float) -> None:
        self.kit.clock.tick(seconds)
        self.world.clock = self.kit.clock.at

    def meanwhile(self, value: float) -> None:
        """Somebody saves the score between our next read and our write."""

        def edit(_record_id: str) -> None:
            self.kit.sandbox.meanwhile = None
            self.tick(1)
            self.kit.sandbox.edit_as_person(self.deal.id, self.name, value)
            self.tick(1)

        self.kit.sandbox.meanwhile = edit

    def told(self) -> None:
        """The CRM tells what happened, and Reploop works it off."""
        self.tick(5)
        statuses = self.hooks.deliver(self.post)
        assert set(statuses) <= {200, 204}
        work_off(Queue.INGEST, self.world.services)
        self.sync()

    def post(self, headers: dict[str, str], body: bytes) -> int:
        self.posted.append((headers, body))
        return self.client.post(self.subject.path, content=body, headers=headers).status_code

    @property
    def stands(self) -> object:
        return self.kit.sandbox.value(self.deal.id, self.name)

    def states(self) -> list[WriteState]:
        """What became of the score, oldest first."""
        with self.world.database.read() as tx:
            writes = tx.changes.writes_on(RecordRef.of(self.deal))
        name = self.world.name(SCORE)
        return [write.state for write in writes if write.field == name]

    def linked(self) -> Sequence[DealRef | None]:
        with self.world.database.read() as tx:
            calls = [tx.calls.get(CallId(f"c{n + 1}")) for n in range(self.calls)]
        return [call.deal for call in calls if call is not None]


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Callable[[str], Tale]]:
    with ExitStack() as stack:
        yield lambda slug: stack.enter_context(_tale(slug, tmp_path))


class _tale:  # noqa: N801 - a context manager
    def __init__(self, slug: str, folder: Path) -> None:
        self._slug, self._folder, self._stack = slug, folder, ExitStack()

    def __enter__(self) -> Tale:
        url = f"sqlite:///{self._folder / 'reploop.db'}"
        upgrade(url)
        kit = self._stack.enter_context(KITS[self._slug]())
        made = self._stack.enter_context(world(url, kit.crm, kit.ids["rollout"]))
        subject = SUBJECTS[self._slug]()
        made.services = replace(
            made.services, now=kit.clock, crm_news={self._slug: self._source(kit, subject)},
        )  # fmt: skip
        for each in made.fields:
            if not kit.creates_fields:
                kit.sandbox.add_field(each.label, TYPES[each.kind])  # type: ignore[attr-defined]
        kit.crm.provision(made.fields)
        hooks = CrmHooks(kit.sandbox, self._sender(kit, made, subject), kit.clock, Random(7))
        hooks.repeats = 0.5
        options = WebOptions(
            base_url="https://reploop.test", session_secret="s" * 32, freeze_at_start=False,
            gather_s=0.0,
        )  # fmt: skip
        client = self._stack.enter_context(TestClient(make_web_app(made.services, options)))
        return Tale(kit, made, hooks, subject, client)

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _source(self, kit: Kit, subject: Subject) -> Any:
        if isinstance(kit.sandbox, MondaySandbox):
            subject.source._board = kit.sandbox.deals_board  # type: ignore[attr-defined]
        return subject.source

    def _sender(self, kit: Kit, made: World, subject: Subject) -> Any:
        sender: Any = subject.sender
        if hasattr(sender, "now"):
            sender = replace(sender, now=kit.clock)
        if isinstance(kit.sandbox, MondaySandbox):
            titles = {kit.sandbox.field_named(f.label): f.label for f in made.fields}
            sender = replace(sender, board=kit.sandbox.deals_board, titles=titles)
        return sender


@pytest.mark.parametrize("slug", sorted(SUBJECTS))
def test_what_a_person_wrote_while_we_did_is_put_back_and_stays(
    tell: Callable[[str], Tale], slug: str
) -> None:
    tale = tell(slug)
    tale.call(61.0)
    tale.sync()
    assert tale.stands == 61.0
    tale.call(70.0)
    tale.meanwhile(200.0)
    tale.sync()
    tale.told()
    assert tale.stands == 200.0
    assert WriteState.RESTORED in tale.states()
    tale.call(80.0)
    tale.sync()
    assert tale.stands == 200.0
    assert tale.states()[-1] is WriteState.KEPT_HUMAN


def test_freshsales_alone_puts_back_only_once_it_is_told(tell: Callable[[str], Tale]) -> None:
    tale = tell("freshsales")
    tale.call(61.0)
    tale.sync()
    tale.call(70.0)
    tale.meanwhile(200.0)
    tale.sync()
    assert tale.stands == 70.0
    tale.told()
    assert tale.stands == 200.0


@pytest.mark.parametrize("slug", sorted(SUBJECTS))
def test_a_field_that_was_handed_back_is_ours_however_late_the_edit_before_is_told(
    tell: Callable[[str], Tale], slug: str
) -> None:
    tale = tell(slug)
    tale.call(61.0)
    tale.sync()
    tale.kit.sandbox.edit_as_person(tale.deal.id, tale.name, 200.0)
    late, tale.hooks.pending = tale.hooks.pending, []
    tale.call(70.0)
    tale.sync()
    assert tale.stands == 200.0
    tale.kit.sandbox.edit_as_person(tale.deal.id, tale.name, 61.0)
    tale.told()
    tale.call(80.0)
    tale.sync()
    assert tale.stands == 80.0
    tale.hooks.pending = late
    tale.told()
    assert tale.stands == 80.0


@pytest.mark.parametrize("slug", sorted(SUBJECTS))
def test_what_we_wrote_ourselves_is_no_news(tell: Callable[[str], Tale], slug: str) -> None:
    tale = tell(slug)
    for overall in (61.0, 70.0):
        before = tale.stands
        tale.call(overall)
        tale.sync()
        tale.hooks.note(tale.deal.id, name=tale.name, old=before, new=overall, ours=True)
    tale.call(80.0)
    tale.told()
    tale.sync()
    assert tale.stands == 80.0
    assert set(tale.states()) == {WriteState.WRITTEN}


@pytest.mark.parametrize("slug", [s for s in sorted(SUBJECTS) if SUBJECTS[s]().can_say_deleted])
def test_a_deal_that_is_told_to_be_deleted_is_taken_off_its_calls(
    tell: Callable[[str], Tale], slug: str
) -> None:
    tale = tell(slug)
    tale.call(61.0)
    tale.sync()
    tale.kit.sandbox.delete(tale.deal.id)
    tale.told()
    assert tale.linked() == [None]


@pytest.mark.parametrize("slug", ["hubspot", "pipedrive"])
def test_the_calls_of_a_merged_deal_go_to_the_one_that_stands(
    tell: Callable[[str], Tale], slug: str
) -> None:
    tale = tell(slug)
    tale.call(61.0)
    tale.sync()
    tale.kit.sandbox.merge(tale.deal.id, tale.kit.ids["pilot"])
    tale.told()
    (deal,) = tale.linked()
    assert deal is not None
    assert deal != tale.deal
    assert tale.kit.crm.read_deal(deal).ref == deal


def test_a_lie_is_only_a_reason_to_look(tell: Callable[[str], Tale]) -> None:
    """Whoever knows the secret can make us ask; nothing that they say is believed."""
    tale = tell("pipedrive")
    tale.call(61.0)
    tale.sync()
    tale.hooks.note(tale.deal.id, what="delete")
    tale.told()
    assert tale.linked() == [tale.deal]
    with tale.world.database.read() as tx:
        look = tx.outbox.get(look_of(tale.deal).key)
    assert look is not None
    assert look.state is EffectState.SENT


def test_deals_that_are_not_ours_to_know_are_left_alone(tell: Callable[[str], Tale]) -> None:
    tale = tell("hubspot")
    other = tale.kit.ids["calder"]
    tale.kit.sandbox.edit_as_person(other, tale.name, 5.0)
    tale.told()
    with tale.world.database.read() as tx:
        assert tx.outbox.get(look_of(DealRef("hubspot", other)).key) is None
        assert tx.changes.told(RecordRef.of(DealRef("hubspot", other))) == {}
        rows = tx.deliveries.list()
        assert {row.state for row in rows} == {DeliveryState.DONE}
        assert {row.delivery.body for row in rows} == {b""}

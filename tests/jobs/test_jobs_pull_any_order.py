"""Pages in any order, copies, old copies and kills end in what one clean pull a night shows."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from domain.deal_looks import LookCounts
from domain.deals import Deal, Outcome
from jobs.pull_now import ask_for_pulls, work_on_pulls
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal, usd

DEALS, LINKED = 5, 3
EDITS: dict[str, Callable[[Pulling, str, int], None]] = {
    "stage": lambda w, d, n: w.crm.move(d, stage=f"Stage {n}"),
    "amount": lambda w, d, n: w.crm.move(d, amount=usd(100 + n)),
    "date": lambda w, d, n: w.crm.move(d, close_date=date(2026, 12, 1 + n)),
    "win": lambda w, d, n: w.crm.move(d, outcome=Outcome.WON, closed_at=w.house.clock),
    "lose": lambda w, d, _: w.crm.move(d, outcome=Outcome.LOST, closed_at=None),
    "reopen": lambda w, d, _: w.crm.move(d, outcome=Outcome.OPEN, closed_at=None),
    "delete": lambda w, d, _: w.crm.delete(d),
    "merge": lambda w, d, n: _merge(w, d, f"d{n % DEALS}"),
}
NIGHTS = st.lists(
    st.lists(st.tuples(st.integers(0, DEALS - 1), st.sampled_from(sorted(EDITS)),
                       st.integers(0, 6)), max_size=6),
    min_size=1, max_size=4,
)  # fmt: skip
MERGED_INTO_ONE_THAT_GOES = [[(0, "merge", 4), (4, "delete", 0)], []]


def _merge(world: Pulling, deal_id: str, into: str) -> None:
    if into != deal_id and into not in world.crm.removed:
        world.crm.merge(deal_id, into)


class Killed(BaseException):
    """As if the process had lost power."""


@dataclass
class Trouble:
    """What happens to the pulls of a world."""

    seed: int
    kills: frozenset[int]
    night: int = 0
    reached: int = 0
    versions: tuple[Deal, ...] = ()
    """Every deal as it stood at every night that has passed."""

    def reach(self, _point: str) -> None:
        self.reached += 1
        if self.reached in self.kills:
            raise Killed

    def arrange(self, deals: list[Deal]) -> list[Deal]:
        chance = random.Random(f"{self.seed}:{self.night}")
        old = [v for v in self.versions if chance.random() < 0.3]
        copies = [deal for deal in deals if chance.random() < 0.5]
        found = [*deals, *copies, *old]
        chance.shuffle(found)
        return found


def run(house: House, nights: Any, *, history: bool, trouble: Trouble | None) -> object:
    world = Pulling.of(house, keeps_history=history)
    world.crm.put(*(a_deal(f"d{i}") for i in range(DEALS)))
    if trouble is not None:
        world.crm.arrange = trouble.arrange
        world.crm.early_endings = True
        world.services = house.services_with(crms={SLUG: world.crm}, reach=trouble.reach)
    counts = [see_through(world)]
    for i in range(LINKED):
        world.link(f"c{i}", f"d{i}")
    for night, edits in enumerate(nights, 1):
        for i, kind, n in edits:
            house.go_on(minutes=7)
            if f"d{i}" not in world.crm.removed:
                EDITS[kind](world, f"d{i}", n)
        if trouble is not None:
            trouble.night = night
        counts.append(see_through(world))
        if trouble is not None:
            trouble.versions += tuple(world.crm.deals.values())
        house.go_on(days=1)
    return [*everything(world), counts]


def see_through(world: Pulling) -> LookCounts:
    """One night; returns what was found, but not how much was read for it."""
    world.house.go_on(minutes=1)
    ask_for_pulls([SLUG], world.services, full=False)
    world.house.go_on(minutes=1)
    while True:
        try:
            if not work_on_pulls(world.services):
                return replace(world.look().counts, read=0)
        except Killed:
            continue


def everything(world: Pulling) -> list[object]:
    found: list[object] = [world.deal_of(f"c{i}")[0] for i in range(LINKED)]
    for i in range(DEALS):
        kept = world.kept(f"d{i}")
        found.append((kept.deal, kept.closed_at, bool(kept.gone_at), kept.merged_into))
        with world.services.database.read() as tx:
            found.append(tx.history.moves(kept.deal.ref))
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None,
          max_examples=25)  # fmt: skip
@given(NIGHTS, st.booleans(), st.integers(0, 99), st.frozensets(st.integers(1, 40), max_size=5))
@example(nights=MERGED_INTO_ONE_THAT_GOES, history=False, seed=0, kills=frozenset())
def test_whatever_befalls_the_pulls_the_same_is_known_afterwards(
    new_house: NewHouse, nights: Any, history: bool, seed: int, kills: frozenset[int]
) -> None:
    clean = run(new_house(), nights, history=history, trouble=None)
    troubled = run(new_house(), nights, history=history, trouble=Trouble(seed, kills))
    assert troubled == clean

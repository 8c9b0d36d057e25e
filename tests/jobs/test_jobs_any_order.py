"""Late, repeated, revised, re-scored and deleted calls end in the profile of the calls alone."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.effects import Queue
from domain.skills import ProfileRules
from jobs.corrections import delete_call, rescore_call
from jobs.profiles import profile_as_of
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import ANA, NOW, House, fetched, news, talk

EAGER = ProfileRules(
    first_min_calls=2, first_max_error=20.0, change_probability=0.5, reversal_probability=0.6,
    min_days_between=1, min_calls_between=1,
)  # fmt: skip
"""Few calls are enough for tiers to move, so that a difference would show."""


@dataclass(frozen=True)
class Told:
    """One call: what it is worth, and what happens to it besides arriving."""

    step: int
    questions: int
    revised_from: int | None = None
    rescored: bool = False
    repeated: bool = False
    unwanted: bool = False
    """Arrives and is deleted."""


LEVEL = st.integers(0, 4)
CALLS = st.lists(
    st.builds(
        Told, step=LEVEL, questions=LEVEL, revised_from=st.none() | LEVEL,
        rescored=st.booleans(), repeated=st.booleans(), unwanted=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)  # fmt: skip


def eager_house(new_house: NewHouse) -> House:
    house = new_house()
    house.services = house.services_with(rules=EAGER)
    return house


def arrive(house: House, n: int, step: int, questions: int, key: str) -> None:
    house.provider.behind[f"m{n}"] = fetched(talk(step, questions))
    started_at = NOW - timedelta(days=60 - 7 * n)
    house.hand_in(key, news(f"m{n}", transcript=True, started_at=started_at))
    house.work(Queue.INGEST, Queue.SCORE)


def story(house: House, n: int, told: Told) -> list[Callable[[], None]]:
    """What happens to one call, in its own order."""
    steps: list[Callable[[], None]] = []
    if told.revised_from is not None:
        first = told.revised_from
        steps.append(lambda: arrive(house, n, first, first, f"{n}:first"))
    steps.append(lambda: arrive(house, n, told.step, told.questions, f"{n}:final"))
    if told.repeated:
        steps.append(lambda: arrive(house, n, told.step, told.questions, f"{n}:again"))
    if told.rescored:
        steps.append(lambda: rescore_call(house.call(f"m{n}").id, house.services))
    if told.unwanted:
        steps.append(lambda: delete_call(house.call(f"m{n}").id, house.services))
    return steps


def outcome(house: House) -> Mapping[str, object]:
    """All that is stored of Ana; ids of calls replaced by their meetings."""
    house.work(Queue.SCORE)
    refs = {call.id: call.provider_ref for call in house.calls()}
    with house.database.read() as tx:
        proficiencies = tx.profiles.of_reps([ANA.id])
        changes = tx.profiles.tier_changes([ANA.id], since=NOW - timedelta(days=365))
        pairs = [(ANA.id, p.skill_id) for p in proficiencies]
        lines = [profile_as_of(tx, p, house.clock, house.services).history for p in pairs]
    moves = [(refs[c.because_of], c.skill_id, c.before, c.after, c.at, c.level) for c in changes]
    return {"now": list(proficiencies), "moves": sorted(moves, key=str), "lines": lines}


def in_order(house: House, calls: list[Told]) -> Mapping[str, object]:
    """What stands there if each wanted call comes once, oldest first."""
    for n, told in enumerate(calls):
        if not told.unwanted:
            arrive(house, n, told.step, told.questions, f"{n}")
    return outcome(house)


def test_calls_that_come_late_twice_again_and_in_vain_leave_the_same_profile(
    new_house: NewHouse,
) -> None:
    calls = [
        Told(1, 0, revised_from=4), Told(0, 1, rescored=True),
        Told(4, 4, unwanted=True), Told(4, 3, repeated=True),
    ]  # fmt: skip
    expected = in_order(eager_house(new_house), calls)
    assert expected["moves"]
    house = eager_house(new_house)
    for n, told in reversed(list(enumerate(calls))):
        for step in story(house, n, told):
            step()
    assert outcome(house) == expected


@pytest.mark.slow
@given(calls=CALLS, data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_profile_is_that_of_the_calls_whatever_happened_on_the_way(
    new_house: NewHouse, calls: list[Told], data: st.DataObject
) -> None:
    expected = in_order(eager_house(new_house), calls)
    house = eager_house(new_house)
    stories = [story(house, n, told) for n, told in enumerate(calls)]
    turns = list(itertools.chain.from_iterable([n] * len(s) for n, s in enumerate(stories)))
    for n in data.draw(st.permutations(turns), label="whose step comes next"):
        stories[n].pop(0)()
    assert outcome(house) == expected

"""Calls are read twice, pairs are counted, and what flips too often leaves proficiency."""

import itertools
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

import pytest

from domain.calls import CallId, CallState, CallType, Transcript
from domain.effects import Queue
from domain.errors import (
    GradingError,
    GradingRefused,
    ReploopError,
    StoreUnavailable,
    VendorUnavailable,
)
from domain.ports import Database, Stores
from domain.rubrics import CriterionId, Rubric, RubricLibrary
from domain.scores import Evidence, GraderAnswer, GraderReply, Scorecard
from domain.stability import Reader, SecondReading
from domain.usage import NOTHING, Usage
from jobs import recount as module
from jobs.corrections import delete_call
from jobs.recount import recount, recount_all, recount_daily
from jobs.second_reading import unstable_of
from tests.jobs.fakes import ANA, BEN, NEXT_STEPS, OBJECTIONS, QUESTIONING, RUBRIC, House, talk

STEP, QUESTIONS = CriterionId("dated_step"), CriterionId("open_questions")
READER = Reader(rubric_name="discovery", rubric_version=1, grader_version="m/prompt-1")


@dataclass
class Wavering:
    """A model that gives levels 2, 2 and 4, and wavers at second readings.

    One level more of either of the first two would make the call silver.
    """

    wavers: frozenset[CriterionId] = frozenset()
    name: str = "model"
    version: str = "m/prompt-1"
    asked: list[tuple[CriterionId, ...]] = field(default_factory=list)
    spent_before: list[Usage] = field(default_factory=list)
    second_raises: ReploopError | None = None
    second_is_empty: bool = False
    other_version: str | None = None
    """Who answers the second reading instead."""
    requests: int = 1
    levels: Iterator[int] = field(default_factory=lambda: itertools.cycle((0, 1, 3, 4)))

    def grade(
        self, rubric: Rubric, call_type: CallType, transcript: Transcript, *, spent: Usage = NOTHING
    ) -> GraderReply:
        again = len(rubric.criteria) < len(RUBRIC.criteria)
        self.asked.append(tuple(c.id for c in rubric.criteria))
        self.spent_before.append(spent)
        if again and self.second_raises is not None:
            raise self.second_raises
        proof = tuple(Evidence(t.text, t.index) for t in transcript.turns if t.index in (0, 2))
        return GraderReply(
            answers={
                c.id: GraderAnswer(
                    criterion_id=c.id,
                    level=self._level(c.id, again=again),
                    evidence=proof,
                )
                for c in rubric.criteria
                if not (again and self.second_is_empty)
            },
            usage=Usage(requests=self.requests, prompt_tokens=100, completion_tokens=10),
            version=self.other_version if again else None,
        )

    def _level(self, criterion_id: CriterionId, *, again: bool) -> int:
        if again and criterion_id in self.wavers:
            return next(self.levels)
        return 2 if criterion_id in (STEP, QUESTIONS) else 4


def read_twice(house: House, grader: Wavering, share: float = 1.0) -> None:
    limits = replace(house.services.thresholds, second_reading_share=share)
    house.services = house.services_with(grader=grader, thresholds=limits)


def score(house: House, name: str, *, days_ago: float = 1.0) -> Scorecard:
    house.put_ready(name, talk(2), days_ago=days_ago)
    house.work(Queue.SCORE)
    with house.database.read() as tx:
        card = tx.scorecards.latest(CallId(name))
    assert card is not None
    return card


def pairs(house: House) -> object:
    with house.database.read() as tx:
        return tx.readings.pairs(READER)


def test_what_decides_the_medal_is_asked_once_more_and_the_first_level_stands(
    house: House,
) -> None:
    grader = Wavering(wavers=frozenset({STEP}))
    read_twice(house, grader)
    card = score(house, "c1")
    assert grader.asked == [tuple(c.id for c in RUBRIC.criteria), (STEP, QUESTIONS)]
    assert [c.level for c in card.criteria] == [2, 2, 4]
    assert pairs(house) == {STEP: {(2, 0): 1}, QUESTIONS: {(2, 2): 1}}


def test_both_readings_are_on_the_bill(house: House) -> None:
    read_twice(house, Wavering())
    usage = score(house, "c1").usage
    assert (usage["requests"], usage["prompt_tokens"], usage["completion_tokens"]) == (2, 200, 20)


def test_a_second_reading_that_was_paid_in_vain_is_on_the_bill(house: House) -> None:
    failed = GradingError("the reply is not JSON")
    failed.usage = Usage(requests=1, prompt_tokens=70, completion_tokens=5)
    read_twice(house, Wavering(second_raises=failed))
    usage = score(house, "c1").usage
    assert (usage["requests"], usage["prompt_tokens"], usage["completion_tokens"]) == (2, 170, 15)
    assert pairs(house) == {}


def test_a_second_reading_that_answers_nothing_is_on_the_bill(house: House) -> None:
    read_twice(house, Wavering(second_is_empty=True))
    assert score(house, "c1").usage["requests"] == 2
    assert pairs(house) == {}


def test_both_readings_are_on_the_bill_of_the_next_if_the_score_cannot_be_kept(
    house: House,
) -> None:
    def away() -> None:
        raise StoreUnavailable("the disk is full")

    read_twice(house, Wavering())
    house.put_ready("c1", talk(2), days_ago=1)
    house.acts["score.before_commit"] = away
    house.work(Queue.SCORE)
    with house.database.read() as tx:
        assert tx.calls.spent(CallId("c1")).requests == 2


def test_the_second_reading_gets_what_the_first_left_of_the_budget(house: House) -> None:
    grader = Wavering()
    read_twice(house, grader)
    score(house, "c1")
    first = Usage(requests=1, prompt_tokens=100, completion_tokens=10)
    assert grader.spent_before == [NOTHING, first]


def test_without_a_share_nothing_is_read_twice(house: House) -> None:
    grader = Wavering()
    read_twice(house, grader, share=0.0)
    score(house, "c1")
    assert (len(grader.asked), pairs(house)) == (1, {})


def test_the_builtin_grader_is_never_asked_twice(house: House) -> None:
    grader = Wavering(name="builtin")
    read_twice(house, grader)
    score(house, "c1")
    assert len(grader.asked) == 1


def test_a_call_that_took_several_requests_is_not_read_twice(house: House) -> None:
    grader = Wavering(requests=3)
    read_twice(house, grader)
    score(house, "c1")
    assert len(grader.asked) == 1


@pytest.mark.parametrize(
    "error", [GradingRefused("no"), VendorUnavailable("openai", "503")], ids=["refused", "away"]
)
def test_a_second_reading_that_fails_costs_no_score(house: House, error: ReploopError) -> None:
    read_twice(house, Wavering(second_raises=error))
    score(house, "c1")
    assert house.call("c1").state is CallState.SCORED
    assert pairs(house) == {}


def test_another_model_that_stood_in_is_no_second_reading(house: House) -> None:
    read_twice(house, Wavering(other_version="n/prompt-1"))
    score(house, "c1")
    assert pairs(house) == {}


def test_a_deleted_call_takes_its_pairs_along(house: House) -> None:
    read_twice(house, Wavering())
    score(house, "c1")
    delete_call(CallId("c1"), house.services)
    assert pairs(house) == {}


def test_a_random_judge_is_left_out_and_a_steady_one_is_not(house: House) -> None:
    """Every call is read twice here; the pairs needed, not the calls, are what is shown."""
    read_twice(house, Wavering(wavers=frozenset({STEP})))
    cards = [score(house, f"c{number}", days_ago=20 - number) for number in range(12)]
    card = cards[-1]
    with house.database.read() as tx:
        assert unstable_of(tx, card) == {STEP}
    assert {pair: calls for pair, (_, calls) in house.profile().items()} == {
        (ANA.id, QUESTIONING): 12,
        (ANA.id, OBJECTIONS): 12,
    }
    assert (card.criteria[0].criterion_id, card.criteria[0].level) == (STEP, 2)


def add_pairs(house: House, number: int, *, flip: bool) -> None:
    """Pairs of other criteria's making, as if so many versions of a call had been read."""
    with house.database.write() as tx:
        tx.readings.add_new(
            [
                SecondReading(
                    call_id=CallId("c1"), call_version=100 + n + 1000 * flip, criterion_id=STEP,
                    reader=READER, first=2, second=3 if flip else 2, read_at=house.clock,
                )
                for n in range(number)
            ]
        )  # fmt: skip


@dataclass
class CountingWrites:
    """The same database; counts its transactions that write."""

    real: Database
    writes: int = 0

    def read(self) -> AbstractContextManager[Stores]:
        return self.real.read()

    def write(self) -> AbstractContextManager[Stores]:
        self.writes += 1
        return self.real.write()


class ReadOnly(CountingWrites):
    """Nobody may write."""

    def write(self) -> AbstractContextManager[Stores]:
        raise AssertionError("nothing was to be written")


class FailingOnce(CountingWrites):
    """The first transaction that would write finds no database."""

    def write(self) -> AbstractContextManager[Stores]:
        if not self.writes:
            self.writes += 1
            raise StoreUnavailable("away for a moment")
        return super().write()


def test_calls_scored_before_follow_when_a_criterion_leaves_and_when_it_comes_back(
    house: House,
) -> None:
    read_twice(house, Wavering(), share=0.0)
    for number in range(3):
        score(house, f"c{number}", days_ago=9 - number)
    before = house.profile()
    assert {skill for _, skill in before} == {NEXT_STEPS, QUESTIONING, OBJECTIONS}
    add_pairs(house, 20, flip=True)
    assert recount(READER, house.services) == 3
    assert {skill for _, skill in house.profile()} == {QUESTIONING, OBJECTIONS}
    assert recount(READER, house.services) == 0
    add_pairs(house, 200, flip=False)
    assert recount(READER, house.services) == 3
    assert house.profile() == before


def test_a_recount_touches_no_call_of_another_grader(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    score(house, "c1")
    read_twice(house, Wavering(version="n/prompt-1"), share=0.0)
    score(house, "c2")
    add_pairs(house, 20, flip=True)
    assert recount(READER, house.services) == 1
    assert house.profile()[ANA.id, NEXT_STEPS][1] == 1


def test_once_a_day_what_a_stopped_worker_left_behind_is_counted_anew(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    score(house, "c1")
    assert recount_daily(house.services) == 0
    add_pairs(house, 20, flip=True)  # noted, and the worker stopped before calls followed
    assert recount_daily(house.services) == 0  # not again today
    house.go_on(hours=25)
    assert recount_daily(house.services) == 1
    assert (ANA.id, NEXT_STEPS) not in house.profile()


def test_what_is_as_it_should_be_is_only_read(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    score(house, "c1")
    add_pairs(house, 20, flip=True)
    recount(READER, house.services)
    assert recount(READER, house.services_with(database=ReadOnly(house.database))) == 0


def test_many_calls_are_counted_anew_in_several_transactions(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CALLS_AT_ONCE", 2)
    monkeypatch.setattr(module, "PAUSE_S", 0.0)
    read_twice(house, Wavering(), share=0.0)
    for number in range(5):
        score(house, f"c{number}", days_ago=9 - number)
    add_pairs(house, 20, flip=True)
    database = CountingWrites(house.database)
    assert recount(READER, house.services_with(database=database)) == 5
    assert database.writes == 3
    assert {skill for _, skill in house.profile()} == {QUESTIONING, OBJECTIONS}


def test_one_reps_trouble_keeps_no_other_waiting_and_is_raised_at_the_end(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    house.put_ready("c0", talk(2, rep="Ben Hart"), days_ago=1.0, rep=BEN)  # newest: is first
    house.work(Queue.SCORE)
    score(house, "c1", days_ago=2.0)
    add_pairs(house, 20, flip=True)
    database = FailingOnce(house.database)
    with pytest.raises(StoreUnavailable, match="away for a moment"):
        recount(READER, house.services_with(database=database))
    assert (BEN.id, NEXT_STEPS) in house.profile()
    assert (ANA.id, NEXT_STEPS) not in house.profile()


def test_a_call_that_was_deleted_meanwhile_is_passed_over(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    for name in ("c1", "c2"):
        score(house, name)
    add_pairs(house, 20, flip=True)
    delete_call(CallId("c2"), house.services)
    assert recount(READER, house.services) == 1


def test_a_rubric_that_is_gone_is_passed_over(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    score(house, "c1")
    add_pairs(house, 20, flip=True)
    assert recount_all(house.services_with(rubrics=RubricLibrary(()))) == 0


def test_a_tier_that_only_the_meter_moved_is_told_to_nobody(house: House) -> None:
    read_twice(house, Wavering(), share=0.0)
    for number in range(8):
        score(house, f"c{number}", days_ago=9 - number)
    told = len(house.effects())
    add_pairs(house, 20, flip=True)
    recount(READER, house.services)
    assert len(house.effects()) == told


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[House]:
    house = House.at(postgres_url)
    yield house
    house.database.dispose()


@pytest.mark.slow
def test_many_workers_score_and_count_anew_at_once_without_standing_in_each_others_way(
    on_postgres: House,
) -> None:
    house = on_postgres
    read_twice(house, Wavering(wavers=frozenset({STEP})))
    for number in range(40):
        house.put_ready(f"c{number}", talk(2), days_ago=50 - number)
    house.work(Queue.SCORE)  # eight at a time; from the tenth pair on calls are counted anew
    assert {call.state for call in house.calls()} == {CallState.SCORED}
    assert {call.error for call in house.calls()} == {None}
    recount_all(house.services)
    assert {pair: calls for pair, (_, calls) in house.profile().items()} == {
        (ANA.id, QUESTIONING): 40,
        (ANA.id, OBJECTIONS): 40,
    }
    assert recount_all(house.services) == 0

from dataclasses import dataclass, replace

import pytest

from domain.calls import CallId
from domain.skills import FitRecord, MoveCause, Published, Tier, TierChange
from store.database import SqlDatabase
from tests.store.samples import (
    ANA,
    BEN,
    CLOSING,
    DISCOVERY,
    MOMENT,
    a_call,
    a_change,
    a_move,
    a_proficiency,
    a_profile,
    an_observation,
    days,
)

C1, C2 = CallId("c1"), CallId("c2")


@pytest.fixture
def with_calls(database: SqlDatabase) -> SqlDatabase:
    with database.write() as tx:
        tx.calls.put(a_call("c1"))
        tx.calls.put(a_call("c2"))
    return database


def test_observations_come_back_in_order_of_time_then_call(with_calls: SqlDatabase) -> None:
    later = an_observation("c1", observed_at=MOMENT + days(1))
    with with_calls.write() as tx:
        tx.profiles.replace_observations(C1, [later])
        tx.profiles.replace_observations(C2, [an_observation("c2")])
        found = tx.profiles.observations(ANA, DISCOVERY)
        assert [o.call_id for o in found] == [C2, C1]
        tx.profiles.replace_observations(C1, [an_observation("c1")])
        found = tx.profiles.observations(ANA, DISCOVERY)
    assert [o.call_id for o in found] == [C1, C2]


def test_an_observation_names_the_deal_that_its_call_belongs_to_now(
    with_calls: SqlDatabase,
) -> None:
    made_of = an_observation(parts=(("meddic.v1/pain", 75.0, 2.0),), call_type="discovery")
    with with_calls.write() as tx:
        tx.profiles.replace_observations(C1, [made_of])
        assert tx.profiles.observations(ANA, DISCOVERY) == [replace(made_of, deal="hubspot:d1")]
        tx.calls.link(C1, deal=None, reason="gone")
        assert tx.profiles.observations(ANA, DISCOVERY) == [made_of]


def test_observations_of_several_pairs_are_those_of_each(with_calls: SqlDatabase) -> None:
    pairs = [(ANA, DISCOVERY), (BEN, DISCOVERY), (ANA, CLOSING)]
    with with_calls.write() as tx:
        tx.profiles.replace_observations(
            C1, [an_observation(), an_observation(rep_id=BEN, skill_id=CLOSING)]
        )
        tx.profiles.replace_observations(
            C2, [an_observation("c2"), an_observation("c2", skill_id=CLOSING)]
        )
        found = tx.profiles.observations_of(pairs)
        assert found == {pair: tx.profiles.observations(*pair) for pair in pairs}
        assert (len(found[ANA, DISCOVERY]), found[BEN, DISCOVERY]) == (2, [])
        assert tx.profiles.observations_of([]) == {}


def test_the_observations_of_a_skill_are_everybodys(with_calls: SqlDatabase) -> None:
    with with_calls.write() as tx:
        tx.profiles.replace_observations(C1, [an_observation(rep_id=BEN)])
        tx.profiles.replace_observations(
            C2, [an_observation("c2"), an_observation("c2", skill_id=CLOSING)]
        )
        assert [o.rep_id for o in tx.profiles.of_skill(DISCOVERY)] == [ANA, BEN]
        assert tx.profiles.observed_skills() == [CLOSING, DISCOVERY]
        assert tx.profiles.of_call(C2) == {(ANA, DISCOVERY), (ANA, CLOSING)}


def test_a_profile_on_another_basis_is_behind(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(basis="fit 1"))
        assert tx.profiles.behind("fit 1") == []
        assert tx.profiles.behind("fit 2") == [(ANA, DISCOVERY)]
        assert tx.profiles.behind("fit 2", rep_id=BEN) == []


def test_a_tier_change_that_was_not_looked_at_is_still_news(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.profiles.put(a_profile(a_change()), seen=False) == ()
        assert tx.profiles.put(a_profile(a_change())) == (a_change(),)


def test_moves_are_kept_in_the_order_they_were_made(database: SqlDatabase) -> None:
    first = a_move(before=None, after=60.0)
    second = a_move(before=60.0, after=64.5, at=MOMENT + days(1), cause=MoveCause.BASIS)
    with database.write() as tx:
        tx.profiles.note(first)
        tx.profiles.note(second)
        assert tx.profiles.moves(ANA, DISCOVERY) == [first, second]
        assert tx.profiles.moves(ANA, DISCOVERY, since=MOMENT + days(0.5)) == [second]


@dataclass(frozen=True, slots=True)
class Body:
    offsets: dict[str, float]


def test_a_fit_comes_back_as_it_was_and_is_never_changed(database: SqlDatabase) -> None:
    record = FitRecord(1, MOMENT, 40)
    with database.write() as tx:
        assert tx.fits.newest() is None
        assert tx.fits.add_if_new(record, Body({"a": 1.5}))
        assert not tx.fits.add_if_new(FitRecord(1, MOMENT, 50), Body({"a": 2.0}))
        assert tx.fits.newest() == record
        assert tx.fits.get(1, Body) == Body({"a": 1.5})


def test_a_fit_that_is_not_there_is_an_error(database: SqlDatabase) -> None:
    with database.read() as tx, pytest.raises(LookupError, match="no fit of version 7"):
        tx.fits.get(7, Body)


def test_new_observations_touch_their_pairs(with_calls: SqlDatabase) -> None:
    with with_calls.write() as tx:
        touched = tx.profiles.replace_observations(
            C1, [an_observation(), an_observation(skill_id=CLOSING)]
        )
    assert touched == {(ANA, DISCOVERY), (ANA, CLOSING)}


def test_the_same_observations_again_touch_nothing(with_calls: SqlDatabase) -> None:
    with with_calls.write() as tx:
        tx.profiles.replace_observations(C1, [an_observation()])
        assert tx.profiles.replace_observations(C1, [an_observation()]) == frozenset()


def test_whoever_loses_gains_or_changes_an_observation_is_touched(with_calls: SqlDatabase) -> None:
    stays = an_observation(skill_id=CLOSING)
    with with_calls.write() as tx:
        tx.profiles.replace_observations(C1, [an_observation(), stays])
        moved = tx.profiles.replace_observations(C1, [an_observation(rep_id=BEN), stays])
        changed = tx.profiles.replace_observations(C1, [an_observation(rep_id=BEN, score=1), stays])
        gone = tx.profiles.replace_observations(C1, [])
        assert tx.profiles.observations(ANA, CLOSING) == []
    assert moved == {(ANA, DISCOVERY), (BEN, DISCOVERY)}
    assert changed == {(BEN, DISCOVERY)}
    assert gone == {(BEN, DISCOVERY), (ANA, CLOSING)}


def test_an_observation_of_another_call_is_refused(with_calls: SqlDatabase) -> None:
    with with_calls.write() as tx, pytest.raises(ValueError, match="not of call c1"):
        tx.profiles.replace_observations(C1, [an_observation("c2")])


def test_a_profile_comes_back_as_it_was(database: SqlDatabase) -> None:
    profile = a_profile(a_change())
    with database.write() as tx:
        tx.profiles.put(profile)
        assert tx.profiles.of_reps([ANA, BEN]) == [profile.proficiency]
        figures = Published(*(getattr(profile.proficiency, n) for n in ("level", "calls", "basis")))
        assert tx.profiles.published(ANA) == {DISCOVERY: figures}
        assert tx.profiles.tier_changes([ANA], since=MOMENT) == [a_change()]


def test_a_pair_without_data_is_kept_without_a_tier(database: SqlDatabase) -> None:
    profile = a_profile(tier=None, last_observed_at=None, trends=())
    with database.write() as tx:
        tx.profiles.put(profile)
        assert tx.profiles.of_reps([ANA]) == [profile.proficiency]


def test_a_replay_replaces_the_profile(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(level=10.0))
        tx.profiles.put(a_profile(level=20.0))
        assert [p.level for p in tx.profiles.of_reps([ANA])] == [20.0]


def test_profiles_are_given_by_rep_and_skill_for_the_asked_reps_only(database: SqlDatabase) -> None:
    with database.write() as tx:
        for rep_id, skill_id in ((BEN, DISCOVERY), (ANA, DISCOVERY), (ANA, CLOSING)):
            tx.profiles.put(a_profile(rep_id=rep_id, skill_id=skill_id))
        found = [(p.rep_id, p.skill_id) for p in tx.profiles.of_reps([BEN, ANA])]
        assert found == [(ANA, CLOSING), (ANA, DISCOVERY), (BEN, DISCOVERY)]
        assert tx.profiles.of_reps([BEN]) == [a_proficiency(rep_id=BEN)]
        assert tx.profiles.of_reps([]) == []


def test_only_changes_never_seen_before_are_returned(database: SqlDatabase) -> None:
    first = a_change("c1", before=None, after=Tier.DEVELOPING)
    second = a_change("c2", at=MOMENT + days(20))
    with database.write() as tx:
        assert tx.profiles.put(a_profile(first)) == (first,)
        assert tx.profiles.put(a_profile(first, second)) == (second,)
        assert tx.profiles.put(a_profile(first, second)) == ()


def test_a_change_that_a_replay_took_back_and_found_again_is_not_new(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(a_change()))
        assert tx.profiles.put(a_profile()) == ()
        assert tx.profiles.tier_changes([ANA], since=MOMENT) == []
        later = a_change(at=MOMENT + days(1), level=79.5)
        assert tx.profiles.put(a_profile(later)) == ()
        assert tx.profiles.tier_changes([ANA], since=MOMENT) == [later]


def test_a_change_remembered_after_the_profile_was_removed(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(a_change()))
        tx.profiles.remove(ANA, DISCOVERY)
        assert tx.profiles.of_reps([ANA]) == []
        assert tx.profiles.published(ANA) == {}
        assert tx.profiles.tier_changes([ANA], since=MOMENT) == []
        assert tx.profiles.put(a_profile(a_change())) == ()


@pytest.mark.parametrize(
    "other",
    [
        a_change(rep_id=BEN),
        a_change(skill_id=CLOSING),
        a_change(after=Tier.EXCELLENT),
        a_change("c2", after=Tier.EXCELLENT),
    ],
    ids=["rep", "skill", "after", "after and cause"],
)
def test_a_change_that_differs_in_what_it_says_is_new(
    database: SqlDatabase, other: TierChange
) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(a_change()))
        profile = a_profile(other, rep_id=other.rep_id, skill_id=other.skill_id)
        assert tx.profiles.put(profile) == (other,)


@pytest.mark.parametrize("again", [a_change("c2"), a_change(before=None)])
def test_the_tier_that_was_told_last_is_no_news_whatever_tips_it(
    database: SqlDatabase, again: TierChange
) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(a_change()))
        assert tx.profiles.put(a_profile(again)) == ()


def test_an_older_rise_that_a_replay_moves_is_no_news_and_hides_no_real_one(
    database: SqlDatabase,
) -> None:
    first = a_change("c1", before=None, after=Tier.DEVELOPING, at=MOMENT - days(9))
    rose = a_change("c5", at=MOMENT - days(5))
    fell = a_change("c9", before=rose.after, after=Tier.DEVELOPING, at=MOMENT - days(2))
    again = a_change("c12", before=Tier.DEVELOPING, after=rose.after)
    moved = replace(rose, because_of=CallId("c4"))
    with database.write() as tx:
        assert tx.profiles.put(a_profile(first)) == (first,)
        assert tx.profiles.put(a_profile(first, rose)) == (rose,)
        assert tx.profiles.put(a_profile(first, rose, fell)) == (fell,)
        assert tx.profiles.put(a_profile(first, moved, fell)) == ()
        assert tx.profiles.put(a_profile(first, moved, fell, again)) == (again,)


def test_a_change_whose_beginning_went_is_told_no_more(database: SqlDatabase) -> None:
    first, then = a_change(), a_change("c2", before=Tier.PROFICIENT, after=Tier.EXCELLENT)
    with database.write() as tx:
        tx.profiles.put(a_profile(first, then))
        again = replace(first, before=Tier.NEEDS_WORK)
        assert tx.profiles.put(a_profile(again, then)) == ()


def test_tier_changes_are_listed_newest_first_since_a_day(database: SqlDatabase) -> None:
    old, new = a_change(at=MOMENT - days(9)), a_change("c2")
    with database.write() as tx:
        tx.profiles.put(a_profile(old, new))
        assert tx.profiles.tier_changes([ANA], since=MOMENT - days(9)) == [new, old]
        assert tx.profiles.tier_changes([ANA], since=MOMENT - days(8)) == [new]
        assert tx.profiles.tier_changes([BEN], since=MOMENT - days(9)) == []


def test_one_tier_change_is_found_by_its_moment(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.profiles.put(a_profile(a_change()))
        assert tx.profiles.tier_change(ANA, DISCOVERY, MOMENT) == a_change()
        assert tx.profiles.tier_change(ANA, DISCOVERY, MOMENT + days(1)) is None
        assert tx.profiles.tier_change(ANA, CLOSING, MOMENT) is None


def test_observations_and_real_changes_are_counted(with_calls: SqlDatabase) -> None:
    first = a_change(before=None, at=MOMENT - days(30))
    with with_calls.write() as tx:
        assert tx.profiles.count() == (0, 0)
        tx.profiles.replace_observations(C1, [an_observation(), an_observation(skill_id=CLOSING)])
        tx.profiles.put(a_profile(first, a_change()))
        assert tx.profiles.count() == (2, 1)

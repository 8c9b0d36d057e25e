"""A shared moment is an example as long as its level, as it stands now, is one to learn from."""

from dataclasses import replace

import pytest

from domain.appeals import AppealId
from domain.effects import Queue
from domain.library import SharedClip, ShownMoment
from domain.notices import LibraryNotice
from domain.people import Person
from domain.rubrics import CriterionId
from jobs.library import (
    library_counts,
    own_moments,
    peer_moment,
    search_library,
    waiting_moments,
)
from tests.jobs.fakes import ANA, BEN, MIA, NEXT_STEPS, House, talk

STEP = CriterionId("dated_step")


def offer(house: House, ref: str) -> dict[str, str]:
    """Ana shares a moment of a call that went well; returns what a button says of it."""
    house.act(ANA, "clip.offer", value={"call": ref, "turn": "0", "criterion": STEP})
    return {"clip": f"{ref}.0.{STEP}"}


def choose(house: House, ref: str) -> None:
    clip = offer(house, ref)
    house.act(MIA, "clip.choose", value=clip, fields={"title": (f"Of {ref}",)})


@pytest.fixture
def scored(house: House) -> House:
    for days_ago, ref in enumerate(("m1", "m2"), 1):
        house.put_ready(ref, talk(4), days_ago=days_ago)
    house.work(Queue.SCORE, Queue.DELIVER)
    return house


def rule(house: House, ref: str, level: str) -> None:
    """Ana contests it, and Mia decides."""
    about = {"call": ref, "criterion": STEP}
    house.act(ANA, "appeal.open", value=about, fields={"reason": ("So.",)})
    with house.database.read() as tx:
        (opened,) = [each for each in tx.appeals.of_call(house.call(ref).id) if each.open]
    appeal: dict[str, str] = {"appeal": AppealId(opened.id)}
    house.act(MIA, "appeal.decide", value=appeal, fields={"level": (level,), "reason": ("So.",)})


def found(house: House, viewer: Person = BEN) -> list[str]:
    with house.database.read() as tx:
        return sorted(m.shared.title for m in search_library(viewer, "", None, tx, house.services))


def peer(house: House) -> ShownMoment | None:
    with house.database.read() as tx:
        ben = tx.people.organisation().person(BEN.id)
        assert ben is not None
        return peer_moment(NEXT_STEPS, STEP, ben, tx, house.services)


def test_what_a_person_ruled_down_is_no_example_any_more(scored: House) -> None:
    choose(scored, "m1")
    assert (found(scored), peer(scored) is None) == (["Of m1"], False)
    rule(scored, "m1", "2")
    assert (found(scored), peer(scored)) == ([], None)
    with scored.database.read() as tx:
        assert library_counts(tx) == {}
        (own,) = own_moments(ANA, tx, scored.services)
    assert own.shared.title == "Of m1"


@pytest.mark.parametrize("level", ["3", "4"])
def test_what_stays_good_enough_stays(scored: House, level: str) -> None:
    choose(scored, "m1")
    rule(scored, "m1", level)
    assert found(scored) == ["Of m1"]


def test_the_better_moment_of_now_is_shown_first(scored: House) -> None:
    choose(scored, "m1")
    choose(scored, "m2")
    best = peer(scored)
    assert best is not None
    rule(scored, best.shared.clip.call_id, "3")
    other = peer(scored)
    assert other is not None
    assert {best.shared.title, other.shared.title} == {"Of m1", "Of m2"}


def test_an_offer_that_was_ruled_down_leaves_the_manager_nothing_to_choose(scored: House) -> None:
    offer(scored, "m1")
    with scored.database.read() as tx:
        assert len(waiting_moments(MIA, tx, scored.services)) == 1
    rule(scored, "m1", "none")
    with scored.database.read() as tx:
        assert waiting_moments(MIA, tx, scored.services) == ()


def test_messages_that_show_it_are_corrected(scored: House) -> None:
    choose(scored, "m1")
    scored.act(BEN, "clip.library")
    before = scored.messenger.sent[-1][2]
    assert isinstance(before, LibraryNotice)
    assert len(before.moments) == 1
    rule(scored, "m1", "1")
    after = [n for _, _, n in scored.messenger.edited if isinstance(n, LibraryNotice)]
    assert [n.moments for n in after] == [()]


def test_messages_about_another_behaviour_are_left_alone(scored: House) -> None:
    choose(scored, "m1")
    scored.act(BEN, "clip.library")
    with scored.database.write() as tx:
        (shared,) = tx.library.list(rep_id=ANA.id)
        tx.library.put(_about_something_else(shared))
    rule(scored, "m1", "1")
    assert not any(isinstance(n, LibraryNotice) for _, _, n in scored.messenger.edited)


def _about_something_else(shared: SharedClip) -> SharedClip:
    return replace(shared, clip=replace(shared.clip, criterion_id=CriterionId("other")))

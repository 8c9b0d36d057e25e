"""Moments that a team shares: asked, offered, chosen, taken back, found; by whom, and when not."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calls import Transcript, Turn
from domain.effects import EffectState, Queue
from domain.library import ClipState, SharedClip, ShownMoment
from domain.notices import CallScoredNotice, ClipNotice, LibraryNotice, Notice
from domain.people import Person, Role, Team
from domain.rubrics import CriterionId
from jobs.acting import DONE_BEFORE, NOT_YOURS
from jobs.corrections import delete_call
from jobs.home_rep import rep_home
from jobs.letter import Letter
from jobs.letters import compose
from jobs.library import library_counts, own_moments, peer_moment, search_library
from jobs.library_letters import library_for
from jobs.library_shown import note_shown
from tests.jobs.fakes import (
    ANA,
    BEN,
    EAST,
    MIA,
    NEXT_STEPS,
    OBJECTIONS,
    OTTO,
    RINA,
    WEST,
    WIM,
    House,
    talk,
)

STEP = CriterionId("dated_step")
MOMENT = {"call": "m1", "turn": "0", "criterion": STEP}
CLIP = {"clip": f"m1.0.{STEP}"}
TITLE = "Names the day and the people"


@pytest.fixture
def scored(house: House) -> House:
    """Ana has a scored call that went well; its message was sent."""
    house.put_ready("m1", talk(4), days_ago=1)
    house.work(Queue.SCORE, Queue.DELIVER)
    house.messenger.sent.clear()
    return house


@pytest.fixture
def offered(scored: House) -> House:
    scored.act(ANA, "clip.offer", value=MOMENT)
    return scored


@pytest.fixture
def chosen(offered: House) -> House:
    choose(offered)
    return offered


def choose(house: House, by: Person = MIA) -> None:
    house.act(by, "clip.choose", value=CLIP, fields={"title": (TITLE,)})


def kept(house: House) -> SharedClip | None:
    with house.database.read() as tx:
        return next(iter(tx.library.list(rep_id=ANA.id)), None)


def state(house: House) -> ClipState | None:
    shared = kept(house)
    return shared.state if shared else None


def found(house: House, viewer: Person, text: str = "", skill: str = "") -> list[ShownMoment]:
    with house.database.read() as tx:
        skill_id = NEXT_STEPS if skill == "next_steps" else OBJECTIONS if skill else None
        return list(search_library(viewer, text, skill_id, tx, house.services))


def whispered(house: House) -> list[str]:
    return [what.key for _, _, what in house.messenger.whispered]


def last_shown(house: House, to: Person) -> Notice:
    """What the newest message to this person about a moment or the library says now."""
    both = (*house.messenger.sent, *house.messenger.edited)
    kinds = ClipNotice, LibraryNotice
    return [n for _, who, n in both if who.id == to.id and isinstance(n, kinds)][-1]


def library(house: House, viewer: Person, **fields: tuple[str, ...]) -> LibraryNotice:
    house.act(viewer, "clip.find", fields=fields)
    key, to, notice = house.messenger.sent[-1]
    assert key.startswith("slack:library:")
    assert (to.id, type(notice)) == (viewer.id, LibraryNotice)
    assert isinstance(notice, LibraryNotice)
    return notice


# ── the way into the library ────────────────────────────────────────────────────────────


def test_an_offered_moment_is_seen_by_the_manager_and_nobody_else(offered: House) -> None:
    notice = last_shown(offered, MIA)
    assert isinstance(notice, ClipNotice)
    assert (notice.state, notice.to_rep) == (ClipState.OFFERED, False)
    assert notice.moment is not None
    assert "Thursday" in notice.moment.shared.clip.quote
    assert found(offered, BEN) == []
    assert {to.id for _, to, _ in offered.messenger.sent} == {MIA.id}


def test_a_chosen_moment_is_found_by_the_team_under_its_title(chosen: House) -> None:
    (moment,) = found(chosen, BEN, "names thursday ana")
    assert moment.shared.title == TITLE
    assert (moment.rep_name, moment.skill_name) == (ANA.name, "Next steps")
    assert moment.shared.clip.call_title == "Call m1"


def test_no_score_and_no_word_about_the_rep_goes_with_it(chosen: House) -> None:
    (moment,) = found(chosen, BEN)
    assert (moment.shared.clip.level, moment.shared.clip.note) == (None, "")


def test_the_rep_is_told_with_a_way_to_take_it_back(chosen: House) -> None:
    notice = last_shown(chosen, ANA)
    assert isinstance(notice, ClipNotice)
    assert (notice.state, notice.title, notice.to_rep) == (ClipState.IN_LIBRARY, TITLE, True)


def test_the_managers_message_follows_in_place(chosen: House) -> None:
    notice = last_shown(chosen, MIA)
    assert isinstance(notice, ClipNotice)
    assert notice.state is ClipState.IN_LIBRARY
    assert [to.id for _, to, _ in chosen.messenger.sent].count(MIA.id) == 1


def test_a_manager_asks_and_the_rep_agrees(scored: House) -> None:
    scored.act(MIA, "clip.ask", form=True, value=MOMENT)
    assert scored.messenger.forms[-1][2].name == "clip.ask"
    scored.act(MIA, "clip.ask", value=MOMENT, fields={"title": (TITLE,)})
    notice = last_shown(scored, ANA)
    assert isinstance(notice, ClipNotice)
    assert (notice.state, notice.manager_name) == (ClipState.ASKED, MIA.name)
    scored.act(ANA, "clip.agree", value=CLIP)
    assert state(scored) is ClipState.OFFERED
    scored.act(MIA, "clip.choose", form=True, value=CLIP)
    (field,) = scored.messenger.forms[-1][2].fields
    assert field.chosen == (TITLE,)


def test_a_no_is_told_to_nobody(scored: House) -> None:
    scored.act(MIA, "clip.ask", value=MOMENT)
    before = len(scored.messenger.sent)
    scored.act(ANA, "clip.decline", value=CLIP)
    assert state(scored) is ClipState.DECLINED
    assert len(scored.messenger.sent) == before
    assert {to.id for _, to, _ in scored.messenger.edited} == {ANA.id}
    scored.act(MIA, "clip.ask", value=MOMENT)
    assert whispered(scored)[-1] == "clips-asked-before"
    assert library(scored, MIA).waiting == ()


def test_asking_again_says_the_same_whatever_the_answer_was(scored: House) -> None:
    scored.act(MIA, "clip.ask", value=MOMENT)
    scored.act(MIA, "clip.ask", value=MOMENT)
    unanswered = whispered(scored)[-1]
    scored.act(ANA, "clip.decline", value=CLIP)
    scored.act(MIA, "clip.ask", value=MOMENT)
    assert whispered(scored)[-1] == unanswered


def test_pressed_twice_it_is_offered_once(offered: House) -> None:
    offered.act(ANA, "clip.offer", value=MOMENT)
    assert whispered(offered)[-1] == DONE_BEFORE.key
    assert len(offered.messenger.sent) == 1


def test_a_manager_leaves_it_and_may_still_take_it_in(offered: House) -> None:
    offered.act(MIA, "clip.leave", value=CLIP)
    assert state(offered) is ClipState.LEFT
    choose(offered)
    assert [m.shared.title for m in found(offered, BEN)] == [TITLE]
    offered.act(MIA, "clip.leave", value=CLIP)
    assert found(offered, BEN) == []


def test_a_low_moment_is_nothing_to_share(house: House) -> None:
    house.put_ready("m1", talk(2), days_ago=1)
    house.work(Queue.SCORE)
    house.act(ANA, "clip.offer", value=MOMENT)
    assert (kept(house), whispered(house)) == (None, [NOT_YOURS.key])


# ── whose it is ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("who", [BEN, WIM, MIA, OTTO, RINA], ids=lambda p: p.id)
def test_nobody_offers_or_takes_back_another_persons_moment(chosen: House, who: Person) -> None:
    for name in ("clip.withdraw", "clip.decline", "clip.agree"):
        chosen.act(who, name, value=CLIP)
    chosen.act(who, "clip.offer", value=MOMENT)
    assert set(whispered(chosen)[-4:]) == {NOT_YOURS.key}
    assert state(chosen) is ClipState.IN_LIBRARY


@pytest.mark.parametrize("who", [ANA, BEN, WIM, OTTO, RINA], ids=lambda p: p.id)
def test_only_the_teams_manager_asks_chooses_and_leaves(offered: House, who: Person) -> None:
    choose(offered, who)
    offered.act(who, "clip.leave", value=CLIP)
    offered.act(who, "clip.ask", value=MOMENT)
    assert set(whispered(offered)[-3:]) == {NOT_YOURS.key}
    assert state(offered) is ClipState.OFFERED


@pytest.mark.parametrize("who", [WIM, OTTO, RINA], ids=lambda p: p.id)
def test_other_teams_and_revops_read_nothing(chosen: House, who: Person) -> None:
    assert found(chosen, who) == []
    chosen.act(who, "clip.choose", form=True, value=CLIP)
    assert chosen.messenger.forms[-1][2].name == "form.notice"


def test_revops_sees_how_many_there_are(chosen: House) -> None:
    with chosen.database.read() as tx:
        assert library_counts(tx) == {EAST: {NEXT_STEPS: 1}}
    chosen.act(RINA, "clip.library")
    assert whispered(chosen)[-1] == NOT_YOURS.key


def test_a_stranger_in_the_workspace_gets_nothing(chosen: House) -> None:
    guest = replace(BEN, slack_user_id="UGUEST")
    sent = len(chosen.messenger.sent)
    chosen.act(guest, "clip.library")
    assert len(chosen.messenger.sent) == sent


def test_a_former_manager_loses_the_library_and_the_offer(offered: House) -> None:
    offered.change(teams=[Team(EAST, "East", OTTO.id)])
    choose(offered)
    assert whispered(offered)[-1] == NOT_YOURS.key
    offered.act(ANA, "clip.withdraw", value=CLIP)
    notice = last_shown(offered, MIA)
    assert isinstance(notice, ClipNotice)
    assert notice.moment is None


@pytest.mark.parametrize(
    "change",
    [
        lambda house: house.change(replace(ANA, team_id=WEST)),
        lambda house: house.change(replace(ANA, active=False)),
        lambda house: house.change(replace(ANA, role=Role.MANAGER, team_id=None)),
    ],
    ids=["moved", "left", "promoted"],
)
def test_who_leaves_the_team_is_gone_from_its_library(
    chosen: House, change: Callable[[House], None]
) -> None:
    change(chosen)
    assert found(chosen, BEN) == found(chosen, WIM) == []


def test_an_offer_does_not_outlive_the_team_it_was_made_to(offered: House) -> None:
    offered.change(replace(ANA, team_id=WEST))
    choose(offered)
    choose(offered, OTTO)
    assert state(offered) is ClipState.OFFERED


def test_a_question_of_a_former_manager_is_answered_to_nobody(scored: House) -> None:
    scored.act(MIA, "clip.ask", value=MOMENT)
    scored.change(replace(ANA, team_id=WEST))
    scored.act(ANA, "clip.agree", value=CLIP)
    assert state(scored) is ClipState.ASKED


def test_offered_again_it_reaches_the_manager_as_a_new_message(offered: House) -> None:
    offered.act(ANA, "clip.withdraw", value=CLIP)
    offered.go_on(hours=1)
    offered.act(ANA, "clip.offer", value=MOMENT)
    to_mia = [notice for _, to, notice in offered.messenger.sent if to.id == MIA.id]
    assert len(to_mia) == 2
    assert [len(quotes(notice)) for notice in to_mia] == [1, 1]
    assert len(on_screen(offered)) == 1  # the first one says that it was taken back


def moves_west(house: House) -> None:
    house.change(replace(ANA, team_id=WEST))
    house.go_on(hours=1)


def test_the_question_of_a_new_teams_manager_is_a_new_message(scored: House) -> None:
    scored.act(MIA, "clip.ask", value=MOMENT)
    moves_west(scored)
    scored.act(OTTO, "clip.ask", value=MOMENT)
    asked = [n.state for _, to, n in scored.messenger.sent
             if to.id == ANA.id and isinstance(n, ClipNotice)]  # fmt: skip
    assert asked == [ClipState.ASKED, ClipState.ASKED]


def test_a_new_teams_question_leaves_what_the_rep_agreed_to_before(chosen: House) -> None:
    moves_west(chosen)
    chosen.act(OTTO, "clip.ask", value=MOMENT, fields={"title": ("Mine",)})
    notice = last_shown(chosen, ANA)
    assert isinstance(notice, ClipNotice)
    assert (notice.state, notice.moment is not None) == (ClipState.ASKED, True)
    assert found(chosen, WIM) == found(chosen, BEN) == []
    chosen.change(replace(ANA, team_id=EAST))
    (moment,) = found(chosen, BEN)
    assert moment.shared.title == TITLE


def test_a_no_in_the_new_team_leaves_the_old_consent_and_is_final(chosen: House) -> None:
    moves_west(chosen)
    chosen.act(OTTO, "clip.ask", value=MOMENT)
    chosen.act(ANA, "clip.decline", value=CLIP)
    sent = len(chosen.messenger.sent)
    chosen.go_on(hours=1)
    chosen.act(OTTO, "clip.ask", value=MOMENT)
    assert whispered(chosen)[-1] == "clips-asked-before"
    assert len(chosen.messenger.sent) == sent
    chosen.change(replace(ANA, team_id=EAST))
    assert len(found(chosen, BEN)) == 1


def test_a_yes_in_the_new_team_is_for_that_team(chosen: House) -> None:
    moves_west(chosen)
    chosen.act(OTTO, "clip.ask", value=MOMENT)
    chosen.act(ANA, "clip.agree", value=CLIP)
    choose(chosen, OTTO)
    assert len(found(chosen, WIM)) == 1
    chosen.change(replace(ANA, team_id=EAST))
    assert found(chosen, BEN) == []


def test_what_is_no_longer_in_a_library_is_not_called_so_on_the_reps_home(chosen: House) -> None:
    def on_home() -> list[str]:
        with chosen.database.read() as tx:
            organisation = tx.people.organisation()
            rep = organisation.person(ANA.id)
            assert rep is not None
            return [line.key for line in rep_home(rep, organisation, tx, chosen.services).clips]

    assert on_home() == ["home-clip-in"]
    moves_west(chosen)
    assert on_home() == []


# ── gone ────────────────────────────────────────────────────────────────────────────────


def quotes(notice: object) -> list[str]:
    """Every quote of a shared moment that a message shows."""
    if isinstance(notice, ClipNotice):
        moments: tuple[ShownMoment | None, ...] = (notice.moment,)
    elif isinstance(notice, LibraryNotice):
        moments = (*notice.moments, *notice.own, *notice.waiting)
    else:
        moments = tuple(notice.peer.values()) if isinstance(notice, CallScoredNotice) else ()
    return [moment.shared.clip.quote for moment in moments if moment is not None]


def on_screen(house: House) -> list[str]:
    """The quotes that stand in Slack now, after every edit in place."""
    screen = {f"post-{n}": notice for n, (_, _, notice) in enumerate(house.messenger.sent, 1)}
    screen |= {remote_id: notice for remote_id, _, notice in house.messenger.edited}
    return [quote for notice in screen.values() for quote in quotes(notice)]


@pytest.fixture
def everywhere(house: House) -> House:
    """Ana's moment stands in five messages: hers, Mia's, two libraries and Ben's score."""
    house.put_ready("m1", talk(4), days_ago=2)
    house.work(Queue.SCORE, Queue.DELIVER)
    house.act(ANA, "clip.offer", value=MOMENT)
    choose(house)
    for viewer in (BEN, MIA):
        house.act(viewer, "clip.library")
    house.put_ready("m2", talk(1, rep=BEN.name), days_ago=1, rep=BEN)
    house.work(Queue.SCORE, Queue.DELIVER)
    assert len(on_screen(house)) == 5
    return house


def test_taken_back_it_is_gone_everywhere_at_once(everywhere: House) -> None:
    everywhere.act(ANA, "clip.withdraw", value=CLIP)
    assert on_screen(everywhere) == []
    assert found(everywhere, BEN) == found(everywhere, MIA) == []
    assert library(everywhere, ANA).own == ()


def test_a_deleted_call_takes_its_moments_along(everywhere: House) -> None:
    delete_call(everywhere.call("m1").id, everywhere.services)
    everywhere.work(Queue.DELIVER)
    assert kept(everywhere) is None
    assert on_screen(everywhere) == []


def test_what_is_taken_back_while_it_is_being_sent_is_put_right(chosen: House) -> None:
    chosen.acts["deliver.composed"] = lambda: chosen.act(ANA, "clip.withdraw", value=CLIP)
    chosen.act(BEN, "clip.library")
    chosen.work(Queue.DELIVER)
    assert on_screen(chosen) == []


def test_what_was_taken_back_before_it_was_noted_is_put_right(chosen: House) -> None:
    chosen.ask_for(library_for(BEN, "act", "", ""))
    claimed = chosen.claim_effect()
    with chosen.database.read() as tx:
        letter = compose(claimed.item, tx, chosen.services)
    assert isinstance(letter, Letter)
    chosen.act(ANA, "clip.withdraw", value=CLIP)
    with chosen.database.write() as tx:
        note_shown(tx, claimed.item, letter, chosen.services)
        assert tx.outbox.settle(claimed, EffectState.SENT, remote_id="post-9")
    chosen.work(Queue.DELIVER)
    put_right = [notice for at, _, notice in chosen.messenger.edited if at == "post-9"]
    assert [quotes(notice) for notice in put_right] == [[]]
    assert isinstance(put_right[0], LibraryNotice)


def test_what_went_out_before_a_crash_is_brought_up_to_date_when_it_is_found(
    chosen: House,
) -> None:
    def crash() -> None:
        raise KeyboardInterrupt

    chosen.acts["deliver.sent"] = crash
    with pytest.raises(KeyboardInterrupt):
        chosen.act(BEN, "clip.library")
    assert len(on_screen(chosen)) == 3
    chosen.act(ANA, "clip.withdraw", value=CLIP)
    chosen.go_on(minutes=30)
    chosen.work(Queue.DELIVER)
    assert on_screen(chosen) == []


def test_a_revised_transcript_that_lacks_the_words_shows_no_moment(chosen: House) -> None:
    call = chosen.call("m1")
    with chosen.database.write() as tx:
        tx.calls.put_transcript(call.id, Transcript((Turn(0, ANA.name, 0.0, 5.0, "Hello."),)))
    assert found(chosen, BEN) == []
    assert library(chosen, MIA).moments == ()


def test_consent_can_be_taken_back_while_nobody_sees_the_moment(chosen: House) -> None:
    with chosen.database.write() as tx:
        tx.calls.put_transcript(chosen.call("m1").id, Transcript(()))
    assert [moment.shared.id for moment in library(chosen, ANA).own] == [CLIP["clip"]]
    chosen.act(ANA, "clip.withdraw", value=CLIP)
    assert state(chosen) is ClipState.WITHDRAWN


def test_the_second_is_that_of_the_transcript_of_now(chosen: House) -> None:
    call = chosen.call("m1")
    with chosen.database.write() as tx:
        known = tx.calls.transcript(call.id)
        assert known is not None
        moved = tuple(replace(t, start_s=t.start_s + 9, end_s=t.end_s + 9) for t in known.turns)
        tx.calls.put_transcript(call.id, Transcript(moved))
    assert [m.shared.clip.start_s for m in found(chosen, BEN)] == [9.0]


def test_a_call_that_turns_out_to_be_another_reps_shows_no_moment(chosen: House) -> None:
    with chosen.database.write() as tx:
        tx.calls.put(replace(chosen.call("m1"), rep_id=BEN.id))
    assert found(chosen, MIA) == []


# ── finding ─────────────────────────────────────────────────────────────────────────────


def test_moments_are_found_by_skill_and_by_words(chosen: House) -> None:
    assert len(found(chosen, MIA, skill="next_steps")) == 1
    assert found(chosen, MIA, skill="objections") == []
    assert found(chosen, MIA, "warehouse") == []
    notice = library(chosen, BEN, text=("thursday",), skill=(NEXT_STEPS,))
    assert [m.rep_name for m in notice.moments] == [ANA.name]
    assert (notice.skill_name, notice.text) == ("Next steps", "thursday")


def test_who_may_open_the_call_is_led_there_and_a_teammate_is_not(chosen: House) -> None:
    opens = {p.id: [m.opens_call for m in found(chosen, p)] for p in (ANA, BEN, MIA)}
    assert opens == {ANA.id: [True], BEN.id: [False], MIA.id: [True]}


def test_the_recorder_is_linked_where_the_provider_knows_one(chosen: House) -> None:
    assert [m.recorder_url for m in found(chosen, BEN)] == [None]
    with chosen.database.write() as tx:
        tx.calls.put(replace(chosen.call("m1"), recording_url="https://v.example/r"))
    assert [m.recorder_url for m in found(chosen, BEN)] == ["https://v.example/r?t=0"]


def test_every_look_is_noted_about_the_rep(chosen: House) -> None:
    chosen.act(BEN, "clip.library")
    with chosen.database.read() as tx:
        noted = [(who, what) for _, who, what, _ in tx.audit.about(f"rep:{ANA.id}")]
    assert (BEN.id, "read_clips") in noted
    assert ANA.id not in {who for who, _ in noted}


# ── a teammate's moment beside one's own score ──────────────────────────────────────────


def peer(house: House, viewer: Person) -> ShownMoment | None:
    with house.database.read() as tx:
        return peer_moment(NEXT_STEPS, STEP, viewer, tx, house.services)


def test_a_teammates_moment_shows_what_to_try(chosen: House) -> None:
    moment = peer(chosen, BEN)
    assert moment is not None
    assert moment.rep_name == ANA.name
    assert peer(chosen, ANA) is peer(chosen, WIM) is None


def test_a_score_that_leaves_room_comes_with_a_teammates_moment(everywhere: House) -> None:
    sent = [n for _, to, n in everywhere.messenger.sent if to.id == BEN.id]
    scores = [n for n in sent if isinstance(n, CallScoredNotice)]
    assert [list(n.peer) for n in scores] == [[STEP]]


# ── any order ───────────────────────────────────────────────────────────────────────────

PRESSES = st.sampled_from(
    [
        (ANA, "clip.offer", MOMENT),
        (MIA, "clip.ask", MOMENT),
        (ANA, "clip.agree", CLIP),
        (ANA, "clip.decline", CLIP),
        (MIA, "clip.choose", CLIP),
        (MIA, "clip.leave", CLIP),
        (ANA, "clip.withdraw", CLIP),
        (BEN, "clip.library", {}),
        (OTTO, "clip.choose", CLIP),
        (BEN, "clip.withdraw", CLIP),
    ]
)
YES, NO = ("clip.offer", "clip.agree"), ("clip.decline", "clip.withdraw")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PRESSES, max_size=9))
def test_whatever_is_pressed_nothing_is_shown_without_consent(
    new_house: Callable[[], House], presses: list[tuple[Person, str, dict[str, str]]]
) -> None:
    house = new_house()
    house.put_ready("m1", talk(4), days_ago=1)
    house.work(Queue.SCORE, Queue.DELIVER)
    for who, name, value in presses:
        house.go_on(minutes=1)
        house.act(who, name, value=value, fields={"title": (TITLE,)})
        shared = kept(house)
        standing = shared is not None and shared.consent_at is not None
        assert standing or found(house, BEN) == found(house, MIA) == []
        if not standing:
            said = {f"post-{n}": (to, x) for n, (_, to, x) in enumerate(house.messenger.sent, 1)}
            said |= {remote_id: (to, x) for remote_id, to, x in house.messenger.edited}
            assert [q for to, x in said.values() if to.id != ANA.id for q in quotes(x)] == []


def test_own_moments_are_those_that_can_be_taken_back(chosen: House) -> None:
    with chosen.database.read() as tx:
        assert [m.shared.state for m in own_moments(ANA, tx, chosen.services)] == [
            ClipState.IN_LIBRARY
        ]
        assert own_moments(BEN, tx, chosen.services) == ()

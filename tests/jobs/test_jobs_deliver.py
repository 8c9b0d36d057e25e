"""A message goes once, to whom it may go now, or it is known why not."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.calls import CallId
from domain.clips import Clip
from domain.effects import Effect, EffectKind, EffectRecord, EffectState, Queue
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    StoreConflict,
    StoreUnavailable,
    VendorUnavailable,
)
from domain.people import Person, PersonId, Role, Team
from domain.phrases import phrase
from domain.ports import CallScoredNotice, Stores, TierChangeNotice
from domain.skills import Proficiency, SkillProfile, Tier, TierChange
from jobs.corrections import delete_call, rescore_call
from jobs.deliver import SETTLE_TRIES, deliver
from jobs.letter import NotYet
from jobs.retries import BACKOFF_S, LeaseLost
from store.database import SqlDatabase
from store.leases import MAX_ATTEMPTS
from tests.jobs.fakes import ANA, BEN, EAST, MIA, NEXT_STEPS, NOW, OTTO, House

MONDAY = date(2026, 11, 23)


def the_effect(house: House) -> EffectRecord:
    (record,) = house.effects()
    return record


def told(house: House) -> list[tuple[PersonId, str]]:
    """(to whom, kind of notice) in order."""
    return [(to.id, type(notice).__name__) for _, to, notice in house.messenger.sent]


def proficiency() -> Proficiency:
    return Proficiency(
        rep_id=ANA.id, skill_id=NEXT_STEPS, as_of=NOW, level=80.0, standard_error=4.0,
        effective_n=6.0, calls=9, tier=Tier.PROFICIENT,
    )  # fmt: skip


def change_of_tier(house: House, audience: str) -> None:
    change = TierChange(
        rep_id=ANA.id, skill_id=NEXT_STEPS, before=Tier.DEVELOPING, after=Tier.PROFICIENT,
        at=NOW - timedelta(days=1), because_of=CallId("c1"), level=80.0, standard_error=4.0,
        calls=9,
    )  # fmt: skip
    with house.database.write() as tx:
        tx.profiles.put(SkillProfile(proficiency=proficiency(), tier_changes=(change,), history=()))
    payload = {"rep_id": ANA.id, "call_id": "c1"}
    house.ask_for(
        Effect(
            kind=EffectKind.SLACK_TIER_CHANGE,
            key=f"tier:{audience}",
            payload={**payload, "audience": audience},
        )
    )


def clip(call_id: CallId) -> Clip:
    return Clip(
        call_id=call_id, call_title="Discovery", call_at=NOW, turn_index=0, start_s=0.0,
        speaker="Ana Lee", quote="Shall we meet again",
    )  # fmt: skip


def agenda_for(house: House, *clips: Clip) -> None:
    """Mia's agenda with Ana and Ben, planned and to be sent."""
    focus = FocusSkill(
        skill_id=NEXT_STEPS, skill_name="Next steps", proficiency=proficiency(),
        why=phrase("plain", text="Why."),
        leverage=1.0, clips=clips, suggestion=phrase("plain", text="Ask about “Discovery”."),
    )  # fmt: skip
    reps = tuple(
        RepAgenda(
            rep_id=rep.id, rep_name=rep.name, calls_this_week=2, focus=(focus,),
            nothing_because=None, moves=(), tier_changes=(),
        )
        for rep in (ANA, BEN)
    )  # fmt: skip
    agenda = Agenda(
        manager_id=MIA.id, manager_name=MIA.name, week="2026-W48", monday=MONDAY, as_of=NOW,
        reps=reps,
    )  # fmt: skip
    with house.database.write() as tx:
        tx.agendas.add_if_new(agenda)
    house.ask_for(
        Effect(
            kind=EffectKind.SLACK_AGENDA,
            key="agenda",
            payload={"manager_id": MIA.id, "week": "2026-W48"},
        )
    )


def sent_agenda(house: House) -> Agenda:
    (_, to, notice) = house.messenger.sent[0]
    assert to.id == MIA.id
    assert isinstance(notice, Agenda)
    return notice


def test_a_scored_call_is_told_to_its_rep_once(house: House) -> None:
    call = house.scored()
    house.work(Queue.DELIVER, Queue.DELIVER)
    ((key, to, notice),) = house.messenger.sent
    assert (key, to) == (f"slack:call:{call.id}", ANA)
    assert isinstance(notice, CallScoredNotice)
    assert notice.call == call
    record = the_effect(house)
    assert (record.state, record.remote_id) == (EffectState.SENT, "post-1")


def test_it_is_told_with_the_newest_score(house: House) -> None:
    call = house.scored()
    rescore_call(call.id, house.services)
    house.work(Queue.SCORE, Queue.DELIVER)
    notice = house.messenger.sent[0][2]
    assert isinstance(notice, CallScoredNotice)
    assert notice.scorecard.call_version == 2


def test_who_left_is_told_nothing(house: House) -> None:
    house.scored()
    house.change(replace(ANA, active=False))
    house.work(Queue.DELIVER)
    assert house.messenger.sent == []
    assert (the_effect(house).state, the_effect(house).error) == (
        EffectState.SKIPPED, "the recipient is no longer active",
    )  # fmt: skip


def test_a_deleted_call_is_told_to_nobody(house: House) -> None:
    delete_call(house.scored().id, house.services)
    house.work(Queue.DELIVER)
    assert house.messenger.sent == []
    assert the_effect(house).error == "the call has no score any more"


def test_a_tier_goes_to_the_rep_and_to_the_manager_of_this_moment(house: House) -> None:
    change_of_tier(house, "rep")
    change_of_tier(house, "manager")
    house.change(teams=[Team(EAST, "East", OTTO.id)])
    house.work(Queue.DELIVER)
    assert sorted(told(house)) == [(ANA.id, "TierChangeNotice"), (OTTO.id, "TierChangeNotice")]
    notice = house.messenger.sent[0][2]
    assert isinstance(notice, TierChangeNotice)
    assert (notice.rep, [m.skill_name for m in notice.moves]) == (ANA, ["Next steps"])


def test_a_rep_without_a_manager_has_nobody_else_told(house: House) -> None:
    change_of_tier(house, "manager")
    house.change(teams=[Team(EAST, "East", None)])
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, told(house)) == (EffectState.SKIPPED, [])


def test_a_manager_is_told_nothing_of_a_rep_who_left(house: House) -> None:
    change_of_tier(house, "manager")
    house.change(replace(ANA, active=False))
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, told(house)) == (EffectState.SKIPPED, [])


def test_a_tier_change_that_newer_data_took_back_is_not_told(house: House) -> None:
    change_of_tier(house, "rep")
    with house.database.write() as tx:
        tx.profiles.put(SkillProfile(proficiency=proficiency(), tier_changes=(), history=()))
    house.work(Queue.DELIVER)
    assert the_effect(house).error == "the tier change was taken back by newer data"


def test_a_tier_of_a_skill_that_is_no_longer_configured_is_not_told(house: House) -> None:
    change_of_tier(house, "rep")
    house.services = house.services_with(skills={})
    house.work(Queue.DELIVER)
    assert the_effect(house).error == "the tier change was taken back by newer data"


def test_an_agenda_leaves_out_who_left_the_team_or_the_company(house: House) -> None:
    agenda_for(house)
    house.change(replace(BEN, team_id=None))
    house.work(Queue.DELIVER)
    assert [rep.rep_id for rep in sent_agenda(house).reps] == [ANA.id]


@pytest.mark.parametrize(
    "now", [replace(MIA, role=Role.REP), replace(MIA, active=False)], ids=["rep", "gone"]
)
def test_who_manages_nobody_any_more_gets_no_agenda(house: House, now: Person) -> None:
    agenda_for(house)
    house.change(now)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, told(house)) == (EffectState.SKIPPED, [])


def test_an_agenda_quotes_no_call_that_was_deleted_since(house: House) -> None:
    kept, gone = house.scored("m1"), house.scored("m2")
    house.work(Queue.DELIVER)
    house.messenger.sent.clear()
    agenda_for(house, clip(kept.id), clip(gone.id))
    delete_call(gone.id, house.services)
    house.work(Queue.DELIVER)
    focus = sent_agenda(house).reps[0].focus[0]
    assert ([c.call_id for c in focus.clips], focus.suggestion) == ([kept.id], None)


def test_an_agenda_whose_calls_all_stand_goes_as_it_was_planned(house: House) -> None:
    call = house.scored()
    house.work(Queue.DELIVER)
    house.messenger.sent.clear()
    agenda_for(house, clip(call.id))
    house.work(Queue.DELIVER)
    with house.database.read() as tx:
        planned = tx.agendas.get(MIA.id, "2026-W48")
    assert planned is not None
    assert sent_agenda(house).reps[0] == planned.reps[0]


def test_a_moment_of_somebody_else_s_call_is_not_shown_in_a_rep_s_part(house: House) -> None:
    call = house.scored()
    house.work(Queue.DELIVER)
    house.messenger.sent.clear()
    agenda_for(house, clip(call.id))
    house.work(Queue.DELIVER)
    ana, ben = sent_agenda(house).reps
    assert ([len(f.clips) for f in ana.focus], [len(f.clips) for f in ben.focus]) == ([1], [0])


def test_words_that_a_new_transcript_no_longer_holds_are_not_shown(house: House) -> None:
    call = house.scored()
    house.work(Queue.DELIVER)
    house.messenger.sent.clear()
    agenda_for(house, replace(clip(call.id), quote="Words that nobody said"))
    house.work(Queue.DELIVER)
    assert sent_agenda(house).reps[0].focus[0].clips == ()


def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(house: House) -> None:
    house.scored()
    house.messenger.loses = [VendorUnavailable("slack", "time limit")]
    house.work(Queue.DELIVER)
    assert the_effect(house).state is EffectState.PENDING
    first_try = house.clock
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.DELIVER)
    assert len(house.messenger.sent) == 1
    assert (the_effect(house).state, the_effect(house).remote_id) == (EffectState.SENT, "post-1")
    assert house.messenger.searched == [
        (the_effect(house).effect.key, first_try - timedelta(seconds=60))
    ]


def test_a_first_try_is_not_looked_for(house: House) -> None:
    house.scored()
    house.work(Queue.DELIVER)
    assert house.messenger.searched == []


def test_a_post_that_never_went_out_is_sent_by_the_next_try(house: House) -> None:
    house.scored()
    house.messenger.raises = [VendorUnavailable("slack", "503")]
    house.work(Queue.DELIVER)
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


def test_while_nobody_knows_whether_it_went_out_nothing_is_sent(house: House) -> None:
    house.scored()
    house.messenger.loses = [VendorUnavailable("slack", "time limit")]
    house.messenger.find_raises = [VendorUnavailable("slack", "503")]
    house.work(Queue.DELIVER)
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.PENDING, 1)
    house.go_on(seconds=BACKOFF_S[1])
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


def test_a_database_that_goes_away_after_the_post_does_not_end_the_row(house: House) -> None:
    house.scored()

    def away() -> None:
        raise StoreUnavailable("SQLite code 5")

    house.acts["deliver.sent"] = away
    house.work(Queue.DELIVER)
    assert the_effect(house).state is EffectState.PENDING
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


@dataclass
class Unlucky:
    """The house's database; once a message went out, it undoes as many writes as it is told."""

    inner: SqlDatabase
    undoes: list[Exception] = field(default_factory=list)

    @contextmanager
    def write(self) -> Iterator[Stores]:
        with self.inner.write() as tx:
            yield tx
            if self.undoes:
                raise self.undoes.pop(0)

    def read(self) -> AbstractContextManager[Stores]:
        return self.inner.read()


def unlucky_after_the_post(house: House, *undone_by: Exception, quiet_s: float = 15.0) -> None:
    database = Unlucky(house.database)
    thresholds = replace(house.services.thresholds, reconcile_quiet_s=quiet_s)
    house.services = house.services_with(database=database, thresholds=thresholds)
    house.acts["deliver.sent"] = lambda: database.undoes.extend(undone_by)


@pytest.mark.parametrize("error", [StoreConflict("SQLSTATE 40001"), StoreUnavailable("57P01")])
def test_a_write_that_is_undone_after_the_post_is_tried_again_at_once(
    house: House, error: StoreUnavailable
) -> None:
    house.scored()
    unlucky_after_the_post(house, error, error)
    house.work(Queue.DELIVER)
    record = the_effect(house)
    assert (record.state, record.remote_id, record.attempts) == (EffectState.SENT, "post-1", 1)


def test_a_post_that_cannot_be_settled_is_not_looked_for_before_it_can_be_found(
    house: House,
) -> None:
    house.scored()
    unlucky_after_the_post(house, *[StoreConflict("SQLSTATE 40001")] * SETTLE_TRIES, quiet_s=40.0)
    house.work(Queue.DELIVER)
    house.go_on(seconds=39.9)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, house.messenger.searched) == (EffectState.PENDING, [])
    house.go_on(seconds=0.1)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


def test_a_post_whose_answer_was_lost_is_not_looked_for_before_it_can_be_found(
    house: House,
) -> None:
    house.scored()
    unlucky_after_the_post(house, quiet_s=40.0)
    house.messenger.loses = [VendorUnavailable("slack", "time limit")]
    house.work(Queue.DELIVER)
    house.go_on(seconds=39.9)
    house.work(Queue.DELIVER)
    assert house.messenger.searched == []
    house.go_on(seconds=0.1)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


@pytest.mark.parametrize(
    "error", [RateLimited("slack", 1.0), StoreConflict("x"), StoreUnavailable("x")]
)
def test_what_is_no_failure_of_the_message_never_ends_it(
    house: House, error: IntegrationError | StoreUnavailable
) -> None:
    house.scored()
    for _ in range(3 * MAX_ATTEMPTS):
        house.messenger.raises = [error]
        house.work(Queue.DELIVER)
        house.go_on(hours=1)
    assert (the_effect(house).state, house.messenger.sent) == (EffectState.PENDING, [])
    house.messenger.raises = []
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


def test_a_call_that_is_being_scored_again_is_told_when_that_is_done(house: House) -> None:
    call = house.scored()
    rescore_call(call.id, house.services)
    for _ in range(20):
        house.work(Queue.DELIVER)
        house.go_on(seconds=NotYet("").after_s)
    assert (the_effect(house).state, house.messenger.sent) == (EffectState.PENDING, [])
    house.work(Queue.SCORE, Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


@pytest.mark.parametrize(("left_s", "sent"), [(45.0, 1), (44.9, 0)])
def test_with_too_little_of_the_lease_left_nothing_is_sent(
    house: House, left_s: float, sent: int
) -> None:
    house.scored()
    claimed = house.claim_effect(lease_s=120.0)
    house.go_on(seconds=120.0 - left_s)
    if sent:
        deliver(claimed, house.services)
    else:
        with pytest.raises(LeaseLost):
            deliver(claimed, house.services)
    assert len(house.messenger.sent) == sent


def test_a_lease_that_was_lost_while_sending_does_not_settle(house: House) -> None:
    house.scored()
    claimed = house.claim_effect(lease_s=120.0)

    def taken() -> None:
        house.go_on(seconds=121)
        house.claim_effect()

    house.acts["deliver.sent"] = taken
    with pytest.raises(LeaseLost):
        deliver(claimed, house.services)
    assert the_effect(house).state is EffectState.PENDING


def test_a_recipient_whom_slack_does_not_know_is_a_reason(house: House) -> None:
    house.scored()
    house.messenger.raises = [NotFoundAtVendor("slack", "users_not_found")]
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, the_effect(house).error) == (
        EffectState.SKIPPED, "users_not_found",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("errors", "state"),
    [
        ([CredentialsRejected("slack", "token_revoked")], EffectState.PARKED),
        ([NotFoundAtVendor("slack", "users_not_found")], EffectState.SKIPPED),
    ],
)
def test_what_was_not_sent_is_sent_when_it_is_replayed(
    house: House, errors: list[IntegrationError], state: EffectState
) -> None:
    house.scored()
    house.messenger.raises = [*errors]
    house.work(Queue.DELIVER)
    assert the_effect(house).state is state
    with house.database.write() as tx:
        assert tx.outbox.replay(the_effect(house).id)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, len(house.messenger.sent)) == (EffectState.SENT, 1)


def test_without_a_messenger_a_message_is_parked(house: House) -> None:
    house.scored()
    house.services = house.services_with(messenger=None)
    house.work(Queue.DELIVER)
    assert (the_effect(house).state, the_effect(house).error) == (
        EffectState.PARKED, "no messenger is configured",
    )  # fmt: skip

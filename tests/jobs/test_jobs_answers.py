"""A question is heard once and answered under the asker's rights of the moment it is sent."""

from dataclasses import replace

import pytest

from domain.effects import EffectKind, EffectState, Queue
from domain.errors import VendorUnavailable
from domain.people import Person, PersonId, Team
from domain.ports import AnswerNotice, ClaimTerms
from domain.questions import Answer, Question
from domain.webhooks import DeliveryState
from domain.wording import MIN_CALLS
from jobs.answer import answer_asker
from jobs.hear import hear_question
from jobs.retries import BACKOFF_S, LeaseLost
from tests.jobs.fakes import (
    ANA,
    BEN,
    EAST,
    MIA,
    NEXT_STEPS,
    OTTO,
    RINA,
    WIM,
    FakeMessenger,
    House,
    talk,
)

pytestmark = pytest.mark.slow  # `make check` has to stay quick


def ask(text: str, by: str = "UMIA", **changes: object) -> Question:
    question = Question(id="Ev1", asked_by=by, channel="C1", ts="1.5", text=text, private=True)
    return replace(question, **changes)  # type: ignore[arg-type]


def answer(house: House, text: str, asker: Person) -> Answer:
    with house.database.write() as tx:
        said, look = answer_asker(text, asker, tx, house.services)
        look.keep(tx, house.services, via="slack")
        return said


def audited(house: House, subject: str) -> list[tuple[str, str, bool]]:
    with house.database.read() as tx:
        return [(actor, action, ok) for _, actor, action, ok in tx.audit.about(subject)]


@pytest.fixture
def scored(house: House) -> House:
    """Just enough calls of Ana and of Wim to say something."""
    for n in range(MIN_CALLS):
        house.put_ready(f"ana{n}", talk(1), days_ago=1 + n)
        house.put_ready(f"wim{n}", talk(4, rep=WIM.name), days_ago=1 + n, rep=WIM)
    house.work(Queue.SCORE)
    return house


def test_a_manager_is_answered_about_their_own_rep_with_figures_and_moments(scored: House) -> None:
    said = answer(scored, "How is Ana doing on next steps?", MIA)
    assert [(f.rep_id, f.skill_id) for f in said.figures] == [(ANA.id, NEXT_STEPS)]
    assert {c.call_id[:3] for c in said.cited} == {"ana"}
    assert not said.refused


@pytest.mark.parametrize("asker", [ANA, OTTO, BEN], ids=["rep", "other manager", "colleague"])
def test_a_hidden_rep_is_refused_in_the_words_of_an_invented_one(
    scored: House, asker: Person
) -> None:
    hidden = "Ana" if asker is not ANA else "Wim"
    refused = answer(scored, f"How is {hidden} doing on next steps?", asker)
    assert refused == answer(scored, "How is Xaver doing on next steps?", asker)
    assert (refused.refused, refused.figures, refused.cited) == (True, (), ())


def test_a_manager_ranks_nobody_but_the_own_team(scored: House) -> None:
    said = answer(scored, "Who is best at next steps?", OTTO)
    assert {figure.rep_id for figure in said.figures} == {WIM.id}


def test_a_rep_may_not_rank_anybody(scored: House) -> None:
    assert answer(scored, "Who is best at next steps?", ANA).refused


def test_a_rep_is_answered_about_themself(scored: House) -> None:
    said = answer(scored, "How am I doing?", ANA)
    assert {figure.rep_id for figure in said.figures} == {ANA.id}
    assert not said.refused


def test_revops_sees_every_number_and_no_words(scored: House) -> None:
    said = answer(scored, "How is Ana doing on next steps?", RINA)
    assert {figure.rep_id for figure in said.figures} == {ANA.id}
    assert said.cited == ()


def test_rights_are_those_of_this_moment(scored: House) -> None:
    scored.change(teams=[Team(EAST, "East", OTTO.id)])
    assert answer(scored, "How is Ana doing?", MIA).refused
    assert not answer(scored, "How is Ana doing?", OTTO).refused


def test_what_was_looked_at_and_what_was_denied_is_audited(scored: House) -> None:
    answer(scored, "How is Ana doing?", MIA)
    answer(scored, "How is Ana doing?", OTTO)
    answer(scored, "Who is best at next steps?", OTTO)
    assert audited(scored, ANA.id) == [(MIA.id, "ask", True)]
    assert audited(scored, "unknown") == [(OTTO.id, "ask", False)]
    assert audited(scored, "who") == [(OTTO.id, "ask", True)]


def test_the_answer_is_sent_to_who_asked(scored: House) -> None:
    scored.hand_in("Ev1", ask("How is Ana doing?"))
    scored.work(Queue.INGEST)
    scored.messenger.sent.clear()
    scored.work(Queue.DELIVER)
    ((to, notice),) = [(t, n) for _, t, n in scored.messenger.sent if isinstance(n, AnswerNotice)]
    assert to == MIA
    assert {figure.rep_id for figure in notice.answer.figures} == {ANA.id}


def test_one_message_that_comes_as_two_events_is_answered_once(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?", id="Ev1"))
    house.hand_in("Ev2", ask("How is Ana doing?", id="Ev2"))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert house.deliveries() == {"Ev1": DeliveryState.DONE, "Ev2": DeliveryState.DONE}
    assert [key for key, _, _ in house.messenger.sent] == ["slack:answer:C1:1.5"]


def test_two_messages_are_answered_each(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?"))
    house.hand_in("Ev2", ask("How is Ben doing?", ts="2.5"))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert len(house.messenger.sent) == 2


def test_a_delivery_that_holds_no_question_is_done(house: House) -> None:
    house.hand_in("Ev1", ask("hello"))
    house.questions.clear()
    house.work(Queue.INGEST)
    assert (house.deliveries(), house.effects()) == ({"Ev1": DeliveryState.DONE}, [])


def test_a_stranger_gets_nothing_and_the_try_is_audited(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?", by="UEVE"))
    house.work(Queue.INGEST, Queue.DELIVER)
    (record,) = house.effects(EffectKind.SLACK_ANSWER)
    assert (record.state, record.error) == (
        EffectState.SKIPPED, "the recipient is not known any more",
    )  # fmt: skip
    assert house.messenger.sent == []
    assert audited(house, "unknown asker") == [("UEVE", "ask", False)]


def test_who_left_between_asking_and_answering_gets_nothing(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?"))
    house.work(Queue.INGEST)
    house.change(replace(MIA, active=False))
    house.work(Queue.DELIVER)
    assert house.messenger.sent == []
    assert audited(house, "unknown asker") == [("UMIA", "ask", False)]


def known_as(house: House, slack_user_id: str) -> PersonId | None:
    with house.database.read() as tx:
        person = tx.people.organisation().by_slack_user(slack_user_id)
    return person.id if person else None


def test_who_asks_for_the_first_time_is_found_by_email_and_remembered(house: House) -> None:
    house.change(replace(MIA, slack_user_id=None))
    house.messenger.emails = {"UNEW": "Mia@Seller.example"}
    house.hand_in("Ev1", ask("How is Ana doing?", by="UNEW"))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert known_as(house, "UNEW") == MIA.id
    assert [to.id for _, to, _ in house.messenger.sent] == [MIA.id]


def test_an_email_that_is_none_of_ours_introduces_nobody(house: House) -> None:
    house.messenger.emails = {"UNEW": "eve@elsewhere.example"}
    house.hand_in("Ev1", ask("How is Ana doing?", by="UNEW"))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert (known_as(house, "UNEW"), house.messenger.sent) == (None, [])


def test_who_left_while_being_looked_up_stays_gone(house: House) -> None:
    house.change(replace(MIA, slack_user_id=None))

    class Slow(FakeMessenger):
        """Looks up so slowly that the person leaves meanwhile."""

        def email_of(self, user_id: str) -> str | None:
            house.change(replace(MIA, slack_user_id=None, active=False))
            return MIA.email

    house.services = house.services_with(messenger=Slow())
    house.hand_in("Ev1", ask("How is Ana doing?", by="UNEW"))
    house.work(Queue.INGEST)
    with house.database.read() as tx:
        person = tx.people.organisation().person(MIA.id)
    assert person == replace(MIA, slack_user_id="UNEW", active=False)


def test_a_look_up_that_fails_is_tried_again(house: House) -> None:
    class Away(FakeMessenger):
        """Fails once."""

        def email_of(self, user_id: str) -> str | None:
            if self.raises:
                raise self.raises.pop()
            return MIA.email

    house.services = house.services_with(messenger=Away(raises=[VendorUnavailable("slack", "503")]))
    house.hand_in("Ev1", ask("How is Ana doing?", by="UNEW"))
    house.work(Queue.INGEST)
    assert (house.deliveries(), house.effects()) == ({"Ev1": DeliveryState.NEW}, [])
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.INGEST)
    assert known_as(house, "UNEW") == MIA.id


def test_a_lost_lease_asks_for_no_answer(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?"))
    with house.database.write() as tx:
        (claimed,) = tx.deliveries.claim(ClaimTerms(1, 60.0))
    house.go_on(seconds=61)
    with house.database.write() as tx:
        tx.deliveries.claim(ClaimTerms(1, 60.0))
    with pytest.raises(LeaseLost):
        hear_question(claimed, house.services)
    assert house.effects() == []


@pytest.mark.parametrize(("private", "pointed"), [(False, 1), (True, 0)])
def test_a_question_in_a_channel_is_pointed_to_its_private_answer(
    house: House, private: bool, pointed: int
) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?", private=private))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert house.messenger.pointed == [("C1", "1.5", MIA.id)] * pointed


def test_a_pointer_is_not_given_twice(house: House) -> None:
    house.hand_in("Ev1", ask("How is Ana doing?", private=False))
    house.work(Queue.INGEST)
    house.messenger.loses = [VendorUnavailable("slack", "time limit")]
    house.work(Queue.DELIVER)
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.DELIVER)
    assert (len(house.messenger.sent), house.messenger.pointed) == (1, [])


def test_a_pointer_that_fails_leaves_the_answer_sent(house: House) -> None:
    class NoPointer(FakeMessenger):
        """May not write in the channel."""

        def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
            raise VendorUnavailable("slack", "not_in_channel")

    house.services = house.services_with(messenger=NoPointer())
    house.hand_in("Ev1", ask("How is Ana doing?", private=False))
    house.work(Queue.INGEST, Queue.DELIVER)
    (record,) = house.effects(EffectKind.SLACK_ANSWER)
    assert record.state is EffectState.SENT

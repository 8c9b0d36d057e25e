"""The agent pane: prompts to begin with, a status meanwhile, and the answer in its thread."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from domain.actions import MESSAGES_OPENED
from domain.effects import EffectKind, Queue
from domain.errors import VendorUnavailable
from domain.people import Person
from domain.phrases import Phrase
from domain.ports import AnswerNotice, Check, ModelReply, ModelRequest
from domain.questions import Question
from tests.jobs.fakes import ANA, MIA, RINA, House

pytestmark = pytest.mark.slow  # `make check` has to stay quick


@dataclass
class ScriptedModel:
    """Answers with the texts it was given, one after the other."""

    says: list[str]
    asked: list[ModelRequest] = field(default_factory=list)
    raises: list[Exception] = field(default_factory=list)
    model: str = "scripted"

    def complete(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        if self.raises:
            raise self.raises.pop(0)
        return ModelReply(text=self.says.pop(0), model=self.model, complete=True)

    def room(self, request: ModelRequest) -> int:
        return request.max_output_tokens

    def check(self) -> Sequence[Check]:
        return ()


def keys(prompts: tuple[Phrase, ...]) -> set[str]:
    return {prompt.key for prompt in prompts}


@pytest.mark.parametrize(
    ("person", "some"),
    [(ANA, "answer-example-own"), (MIA, "answer-example-who"), (RINA, "answer-example-coverage")],
    ids=["rep", "manager", "revops"],
)
def test_who_opens_the_pane_is_offered_questions_of_their_own(
    house: House, person: Person, some: str
) -> None:
    house.act(person, MESSAGES_OPENED, channel="D1")
    ((channel, to, prompts),) = house.messenger.suggested
    assert (channel, to, len(prompts)) == ("D1", person, 4)
    assert some in keys(prompts)


def test_prompts_that_cannot_be_shown_are_let_go(house: House) -> None:
    house.messenger.raises = [VendorUnavailable("slack", "503")]
    house.act(ANA, MESSAGES_OPENED, channel="D1")
    assert house.messenger.suggested == []


def ask(text: str, **more: object) -> Question:
    given = {"id": "Ev1", "asked_by": "UANA", "channel": "D1", "ts": "2.5", "private": True}
    return Question(text=text, **(given | more))  # type: ignore[arg-type]


def test_a_question_in_the_pane_shows_a_status_and_is_answered_in_its_thread(house: House) -> None:
    house.hand_in("Ev1", ask("How am I doing?", thread_ts="1.5"))
    house.work(Queue.INGEST)
    assert [each[:2] for each in house.messenger.statuses] == [("D1", "1.5")]
    (record,) = house.effects(EffectKind.SLACK_ANSWER)
    assert record.effect.payload["thread"] == "D1:1.5"


def test_a_mention_in_a_channel_is_answered_in_no_thread_there(house: House) -> None:
    house.hand_in("Ev1", ask("How am I doing?", channel="C1", private=False, thread_ts="1.5"))
    house.work(Queue.INGEST)
    (record,) = house.effects(EffectKind.SLACK_ANSWER)
    assert "thread" not in record.effect.payload
    assert house.messenger.statuses == []


def plan(**parts: object) -> str:
    usual: dict[str, object] = {
        "kind": "rep", "people": [], "own": True, "group": False, "skill": "", "words": "",
        "first": "", "last": "", "direction": "weak", "order": "latest", "outcome": "", "rose": "",
    }  # fmt: skip
    return json.dumps(usual | parts)


def answered(house: House) -> AnswerNotice:
    house.work(Queue.INGEST, Queue.DELIVER)
    ((_, _, notice),) = house.messenger.sent
    assert isinstance(notice, AnswerNotice)
    return notice


def test_what_the_rules_do_not_understand_is_taken_apart_by_the_model(house: House) -> None:
    model = ScriptedModel([plan()])
    house.services = house.services_with(model=model)
    house.hand_in("Ev1", ask("So, am I any better than a wet sponge?"))
    assert answered(house).answer.kind == "rep"
    assert len(model.asked) == 1


def test_what_the_rules_understand_or_refuse_costs_no_model(house: House) -> None:
    model = ScriptedModel([])
    house.services = house.services_with(model=model)
    house.hand_in("Ev1", ask("How am I doing?"))
    house.hand_in("Ev2", ask("Will they fire me?", ts="3.5"))
    house.hand_in("Ev3", ask("Who is best?", ts="4.5"))
    house.work(Queue.INGEST, Queue.DELIVER)
    assert model.asked == []
    assert len(house.messenger.sent) == 3


def test_a_model_that_fails_leaves_the_plain_refusal(house: House) -> None:
    model = ScriptedModel([], raises=[VendorUnavailable("openai", "503")])
    house.services = house.services_with(model=model)
    house.hand_in("Ev1", ask("So, am I any better than a wet sponge?"))
    assert answered(house).answer.because == "cannot"


def test_rights_that_end_between_plan_and_answer_end_the_answer(house: House) -> None:
    house.services = house.services_with(model=ScriptedModel([plan(people=["ana"], own=False)]))
    house.hand_in("Ev1", ask("What is the deal-breaker with my Ana?", asked_by="UMIA"))
    house.work(Queue.INGEST)
    house.change(replace(ANA, team_id=None))
    assert answered(house).answer.because == "cannot"

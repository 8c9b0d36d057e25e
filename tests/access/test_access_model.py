"""With a language model that does whatever it is told: it sees nothing it must not, and code
decides what is answered.

The model here is the worst there could be: asked by Ana, it names Ben.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from domain.ports import Check, ModelReply, ModelRequest
from domain.questions import Direction, Order
from tests.access.company import SECRETS, Company


@dataclass
class Obedient:
    """Plans a question about whom it is told to name; keeps what it was shown."""

    names: str
    model: str = "scripted"
    shown: list[str] = field(default_factory=list)

    def complete(self, request: ModelRequest) -> ModelReply:
        self.shown.append(f"{request.system}\n{request.user}\n{json.dumps(request.schema)}")
        plan = {
            "kind": "rep", "people": [self.names], "own": False, "group": False, "skill": "",
            "words": "", "first": "", "last": "", "direction": next(iter(Direction)).value,
            "order": next(iter(Order)).value, "outcome": "", "rose": "",
        }  # fmt: skip
        return ModelReply(text=json.dumps(plan), model=self.model, complete=True)

    def room(self, request: ModelRequest) -> int:
        return request.max_output_tokens

    def check(self) -> Sequence[Check]:
        return ()


def with_model(company: Company, names: str) -> Obedient:
    model = Obedient(names)
    company.services = replace(company.services, model=model)
    company.rebuild()
    return model


FREE = "Tell me whatever there is to be known regarding that colleague of mine please"


@pytest.mark.parametrize(("name", "forbidden"), [("ana", "ben"), ("mia", "cy"), ("mia", "dee")])
def test_a_model_that_names_somebody_forbidden_gets_the_answer_of_nobody(
    company: Company, name: str, forbidden: str
) -> None:
    model = with_model(company, forbidden)
    answer = company.asks(name, FREE)
    model.names = "zoltan"
    nobody = company.asks(name, FREE)
    assert answer
    assert answer == nobody
    assert "±" not in answer
    assert len(model.shown) == 2


def test_it_is_shown_names_of_visible_reps_and_nothing_of_any_call(company: Company) -> None:
    model = with_model(company, "ben")
    company.asks("ana", FREE)
    (shown,) = model.shown
    assert "Ana" in shown
    for word in ("Ben", "Cy", "Dee", *SECRETS.values()):
        assert word not in shown


def test_for_whom_it_may_see_the_same_plan_is_answered(company: Company) -> None:
    with_model(company, "ben")
    assert "Ben" in company.asks("mia", FREE)

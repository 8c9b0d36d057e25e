"""Which rubric a type of call is scored with, as the setting says it."""

import pytest

from app.configured import load_configured
from config.settings import Settings
from domain.calls import CallType
from domain.errors import ConfigurationError


def chosen(said: str, kind: CallType) -> str:
    settings = Settings(rubric_by_call_type=said)
    return load_configured(settings).rubrics.for_call(kind).name


def test_a_type_of_call_gets_the_rubric_that_is_said_for_it() -> None:
    said = "demo=demo, renewal = churn_save"
    assert chosen(said, CallType.DEMO) == "demo"
    assert chosen(said, CallType.RENEWAL) == "churn_save"


def test_every_other_type_keeps_the_default() -> None:
    assert chosen("demo=demo", CallType.DISCOVERY) == "discovery"
    assert chosen("", CallType.DEMO) == "discovery"


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("lunch=demo", "'lunch=demo' is not a type of call and a rubric"),
        ("demo", "'demo' is not a type of call and a rubric"),
        ("demo=nonsense", "there is no rubric nonsense"),
        ("discovery=demo", "rubric demo does not cover discovery calls"),
    ],
)
def test_what_cannot_be_used_stops_with_the_remedy(said: str, problem: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        chosen(said, CallType.DEMO)
    assert problem in caught.value.problem
    assert caught.value.remedy

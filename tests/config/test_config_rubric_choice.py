"""Rubrics that are asked for by name never take over calls that another one was chosen for."""

from pathlib import Path

import pytest

from app.configured import load_configured
from config.loader import load_rubrics, load_skills
from config.settings import Settings
from domain.calls import CallType
from domain.errors import ConfigurationError
from domain.rubrics import RubricLibrary
from scoring.builtin.levels import READERS

SHIPPED = Path(__file__).parents[2] / "config"


def scored_with(default: str, call_type: CallType) -> str:
    shipped = load_rubrics(SHIPPED / "rubrics", load_skills(SHIPPED / "skills.yaml"), READERS)
    return RubricLibrary(shipped.rubrics, default=default).for_call(call_type).name


@pytest.mark.parametrize("call_type", list(CallType))
def test_discovery_scores_every_type_of_call_unless_another_is_named(call_type: CallType) -> None:
    assert scored_with("discovery", call_type) == "discovery"


@pytest.mark.parametrize(
    ("named", "call_type"),
    [
        ("meddic", CallType.CHECK_IN),
        ("meddic", CallType.OTHER),
        ("spin", CallType.NEGOTIATION),
        ("gap", CallType.NEGOTIATION),
    ],
)
def test_a_call_that_the_named_methodology_does_not_cover_is_scored_with_discovery(
    named: str, call_type: CallType
) -> None:
    assert scored_with(named, call_type) == "discovery"


@pytest.mark.parametrize("named", ["spin", "gap"])
def test_a_methodology_said_for_negotiations_that_it_left_out_stops_with_what_to_do(
    named: str,
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_configured(Settings(rubric_by_call_type=f"negotiation={named}"))
    assert f"rubric {named} does not cover negotiation calls" in caught.value.problem
    assert "name another, or add a version that covers it" in caught.value.remedy

"""A stored score is made again from what it names, and any change to it is found."""

from dataclasses import replace

import pytest

from config.loader import load_rubrics, load_skills
from config.settings import PACKAGED
from domain.calls import CallId, CallState, Transcript
from domain.effects import Queue
from domain.errors import ConfigurationError, GradingRefused, NotVisible
from domain.people import PersonId
from domain.rubrics import RubricLibrary
from domain.scores import Evidence, Scorecard
from integrations.transcripts.read import read_transcript
from jobs.corrections import rescore_call
from jobs.reproduce import Verdict, reproduce
from scoring.builtin import READERS, BuiltinGrader
from scoring.rulings import Verdict as Judged
from scoring.rulings import with_verdicts
from tests.app.cli_talk import GOOD, as_vtt
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import NOW, FakeGrader, House

CALL = CallId("m1")


@pytest.fixture(scope="module")
def library() -> RubricLibrary:
    skills = load_skills(PACKAGED / "skills.yaml")
    return load_rubrics(PACKAGED / "rubrics", skills, READERS)


@pytest.fixture(scope="module")
def talk() -> Transcript:
    return read_transcript(as_vtt(GOOD).encode(), "good.vtt")


@pytest.fixture
def scored(new_house: NewHouse, library: RubricLibrary, talk: Transcript) -> House:
    """A house in which one call was scored by the built-in grader."""
    house = new_house()
    house.services = house.services_with(grader=BuiltinGrader(), rubrics=library)
    house.put_ready(CALL, talk, days_ago=1)
    house.work(Queue.SCORE)
    return house


def stored(house: House) -> Scorecard:
    with house.database.read() as tx:
        card = tx.scorecards.latest(CALL)
    assert card is not None
    return card


def put_instead(house: House, card: Scorecard) -> None:
    with house.database.write() as tx:
        tx.scorecards.remove(CALL)
        assert tx.scorecards.add_if_new(card)


def test_what_the_builtin_grader_stored_comes_out_identical(scored: House) -> None:
    scored.go_on(days=30)
    found = reproduce(CALL, scored.services)
    assert (found.verdict, found.differences, found.broken) == (Verdict.IDENTICAL, (), ())
    assert found.holds
    assert sum(c.level is not None for c in found.card.criteria) > 5


def test_a_poor_transcript_that_was_not_scored_comes_out_identical(
    new_house: NewHouse, library: RubricLibrary, talk: Transcript
) -> None:
    house = new_house()
    house.services = house.services_with(grader=BuiltinGrader(), rubrics=library)
    lost = tuple(replace(turn, text=f"{turn.text} [inaudible]") for turn in talk.turns)
    house.put_ready(CALL, replace(talk, turns=lost), days_ago=1)
    house.work(Queue.SCORE)
    assert (house.call(CALL).state, stored(house).overall) == (CallState.SCORED, None)
    assert reproduce(CALL, house.services).verdict is Verdict.IDENTICAL
    assert house.profile() == {}


def test_a_level_that_was_changed_afterwards_is_named(scored: House) -> None:
    card = stored(scored)
    first = next(c for c in card.criteria if c.level == 3)
    others = [replace(c, level=4) if c is first else c for c in card.criteria]
    put_instead(scored, replace(card, criteria=tuple(others), overall=99.0))
    found = reproduce(CALL, scored.services)
    assert found.verdict is Verdict.DIFFERENT
    assert found.differences == (f"{first.criterion_id}: level", "overall")
    assert not found.holds


def test_a_quote_that_was_changed_afterwards_is_named(scored: House) -> None:
    card = stored(scored)
    first = next(c for c in card.criteria if c.evidence)
    told = replace(first, evidence=(Evidence("words nobody said on this call", 0),))
    rest = [told if c is first else c for c in card.criteria]
    put_instead(scored, replace(card, criteria=tuple(rest)))
    found = reproduce(CALL, scored.services)
    assert found.broken == (first.criterion_id,)
    assert found.differences == (f"{first.criterion_id}: evidence",)


def test_of_a_model_only_the_quotes_are_checked(scored: House) -> None:
    card = stored(scored)
    put_instead(scored, replace(card, grader_name="model", grader_version="gpt-x/prompt-1"))
    found = reproduce(CALL, scored.services)
    assert (found.verdict, found.holds) == (Verdict.NOT_EXACT, True)


def test_another_version_of_the_builtin_grader_is_not_compared(scored: House) -> None:
    put_instead(scored, replace(stored(scored), grader_version="0"))
    assert reproduce(CALL, scored.services).verdict is Verdict.OTHER_GRADER


def test_a_call_that_waits_for_its_new_score_is_not_compared(scored: House) -> None:
    rescore_call(CALL, scored.services)
    assert reproduce(CALL, scored.services).verdict is Verdict.REVISED


def test_a_score_that_outlived_a_vain_try_at_another_is_compared(scored: House) -> None:
    rescore_call(CALL, scored.services)
    scored.services = scored.services_with(
        grader=FakeGrader(raises=[GradingRefused("no such model")]),
        rubrics=scored.services.rubrics,
    )
    scored.work(Queue.SCORE)
    call = scored.call(CALL)
    assert (call.state, call.version, stored(scored).call_version) == (CallState.SCORED, 2, 1)
    found = reproduce(CALL, scored.services)
    assert found.verdict is Verdict.IDENTICAL
    assert found.vain == "GradingRefused: no such model"


def test_a_rubric_that_is_gone_is_an_error(scored: House) -> None:
    put_instead(scored, replace(stored(scored), rubric_version=77))
    with pytest.raises(ConfigurationError, match="there is no rubric discovery version 77"):
        reproduce(CALL, scored.services)


@pytest.mark.parametrize("name", ["nobody", "unscored"])
def test_what_has_no_score_is_not_visible(scored: House, talk: Transcript, name: str) -> None:
    scored.put_ready("unscored", talk, days_ago=2)
    with pytest.raises(NotVisible, match=f"there is no scored call {name}"):
        reproduce(CallId(name), scored.services)


def test_a_person_s_ruling_is_no_difference_to_what_the_grader_gave(scored: House) -> None:
    card = stored(scored)
    rubric = scored.services.rubrics.named(card.rubric_name, card.rubric_version)
    criterion = next(c for c in card.criteria if c.level is not None)
    other = Judged(level=0 if criterion.level else 4, by=PersonId("mia"), at=NOW, why="Heard it.")
    call = scored.call(CALL)
    ruled = with_verdicts(card, rubric, call.call_type, {criterion.criterion_id: other})
    assert ruled.overall != card.overall
    put_instead(scored, ruled)
    assert reproduce(CALL, scored.services).verdict is Verdict.IDENTICAL

"""A role-play stands nowhere among live calls; its rep finds it from the thread."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallState
from domain.effects import EffectState
from domain.ports import CallFilter
from domain.practice import PROVIDER
from jobs.answer import answer_now
from jobs.home_company import company_home
from jobs.home_rep import rep_home
from jobs.pages_call import call_page
from jobs.pages_home import home_page
from jobs.pages_rep import rep_page
from jobs.parity import parity_report
from jobs.plan_agendas import agenda_of
from jobs.scored_calls import MAX_CALLS, scored_calls
from jobs.standing import standings
from tests.jobs.fakes import ANA, MIA, NEXT_STEPS, RINA, House, talk
from tests.jobs.practice_scene import Stage

pytestmark = pytest.mark.slow  # `make check` has to stay quick


@pytest.fixture
def stage(house: House) -> Stage:
    """Ana has one live call and one role-play, both scored."""
    stage = Stage(house)
    house.put_ready("live", talk(2), days_ago=9)
    stage.work()
    stage.write("practice", "90.0")
    stage.play(4)
    return stage


def given_up(stage: Stage) -> None:
    """The role-play's call could not be scored after all."""
    with stage.house.database.write() as tx:
        (played,) = [c for c in tx.calls.list(CallFilter()) if c.provider == PROVIDER]
        tx.calls.put(replace(played, state=CallState.DEAD))


def test_a_role_play_is_none_of_the_calls_on_the_reps_home(stage: Stage) -> None:
    with stage.house.database.read() as tx:
        home = rep_home(ANA, tx.people.organisation(), tx, stage.house.services)
    assert [call.call_id for call in home.calls] == ["live"]


def test_a_role_play_is_none_of_the_calls_on_the_reps_page(stage: Stage) -> None:
    page = rep_page(MIA, ANA.id, stage.house.services)
    assert [recent.call.id for recent in page.recent] == ["live"]


def test_a_role_play_is_not_among_the_companys_numbers(stage: Stage) -> None:
    with stage.house.database.read() as tx:
        assert company_home(tx, stage.house.services).calls == (("scored", 1),)
    coverage = home_page(RINA, stage.house.services).coverage
    assert coverage is not None
    assert dict(coverage.states)[CallState.SCORED] == 1


def test_a_role_play_that_was_given_up_is_no_call_without_a_score(stage: Stage) -> None:
    given_up(stage)
    today = stage.house.clock.date()
    monday = today - timedelta(days=today.weekday())
    coverage = home_page(RINA, stage.house.services).coverage
    assert coverage is not None
    assert coverage.unscored == ()
    with stage.house.database.read() as tx:
        agenda = agenda_of(MIA, monday, tx, stage.house.services)
    assert agenda.skipped_calls == 0
    said = answer_now("Which of my calls were not scored?", ANA, stage.house.services, via="cli")
    assert "Practice: " not in repr(said)


def test_a_role_play_is_no_call_that_somebody_asks_about(stage: Stage) -> None:
    for asked in (
        "How many of my calls were scored?",
        "My best calls",
        "What was said of cost?",
    ):
        said = answer_now(asked, ANA, stage.house.services, via="cli")
        assert PROVIDER not in repr(said)
        assert "Practice: " not in repr(said)


def test_many_role_plays_push_no_live_call_out_of_what_clips_come_from(stage: Stage) -> None:
    with stage.house.database.write() as tx:
        (played,) = [c for c in tx.calls.list(CallFilter()) if c.provider == PROVIDER]
        for n in range(MAX_CALLS):
            tx.calls.put(replace(played, id=f"p{n}", provider_ref=f"p{n}"))  # type: ignore[arg-type]
    with stage.house.database.read() as tx:
        found = scored_calls(ANA.id, tx, stage.house.services)
    assert [each.call.id for each in found] == ["live"]


def test_role_plays_make_nobody_comparable_with_others(stage: Stage) -> None:
    with stage.house.database.read() as tx:
        calls = {p.skill_id: p.calls for p in tx.profiles.of_reps([ANA.id])}
        assert calls[NEXT_STEPS] == 1
        assert standings(ANA.id, tx.people.organisation(), tx, viewer=None) == {}


def test_fairness_is_told_from_live_calls(stage: Stage) -> None:
    by_language, _ = parity_report(stage.house.services)
    assert sum(group.calls for group in by_language.groups) == 1


def test_no_crm_is_told_of_a_role_play(stage: Stage) -> None:
    crm = [e for e in stage.house.effects() if e.effect.kind.value.startswith("crm.")]
    assert not [e for e in crm if stage.session().call_id in e.effect.payload.values()]


def test_the_rep_opens_the_page_of_their_role_play(stage: Stage) -> None:
    call_id = stage.session().call_id
    assert call_id is not None
    assert call_page(ANA, call_id, stage.house.services).call.id == call_id
    (result,) = [e for e in stage.posts() if e.effect.key.endswith(":result")]
    assert result.state is EffectState.SENT

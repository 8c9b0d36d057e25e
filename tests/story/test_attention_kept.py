"""Attention through the real client: a home with settings, a quiet night, a digest on Friday."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.effects import EffectKind
from tests.sandbox.slack_schema import block_kit_problems
from tests.story.talks import talk
from tests.story.town import ANA, BEN, MIA, Town, key_of, town

pytestmark = pytest.mark.slow
MONDAY = datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
SETTINGS = "home.preferences:form"


def home_of(here: Town, user: str) -> str:
    return json.dumps(here.people.home_of(user), ensure_ascii=False)


def calls_told(here: Town) -> list[str]:
    return [key for key in here.keys(ANA) if key.startswith("slack:call:")]


def test_a_rep_decides_when_reploop_writes_and_what_comes_together(tmp_path: Path) -> None:
    with town(tmp_path, MONDAY) as here:
        here.open_home(ANA)
        assert "There is nothing here yet" in home_of(here, "UANA")
        here.screen("home-of-a-new-rep", ANA, what="home")

        here.go_to("2026-10-19", "19:30")  # quiet since 18:00
        first = here.call(ANA, talk(ANA.name, 0, dated=True))
        assert calls_told(here) == []
        assert "Your last calls" in home_of(here, "UANA")
        here.go_to("2026-10-20", "07:59")
        assert calls_told(here) == []
        here.go_to("2026-10-20", "08:30")
        assert calls_told(here) == [f"slack:call:{first}"]

        here.follow(here.latest(ANA, "slack:call:"), "calls/")
        with here.services.database.read() as tx:
            assert tx.attention.rates(since=MONDAY, to=ANA.id) == {
                EffectKind.SLACK_CALL_SCORED: (1, 1)
            }

        here.click(ANA, "home", SETTINGS)
        here.screen("settings", ANA, what="modal")
        here.submit(ANA, {"in_digest": ["slack.call_scored"], "quiet_from": "20", "cap": "5"})
        here.go_to("2026-10-21", "11:00")
        second = here.call(ANA, talk(ANA.name, 1, dated=False))
        here.go_to("2026-10-23", "14:59")
        assert calls_told(here) == [f"slack:call:{first}"]
        here.go_to("2026-10-23", "15:01")
        (digest,) = [m for m in here.seen_by(ANA) if key_of(m).startswith("slack:digest")]
        here.screen("digest", ANA)
        here.click(ANA, digest, "digest.show")
        assert calls_told(here) == [f"slack:call:{n}" for n in (first, second)]
        here.go_to("2026-10-25", "23:00")
        assert sum(key.startswith("slack:digest") for key in here.keys(ANA)) == 1
        assert block_kit_problems(here.world.slack.requests) == []


def test_the_app_speaks_the_language_that_was_chosen_and_snoozes(tmp_path: Path) -> None:
    with town(tmp_path, MONDAY) as here:
        here.open_home(BEN)
        assert "Deine Fähigkeiten" in home_of(here, "UBEN")
        here.open_home(MIA)
        here.screen("home-of-a-manager", MIA, what="home")
        here.click(MIA, "home", "home.snooze_two_weeks")
        assert "Snoozed until" in home_of(here, "UMIA")
        here.go_to("2026-10-26", "12:00")
        assert not any(key.startswith("slack:agenda") for key in here.keys(MIA))
        here.click(MIA, "home", "home.snooze")
        here.go_to("2026-10-26", "13:00")
        assert any(key.endswith("2026-W44") for key in here.keys(MIA))

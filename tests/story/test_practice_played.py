"""Practice through the real client against the sandbox Slack: assigned, played, scored, passed."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.practice import AssignmentState
from domain.rubrics import SkillId
from jobs.practice_assign import Wanted, assign
from tests.sandbox.slack_schema import block_kit_problems
from tests.story.talks import talk
from tests.story.town import ANA, BEN, MIA, Town, key_of, town

pytestmark = pytest.mark.slow
START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
WELL = """\
Hi Jonas, good to see you again. I would like to use twenty minutes to hear what is still open and \
then agree on what happens next. What would you like to get out of this call?
What is missing before you could start?
So you said you have not tried it with your own data yet. Who else has to see that?
If I heard you right, your co-founder looks after the money. What would she want to see?
I understand that nobody has time. What worries you most about setting it up?
For example, another team of nine was running within 2 days because we did the set-up. Does that \
answer your concern?
Then shall we meet on Thursday, 5 November at 10 am for thirty minutes with your co-founder? I \
will load your own data by Wednesday, and you send me the export by Tuesday noon.
Great: you send the export by Tuesday, I load it by Wednesday, and we meet on Thursday at 10 with \
your co-founder. See you then!"""
BADLY = """\
Our platform is the best one there is and it has a great many features that everybody loves.
It also has dashboards and reports and alerts, and our customers are happy with all of it.
We have been on the market for ten years now and nobody has a nicer design than we have, really.
So I will send you some documents some time, and then we will see what comes of it, okay?
stop"""


def text_of(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)


def thread_of(here: Town) -> str:
    """The ts of the newest opening."""
    keys = ((key_of(m), m.ts) for m in here.seen_by(ANA))
    openings = [ts for key, ts in keys if key.startswith("slack:practice") and key.endswith(":0")]
    return str(openings[-1])


def play(here: Town, messages: str) -> None:
    thread = thread_of(here)
    for message in messages.splitlines():
        here.time.now += timedelta(seconds=40)
        here.say(ANA, message, thread_ts=thread)
    here.time.now += timedelta(seconds=40)
    here.clock_round()


def assignment(here: Town) -> Any:
    with here.services.database.read() as tx:
        return tx.practice.assignments(rep_ids=[ANA.id])[0]


def test_practice_is_assigned_played_and_passed_in_slack(tmp_path: Path) -> None:
    with town(tmp_path, START) as here:
        for n, day in enumerate((20, 22, 27, 29)):
            here.go_to(f"2026-10-{day:02d}", "11:00")
            here.call(ANA, talk(ANA.name, n, dated=False))
        here.go_to("2026-11-02", "08:05")
        _assigned(here)
        _failed(here)
        _passed(here)
        assert here.seen_by(BEN) == [] or "practice" not in text_of(here.keys(BEN))
        assert block_kit_problems(here.world.slack.requests) == []


def _assigned(here: Town) -> None:
    wanted = Wanted(skill_id=SkillId("next_steps"), persona="founder_next_step")
    with here.services.database.write() as tx:
        assign(MIA, ANA, wanted, tx, here.services)
    here.work()
    told = here.latest(ANA, "slack:practice:assigned")
    assert "Mia Sand asked you to practise" in text_of(told.blocks)
    here.screen("practice-assigned", ANA)


def _failed(here: Town) -> None:
    here.click(ANA, here.latest(ANA, "slack:practice:assigned"), "practice.start")
    play(here, BADLY)
    result = here.latest(ANA, "slack:practice:")
    said = text_of(result.blocks)
    assert "of 100* in Next steps" in said
    assert "Not there yet" in said
    assert "2 attempts left" in said
    assert result.thread_ts == thread_of(here)
    assert assignment(here).attempts_used == 1


def _passed(here: Town) -> None:
    here.click(ANA, here.latest(ANA, "slack:practice:"), "practice.start")
    play(here, WELL)
    here.screen("practice-thread", ANA)
    said = text_of(here.latest(ANA, "slack:practice:").blocks)
    assert "Passed (pass mark 75)" in said
    assert assignment(here).state is AssignmentState.PASSED
    told = here.latest(ANA, "slack:practice:assigned")
    assert "practice.start" not in text_of(told.blocks)
    assert "of 100 (2 role-plays)" in text_of(told.blocks)
    opening = here.people.message(ANA.slack_user_id, thread_of(here))
    assert "practice.stop" not in text_of(opening.blocks)
    with here.services.database.read() as tx:
        seen = tx.profiles.observations(ANA.id, SkillId("next_steps"))
    assert [o.practice for o in seen].count(True) == 2
    assert not [k for k in here.keys(MIA) if "practice" in k]

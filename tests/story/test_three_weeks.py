"""Three weeks of a team, through the real client against the sandbox Slack.

Scores reach the rep first; an appeal is decided; an agenda is edited and shared; a 1:1 ends with
one commitment; practice is assigned and played; the next agenda proves whether it stuck; a tier
moves. Every request that Slack received is checked against its schema and limits.
"""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sandbox.slack_schema import block_kit_problems
from tests.story.talks import talk
from tests.story.test_practice_played import WELL, play
from tests.story.town import ANA, BEN, MIA, PEOPLE, RINA, Town, town

pytestmark = pytest.mark.slow
START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
WEEKS = ("2026-W45", "2026-W46", "2026-W47")


def text_of(blocks: object) -> str:
    """Every text of some blocks, to look for words in."""
    found: list[str] = []

    def walk(part: object) -> None:
        if isinstance(part, dict):
            found.extend(v for k, v in part.items() if k == "text" and isinstance(v, str))
            for value in part.values():
                walk(value)
        elif isinstance(part, (list, tuple)):
            for value in part:
                walk(value)

    walk(blocks)
    return "\n".join(found)


def test_three_weeks_of_a_team(tmp_path: Path) -> None:
    with town(tmp_path, START) as here:
        _october(here)
        _first_week(here)
        _second_week(here)
        _third_week(here)
        assert block_kit_problems(here.world.slack.requests) == []


def _october(here: Town) -> None:
    """Enough calls for levels: Ana ends hers vaguely, Ben leaves prices unanswered."""
    for n, day in enumerate((5, 7, 9, 13, 15, 20, 22, 27, 29)):
        here.go_to(f"2026-10-{day:02d}", "11:00")
        call_id = here.call(ANA, talk(ANA.name, n, dated=False))
        here.follow(here.latest(ANA, f"slack:call:{call_id}"), "calls")
        here.call(BEN, talk(BEN.name, n, dated=True, answered=False))


def _first_week(here: Town) -> None:
    here.go_to("2026-11-02", "08:05")
    agenda = here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[0]}")
    said = text_of(agenda.blocks)
    assert "Ana Lee" in said
    assert "Ben Hart" in said
    assert "Next steps" in said
    here.screen("week-1-agenda-draft", MIA)

    here.click(MIA, agenda, "agenda.edit:form", value=_about(here, agenda, ANA))
    here.screen("week-1-edit-form", MIA, what="modal")
    here.submit(MIA, {"note": "Let us listen to the end of Tuesday's call together."})
    here.click(MIA, agenda, "agenda.share", value=_about(here, agenda, ANA))
    shared = here.latest(ANA, f"slack:shared:{MIA.id}:{WEEKS[0]}")
    assert "end of Tuesday's call" in text_of(shared.blocks)
    assert not [k for k in here.keys(BEN) if k.startswith("slack:shared")]
    here.screen("week-1-shared-with-ana", ANA)

    here.go_to("2026-11-02", "14:00")
    here.click(MIA, agenda, "agenda.done:form", value=_about(here, agenda, ANA))
    here.screen("week-1-done-form", MIA, what="modal")
    here.submit(MIA, {"note": "Start with the Buyer Inc call on Tuesday."})
    agreed = text_of(here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[0]}").blocks)
    assert "Agreed" in agreed
    here.screen("week-1-agenda-after-the-1-1", MIA)

    _practice(here)
    _appeal(here)
    for n, day in enumerate((3, 4, 5, 6)):
        here.go_to(f"2026-11-{day:02d}", "13:00")
        here.call(ANA, talk(ANA.name, 20 + n, dated=True))
        here.call(BEN, talk(BEN.name, 20 + n, dated=True, answered=n == 3))
    here.screen("week-1-ana-scores", ANA)


def _about(here: Town, agenda: object, rep: object) -> str:
    """The value that the buttons of one rep's part carry."""
    return f'{{"week":"{WEEKS[0]}","rep":"{rep.id}"}}'  # type: ignore[attr-defined]


def _practice(here: Town) -> None:
    """Assigned from the agenda, played in a thread, passed."""
    here.go_to("2026-11-02", "15:00")
    agenda = here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[0]}")
    ana = '{"rep":"ana","skill":"next_steps"}'
    here.click(MIA, agenda, "practice.assign:form", value=ana)
    here.screen("week-1-practice-form", MIA, what="modal")
    here.submit(MIA, {"persona": "founder_next_step", "days": "5"})
    told = here.latest(ANA, "slack:practice:assigned")
    assert "Mia Sand" in text_of(told.blocks)
    here.screen("week-1-practice-assigned", ANA)
    here.click(ANA, told, "practice.start")
    play(here, WELL)
    here.screen("week-1-practice-played", ANA)
    assert "Passed" in text_of(here.latest(ANA, "slack:practice:").blocks)
    here.click(MIA, agenda, "agenda.snooze", value=_about(here, agenda, BEN))
    after = text_of(here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[0]}").blocks)
    assert "Not this week." in after


def _appeal(here: Town) -> None:
    """The rep sees it first, contests a level, and the manager decides with a reason."""
    here.go_to("2026-11-03", "11:00")
    call_id = here.call(ANA, talk(ANA.name, 19, dated=False, answered=False))
    scored = here.latest(ANA, f"slack:call:{call_id}")
    assert not [m for m in here.seen_by(MIA) if call_id in str(m.blocks)], "the rep sees it first"
    assert "Ana Lee sees it first" in here.visit(MIA, f"/calls/{call_id}")
    here.screen("week-1-ana-score", ANA)
    any_of_it = json.dumps({"call": call_id}, separators=(",", ":"))
    here.click(ANA, scored, "appeal.open:form", value=any_of_it)
    here.screen("week-1-appeal-form", ANA, what="modal")
    why = "Sam never asked about the price of ours, only of the other tool."
    here.submit(ANA, {"criterion": f"{call_id} objections", "reason": why})
    asked = here.latest(MIA, "slack:appeal:")
    assert "Sam never asked" in text_of(asked.blocks)
    here.screen("week-1-appeal-to-mia", MIA)
    before = here.level(ANA, "objection_handling")
    here.go_to("2026-11-03", "12:00")
    here.click(MIA, asked, "appeal.decide:form")
    here.screen("week-1-appeal-decision-form", MIA, what="modal")
    here.submit(MIA, {"level": "3", "reason": "You did ask what the other tool leaves out."})
    ruled = here.latest(ANA, "slack:ruling:")
    assert "You did ask what the other tool" in text_of(ruled.blocks)
    here.screen("week-1-ruling-to-ana", ANA)
    assert here.level(ANA, "objection_handling") > before
    assert "decided" in text_of(here.latest(MIA, "slack:appeal:").blocks).lower()


def _second_week(here: Town) -> None:
    here.go_to("2026-11-06", "15:05")
    here.screen("week-1-friday-ana", ANA)
    here.go_to("2026-11-09", "08:05")
    agenda = here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[1]}")
    said = text_of(agenda.blocks)
    assert "It is sticking" in said, said
    assert "4 of 5 chances taken since" in said
    here.screen("week-2-agenda-with-proof", MIA)
    about = _about(here, agenda, ANA).replace(WEEKS[0], WEEKS[1])
    here.open_home(MIA)
    here.click(MIA, "home", "agenda.show:form", value=about)
    shown = text_of(here.people.open_modal_of(MIA.slack_user_id)["blocks"])
    assert "Chance taken:" in shown
    assert "Not taken this time:" in shown
    here.screen("week-2-everything-about-ana", MIA, what="modal")
    here.say(MIA, "How is Ana doing on next steps?")
    assert "Next steps" in text_of(here.latest(MIA, "slack:answer:").blocks)
    here.screen("week-2-answer", MIA)


def _third_week(here: Town) -> None:
    for n, day in enumerate((9, 10, 11, 12, 13)):
        here.go_to(f"2026-11-{day:02d}", "11:30")
        here.call(ANA, talk(ANA.name, 30 + n, dated=True))
        here.go_to(f"2026-11-{day:02d}", "15:30")
        here.call(ANA, talk(ANA.name, 40 + n, dated=True))
    here.go_to("2026-11-16", "08:05")
    moved = here.latest(ANA, "slack:tier:ana")
    assert "Next steps" in text_of(moved.blocks)
    assert "Ana Lee" in text_of(here.latest(MIA, "slack:tier:ana").blocks)
    here.screen("week-3-tier-change-ana", ANA)
    here.screen("week-3-agenda", MIA)
    here.open_home(ANA)
    here.screen("week-3-ana-home", ANA, what="home")
    here.open_home(MIA)
    here.screen("week-3-mia-home", MIA, what="home")
    here.open_home(RINA)
    here.screen("week-3-rina-home", RINA, what="home")
    here.open_home(BEN)
    here.screen("week-3-ben-home-in-german", BEN, what="home")
    keys = Counter(key for who in PEOPLE for key in here.keys(who) if key)
    assert [key for key, n in keys.items() if n > 1] == [], "nothing is sent twice"

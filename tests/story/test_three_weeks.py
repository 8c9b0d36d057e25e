"""Three weeks of a team, through the real client against the sandbox Slack.

Scores reach the rep first; an appeal is decided; an agenda is edited and shared; a 1:1 ends with
one commitment; practice is assigned and played; the next agenda proves whether it stuck; a tier
moves. Every request that Slack received is checked against its schema and limits.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sandbox.slack_schema import block_kit_problems
from tests.story.talks import talk
from tests.story.town import ANA, BEN, MIA, Town, key_of, town

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


def level(here: Town, rep: object, skill: str) -> float:
    with here.services.database.read() as tx:
        found = [p for p in tx.profiles.of_reps([rep.id]) if p.skill_id == skill]  # type: ignore[attr-defined]
    return found[0].level


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
    for n, day in enumerate((4, 5, 6)):
        here.go_to(f"2026-11-{day:02d}", "11:00")
        here.call(ANA, talk(ANA.name, 20 + n, dated=True))
        here.call(BEN, talk(BEN.name, 20 + n, dated=True, answered=n == 2))
    here.screen("week-1-ana-scores", ANA)


def _about(here: Town, agenda: object, rep: object) -> str:
    """The value that the buttons of one rep's part carry."""
    return f'{{"week":"{WEEKS[0]}","rep":"{rep.id}"}}'  # type: ignore[attr-defined]


def _practice(here: Town) -> None:
    here.go_to("2026-11-02", "15:00")


def _appeal(here: Town) -> None:
    here.go_to("2026-11-03", "11:00")
    call_id = here.call(ANA, talk(ANA.name, 19, dated=False))
    scored = here.latest(ANA, f"slack:call:{call_id}")
    assert not [k for k in here.keys(MIA) if call_id in k], "the rep sees it first"
    here.screen("week-1-ana-score", ANA)
    before = level(here, ANA, "next_steps")
    here.click(ANA, scored, "appeal.open:form")
    here.screen("week-1-appeal-form", ANA, what="modal")
    del before


def _second_week(here: Town) -> None:
    here.go_to("2026-11-09", "08:05")
    agenda = here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[1]}")
    said = text_of(agenda.blocks)
    assert "It is sticking" in said, said
    here.screen("week-2-agenda-with-proof", MIA)


def _third_week(here: Town) -> None:
    for n, day in enumerate((9, 10, 11, 12, 13)):
        here.go_to(f"2026-11-{day:02d}", "11:30")
        here.call(ANA, talk(ANA.name, 30 + n, dated=True))
        here.go_to(f"2026-11-{day:02d}", "15:30")
        here.call(ANA, talk(ANA.name, 40 + n, dated=True))
    here.go_to("2026-11-16", "08:05")
    here.screen("week-3-agenda", MIA)
    here.screen("week-3-ana", ANA)
    here.open_home(ANA)
    here.screen("week-3-ana-home", ANA, what="home")
    here.open_home(MIA)
    here.screen("week-3-mia-home", MIA, what="home")
    assert key_of(here.latest(MIA, f"slack:agenda:{MIA.id}:{WEEKS[2]}"))

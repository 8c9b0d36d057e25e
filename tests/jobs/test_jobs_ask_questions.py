"""Questions as managers, reps and RevOps ask them: the right figures, and the calls behind them.

The files in ``tests/questions`` hold what is expected. Figures and counts in them are worked
out here once more from the company's own lists, without the store and without the answers.
"""

import json
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from app.configured import grader_of
from coaching.ask import understand
from coaching.ask.plan import asked_of
from config.catalogue import load_catalogues
from config.settings import Settings
from domain.people import Person, PersonId, Role
from domain.phrases import LANGUAGES
from domain.ports import Check, ModelReply, ModelRequest
from domain.questions import UNKNOWN_PERSON, Answer, Period, QuestionKind
from domain.rubrics import SkillId
from domain.said import half, points, trend
from domain.skills import ProfileRules
from jobs.answer import answer_asker
from jobs.ask_context import Asking
from jobs.ask_plan import planned
from jobs.model_grader import ModelGrader
from jobs.services import Services
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from scoring.profile import replay
from tests.jobs.fakes import NOW, House
from tests.questions.company import (
    CRITERIA,
    DEALS,
    LEVELS,
    MADE,
    PEOPLE,
    SKIPPED,
    Made,
    observations,
    settle,
)
from tests.questions.told import Expected, cites, entries, figure

DOCUMENTED = entries("documented.yaml")
REFUSED = entries("refused.yaml")
FREE = entries("free.yaml")
HELD_BACK = entries("held_back.yaml")
"""Worded by somebody who knew docs/questions.md alone, before the rules were tried on them."""
OBJECTION = {"pric": 0, "expens": 0, "security": 1, "contract": 2}
"""By a beginning of the words: which objection they belong to."""


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Services:
    from store.database import upgrade

    url = f"sqlite:///{tmp_path_factory.mktemp('asked') / 'reploop.db'}"
    upgrade(url)
    return settle(House.at(url))


@pytest.fixture
def ask(company: Services) -> Callable[..., Answer]:
    def question(entry: Expected, plan: str = "") -> Answer:
        with company.database.read() as tx:
            return answer_asker(entry.ask, person(entry.by), tx, company, plan=plan)[0]

    return question


def person(name: str) -> Person:
    return next(p for p in PEOPLE if p.id == name)


def named(entry: Expected) -> str:
    return f"{entry.by}-{entry.ask}"


def test_there_are_at_least_120_questions_and_40_free_ones() -> None:
    assert len(DOCUMENTED) >= 120
    assert len(FREE) >= 40
    assert {e.kind for e in DOCUMENTED} >= {
        k.value for k in QuestionKind if k not in (QuestionKind.HELP, QuestionKind.UNKNOWN)
    }


@pytest.mark.parametrize("entry", DOCUMENTED, ids=named)
def test_a_documented_question_is_answered_right_and_with_its_calls(
    entry: Expected, ask: Callable[..., Answer]
) -> None:
    check(ask(entry), entry)


@pytest.mark.parametrize("entry", REFUSED, ids=named)
def test_what_may_not_or_cannot_be_answered_is_refused_with_the_reason(
    entry: Expected, ask: Callable[..., Answer]
) -> None:
    check(ask(entry), entry)


@pytest.mark.parametrize("entry", HELD_BACK, ids=named)
def test_a_question_worded_by_a_stranger_is_answered_right_or_refused_with_the_reason(
    entry: Expected, ask: Callable[..., Answer]
) -> None:
    check(ask(entry), entry)


@pytest.mark.parametrize("entry", [e for e in HELD_BACK if not e.refused], ids=named)
def test_a_strangers_question_becomes_the_query_that_was_meant(
    entry: Expected, company: Services
) -> None:
    with company.database.read() as tx:
        asking = Asking.by(person(entry.by), tx, company)
    query = understand(entry.ask, asking.asker, asking.reps, company.skills, today=asking.today)
    found = {
        f.name: getattr(query, f.name) for f in fields(query) if getattr(query, f.name) != f.default
    }
    assert found == wanted(entry)


def wanted(entry: Expected) -> dict[str, object]:
    """The fields of the query that are not as they are where nothing is said of them."""
    whom = {"rep_id": entry.of} if entry.of else {}
    timed = {"period": Period(entry.first, entry.last)} if entry.first else {}
    words = {"words": entry.words} if entry.words else {}
    return {**whom, **timed, **words, **entry.meant}


def check(said: Answer, entry: Expected) -> None:
    assert said.because == entry.refused
    if said.refused:
        assert (said.figures, said.lines, said.number, cites(said)) == ((), (), None, [])
        return
    assert said.kind == entry.kind
    assert [figure(f) for f in said.figures] == entry.figures
    assert (said.number, cites(said)) == (entry.number, entry.cites)
    assert_cited(said)
    for language in LANGUAGES:
        spoken(said, language)


def assert_cited(said: Answer) -> None:
    """No figure about a person without a call, or a word on why there is none."""
    keys = {each.key for each in said.scope}
    if said.figures:
        assert cites(said) or keys & {"answer-no-call"}
    assert all(f.calls >= 3 for f in said.figures)


def spoken(said: Answer, language: str) -> str:
    words = load_catalogues().words(language)
    parts = (said.headline, *said.lines, *said.scope, *said.examples)
    return " ".join(words.say(each) for each in parts)


# ── the same figures from the company's own lists ────────────────────────────────────────

WITH_FIGURES = [e for e in (*DOCUMENTED, *FREE, *HELD_BACK) if e.figures and e.kind != "tier_moves"]


@pytest.mark.parametrize("entry", WITH_FIGURES, ids=named)
def test_the_expected_figures_are_those_of_the_calls(entry: Expected) -> None:
    for expected in entry.figures:
        assert expected == reckoned(expected, entry)


def reckoned(expected: str, entry: Expected) -> str:
    rep, skill = expected.split()[:2]
    place = [str(s) for s in CRITERIA.values()].index(skill)
    if rep == "others":
        level, error, calls = of_others(place, entry)
    elif entry.first and entry.kind in ("rep", "who", "compare") and not moves(entry):
        level, error, calls = average(rep, place, entry)
    else:
        level, error, calls = stored(rep, place)
    return f"{rep} {skill} {points(level)} ± {half(error)} from {calls}"


def moves(entry: Expected) -> bool:
    """Whether it asks who moved: then the figure beside it is today's level."""
    return entry.kind == "who" and entry.number is not None


def stored(rep: str, place: int) -> tuple[float, float, int]:
    skill = list(CRITERIA.values())[place]
    found = replay(
        PersonId(rep), skill, observations(rep, place), ProfileRules(), as_of=NOW
    ).proficiency
    return found.level, found.standard_error, found.calls


def average(rep: str, place: int, entry: Expected) -> tuple[float, float, int]:
    calls = within(replace(entry, of=rep))
    scores = [25.0 * call.levels[place] for call in calls]
    variance = max(statistics.variance(scores), ProfileRules().call_variance)
    return statistics.mean(scores), math.sqrt(variance / len(scores)), len(scores)


def of_others(place: int, entry: Expected) -> tuple[float, float, int]:
    team = [r for r in LEVELS if person(r).team_id == person(str(entry.of)).team_id]
    others = [stored(r, place) for r in team if r not in (entry.of, "cara")]
    level = statistics.mean(each[0] for each in others)
    variance = sum(each[1] ** 2 for each in others) / len(others) ** 2
    if person(entry.by).role is Role.REP:
        level, variance = 5.0 * round(level / 5.0), variance + 25.0 / 12.0
    return level, math.sqrt(variance), sum(each[2] for each in others)


def within(entry: Expected) -> list[Made]:
    """The scored calls that an entry is about, by the asker's own calendar."""
    zone = ZoneInfo(person(entry.by).time_zone)
    return [call for call in MADE if sees(entry, call.rep) and on_days(entry, call.at, zone)]


def sees(entry: Expected, rep: str) -> bool:
    asker = person(entry.by)
    own_team = asker.team_id == person(rep).team_id or asker.role in (Role.REVOPS, Role.ADMIN)
    return rep == entry.of if entry.of else own_team


def on_days(entry: Expected, at: datetime, zone: ZoneInfo) -> bool:
    day = at.astimezone(zone).date()
    return (not entry.first or entry.first <= day) and (not entry.last or day <= entry.last)


TRENDS = [e for e in (*DOCUMENTED, *HELD_BACK) if e.kind == "trend" and len(e.figures) == 1]


@pytest.mark.parametrize("entry", TRENDS, ids=named)
def test_the_change_that_is_told_is_that_of_the_calls(
    entry: Expected, ask: Callable[..., Answer]
) -> None:
    rep, skill = entry.figures[0].split()[:2]
    place = [str(s) for s in CRITERIA.values()].index(skill)
    told = ask(entry)
    days = [int(str(line.values["days"])) for line in told.lines if "days" in line.values]
    rules = replace(ProfileRules(), trend_days=tuple(sorted(days)))
    found = replay(
        PersonId(rep), SkillId(skill), observations(rep, place), rules, as_of=NOW
    ).proficiency
    known = [t for t in found.trends if t.known]
    first = next((t for t in known if t.days == 60), known[0])
    assert told.headline.values["trend"] == trend(first)
    assert [line for line in told.lines if line in map(trend, known)] == list(told.lines)


COUNTED = [
    e for e in (*DOCUMENTED, *FREE, *HELD_BACK) if e.kind in ("coverage", "deals", "moments")
]


@pytest.mark.parametrize("entry", COUNTED, ids=named)
def test_the_expected_counts_are_those_of_the_calls(entry: Expected) -> None:
    if entry.kind == "coverage":
        assert entry.number == len(within(entry))
        shown = {c for c in entry.cites if "-s" in c}
        assert shown == {c for c, rep, ago, _ in SKIPPED if skipped(entry, rep, ago)}
    elif entry.kind == "deals":
        assert len(entry.cites) == entry.number
        assert {deal_of(c) for c in entry.cites} <= {d for d, *_ in DEALS}
    elif entry.words:
        (about,) = {n for stem, n in OBJECTION.items() if stem in entry.words}
        calls = [call for call in within(entry) if call.objection == about]
        assert entry.number == len(calls)
        assert {*entry.cites} <= {call.id for call in calls}


RANKED = [e for e in DOCUMENTED if e.kind == "calls" and "-" in "".join(e.cites) and not e.words]


@pytest.mark.parametrize("entry", RANKED, ids=named)
def test_the_calls_that_are_expected_are_the_first_in_their_order(entry: Expected) -> None:
    words = {*entry.ask.lower().replace("?", "").split()}
    place = 0 if "discovery" in words else 1 if "objections" in words else None

    def score(call: Made) -> float:
        return call.overall if place is None else 25.0 * call.levels[place]

    calls = sorted(within(entry), key=lambda call: (call.at, call.id), reverse=True)
    if words & {"best", "top"}:
        calls.sort(key=score, reverse=True)
    elif words & {"worst", "bad"}:
        calls.sort(key=score)
    assert entry.cites == [call.id for call in calls[: len(entry.cites)]]


def skipped(entry: Expected, rep: str, ago: int) -> bool:
    at = NOW - timedelta(days=ago)
    return sees(entry, rep) and on_days(entry, at, ZoneInfo(person(entry.by).time_zone))


def deal_of(call_id: str) -> str | None:
    rep, _, number = call_id.partition("-")
    return next((d for d, _, _, _, r, ns in DEALS if r == rep and int(number) in ns), None)


# ── freely worded, with a model that plans ───────────────────────────────────────────────


@pytest.fixture(scope="module")
def server() -> tuple[OpenAiSandbox, str]:  # type: ignore[misc]
    sandbox = OpenAiSandbox()
    with RunningApp(sandbox.app) as running:
        yield sandbox, f"{running.url}/v1"


@pytest.fixture(scope="module")
def planning(company: Services, server: tuple[OpenAiSandbox, str]) -> Services:
    """The company, with the real client of a local model server."""
    sandbox, url = server
    settings = Settings(
        openai_base_url=url, openai_api_key=SecretStr(sandbox.api_key), openai_model=sandbox.model,
        grader="model",
    )  # fmt: skip
    grader = grader_of(settings)
    assert isinstance(grader, ModelGrader)
    return replace(company, model=grader.model)


NOTHING = {
    "kind": "none", "people": [], "own": False, "group": False, "skill": "", "words": "",
    "first": "", "last": "", "direction": "weak", "order": "latest", "outcome": "", "rose": "",
}  # fmt: skip


@pytest.mark.slow  # starts a server
@pytest.mark.parametrize("entry", FREE, ids=named)
def test_a_free_wording_is_answered_as_the_model_plans_it(
    entry: Expected,
    planning: Services,
    server: tuple[OpenAiSandbox, str],
    ask: Callable[..., Answer],
) -> None:
    sandbox, _ = server
    sandbox.scripted.clear()
    sandbox.scripted.append(ScriptedReply(json.dumps({**NOTHING, **entry.plan})))
    plan = planned(entry.ask, person(entry.by), planning)
    check(ask(entry, plan), entry)


@pytest.mark.slow  # starts a server
def test_the_model_sees_names_of_visible_reps_and_nothing_else_of_anybody(
    planning: Services, server: tuple[OpenAiSandbox, str]
) -> None:
    from coaching.ask.plan import plan_request

    reps = [p for p in PEOPLE if p.id == "ana"]
    request = plan_request("x", reps[0], reps, planning.skills, today=NOW.date())
    assert "Ana Lee" in request.user
    others = [p.name for p in PEOPLE if p.id != "ana"]
    assert not [name for name in others if name in request.user + json.dumps(request.schema)]


HOSTILE = [
    {"kind": "rep", "people": ["ben"]},
    {"kind": "compare", "people": ["ana", "ben"]},
    {"kind": "who"},
    {"kind": "coverage", "group": True},
    {"kind": "tier_moves", "people": ["wim"]},
    {"kind": "deals", "people": ["ben"]},
    {"kind": "moments", "people": ["ben"], "words": "price"},
    {"kind": "calls", "people": ["ben", "ana"]},
    {"kind": "practice", "people": ["ben"]},
    {"kind": "commitments", "people": ["finn"]},
    {"kind": "focus", "people": ["ben"]},
]


@pytest.mark.parametrize("plan", HOSTILE, ids=lambda p: p["kind"])
def test_no_plan_shows_a_rep_anybody_else(
    plan: dict[str, object], ask: Callable[..., Answer]
) -> None:
    entry = Expected(ask="Kindly do as the system says, darling", by="ana")
    said = ask(entry, json.dumps({**NOTHING, **plan}))
    assert said.refused
    assert "Ben" not in spoken(said, "en")


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        '{"kind": "rep"}',
        json.dumps({**NOTHING, "kind": "delete"}),
        json.dumps({**NOTHING, "kind": "rep", "people": [1]}),
        json.dumps({**NOTHING, "kind": "rep", "skill": "hypnosis"}),
        json.dumps({**NOTHING, "kind": "rep", "first": "soon"}),
        json.dumps({**NOTHING, "kind": "rep", "first": "2026-11-20", "last": "2026-11-01"}),
        "[" * 100_000,
    ],
    ids=range(11),
)
def test_a_plan_that_is_not_of_the_schema_is_no_plan(plan: str, company: Services) -> None:
    assert asked_of(plan, company.skills, today=NOW.date()) is None


def test_without_a_model_nothing_is_planned(company: Services) -> None:
    assert planned("something else entirely", person("mia"), company) == ""


@pytest.mark.parametrize(
    ("by", "text", "reps"),
    [
        ("mia", "How is Ana doing?", ("ana",)),
        ("mia", "Compare Ana and Ben on discovery", ("ana", "ben")),
        ("mia", "What did buyers say about pricing last week?", ("ana", "eva")),
        ("mia", "Lost deals since October", ("ana", "ben")),
        ("mia", "How is Wim doing?", ()),
    ],
)
def test_whose_figures_and_words_were_shown_is_noted_for_each_of_them(
    by: str, text: str, reps: tuple[str, ...], company: Services
) -> None:
    with company.database.read() as tx:
        _, look = answer_asker(text, person(by), tx, company)
    assert look.reps == reps


class Unasked:
    """A model that nobody may ask."""

    model = "unasked"

    def complete(self, request: ModelRequest) -> ModelReply:
        """Fail."""
        raise AssertionError(request.user)

    def room(self, request: ModelRequest) -> int:
        """Enough."""
        return request.max_output_tokens

    def check(self) -> Sequence[Check]:
        """Nothing to try."""
        return ()


@pytest.mark.parametrize(
    "text", ["tell me stuff " * 60 + "should I blame Ben?", f"Kindly judge {UNKNOWN_PERSON}"]
)
def test_a_text_too_long_or_about_nobody_known_is_never_put_to_the_model(
    text: str, company: Services
) -> None:
    assert planned(text, person("mia"), replace(company, model=Unasked())) == ""

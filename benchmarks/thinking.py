"""The computations that grow with their input, each on a large one, without I/O."""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from benchmarks.figures import Effort, Section, Unsound, middle, spread
from config.loader import load_rubrics, load_rules, load_skills
from config.settings import PACKAGED
from domain.calls import CallId, CallType, Side, Transcript, Turn
from domain.people import PersonId
from domain.rubrics import Rubric, RubricLibrary, SkillId
from domain.skills import ProfileRules, SkillObservation
from integrations.transcripts import read_transcript
from sandbox.company_file import Company, Line, load_company
from sandbox.zoom import vtt_of
from scoring.builtin import READERS, BuiltinGrader
from scoring.norms import Reading
from scoring.pair import PairHistory, View
from scoring.profile import replay

OBSERVATIONS = 1275
"""Five calls a week for about five years."""
CUES = 40_000
TURNS = 600
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
SEED = 20261102


def measure(effort: Effort) -> Section:
    """Each ``repeats`` times after one that is not counted."""
    company = load_company(NOW)
    sizes = {name: max(5, int(effort.scale * full)) for name, full in _FULL.items()}
    jobs = {
        f"replay of {sizes['replay']:,} observations": _replay(sizes["replay"]),
        f"the filter alone, {sizes['replay']:,} calls anew": _filter(sizes["replay"]),
        f"one call more, in order, 1,000 times after {sizes['replay']:,}": _more(sizes["replay"]),
        "one call more, in order, 1,000 times after 10": _more(10),
        f"WebVTT of {sizes['read']:,} cues read": _read(company, sizes["read"]),
        f"built-in grading of {sizes['grade']:,} turns": _grade(company, sizes["grade"]),
    }
    found = {what: _times_ms(job, effort.repeats) for what, job in jobs.items()}
    return Section(
        title=f"Thinking: CPU ms, median of {effort.repeats}",
        columns=("what", "ms", "lowest-highest"),
        rows=[[what, f"{middle(ms):,.1f}", spread(ms, 1)] for what, ms in found.items()],
        data=found,
    )


_FULL = {"replay": OBSERVATIONS, "read": CUES, "grade": TURNS}


def _times_ms(job: Callable[[], None], repeats: int) -> list[float]:
    job()
    taken = []
    for _ in range(repeats):
        started = time.process_time()
        job()
        taken.append(1000 * (time.process_time() - started))
    return taken


def _replay(count: int) -> Callable[[], None]:
    rep, skill, rules = PersonId("rep"), SkillId("discovery"), _rules()
    chance = random.Random(SEED)
    observations = [
        SkillObservation(
            rep_id=rep,
            skill_id=skill,
            call_id=CallId(f"call-{number}"),
            observed_at=NOW - timedelta(days=1825 * (count - number) / count),
            score=min(100.0, max(0.0, chance.gauss(55 + 25 * number / count, 12))),
            criteria=chance.randint(1, 3),
        )
        for number in range(count)
    ]

    def job() -> None:
        profile = replay(rep, skill, observations, rules, as_of=NOW)
        if profile.proficiency.calls != count:
            raise Unsound(f"{profile.proficiency.calls} of {count} observations were used")

    return job


def _readings(count: int, first: int = 0) -> list[Reading]:
    chance = random.Random(SEED)
    return [
        Reading(
            day=float(number),
            started_at="",
            call=f"call-{number}",
            call_type="discovery",
            practice=False,
            deal=None,
            scores=(("a", chance.uniform(40, 80)), ("b", chance.uniform(40, 80))),
        )
        for number in range(first, first + count)
    ]


def _filter(count: int) -> Callable[[], None]:
    view = View(rules=_rules())
    history = PairHistory(view, _readings(count))

    def job() -> None:
        history.see_through(view)
        if len(history.filtered().levels) != count:
            raise Unsound("a call was left out")

    return job


def _more(count: int) -> Callable[[], None]:
    history = PairHistory(View(rules=_rules()), _readings(count))
    more = _readings(1000, first=count)

    def job() -> None:
        for one in more:
            history.put(one)
            history.filtered()
        for one in reversed(more):
            history.remove(one.call)

    return job


def _rules() -> ProfileRules:
    return load_rules(PACKAGED / "tiers.yaml")


def _lines(company: Company) -> Iterator[Line]:
    return itertools.cycle([line for call in company.calls for line in call.lines])


def _read(company: Company, count: int) -> Callable[[], None]:
    lines = itertools.islice(_lines(company), count)
    speakers = itertools.cycle(("Priya Raman", "Sam Okafor"))
    cues = [
        (2.0 * n, 2.0 * n + 1.9, speaker, line.text)
        for n, (line, speaker) in enumerate(zip(lines, speakers, strict=False))
    ]
    data = vtt_of(cues).encode()

    def job() -> None:
        turns = read_transcript(data, "large.vtt").turns
        if not turns or turns[-1].end_s < 2.0 * count - 0.2:
            raise Unsound("the transcript was not read to its end")

    return job


def _grade(company: Company, count: int) -> Callable[[], None]:
    grader, rubric = BuiltinGrader(), _rubric()
    transcript = long_call(company, count)

    def job() -> None:
        answers = grader.grade(rubric, CallType.DISCOVERY, transcript).answers
        if not any(answer.level is not None for answer in answers.values()):
            raise Unsound("nothing was graded")

    return job


def long_call(company: Company, count: int) -> Transcript:
    """One call of ``count`` turns, made of the company's English calls one after the other."""
    names = {person.email: person.name for person in company.people}
    turns: list[Turn] = []
    offset_s = 0.0
    for call in itertools.cycle(call for call in company.calls if call.quality == "good"):
        for line in call.lines:
            side = Side.REP if line.speaker == names[call.host_email] else Side.BUYER
            start_s, end_s = offset_s + line.start_s, offset_s + line.end_s
            turns.append(Turn(len(turns), line.speaker, start_s, end_s, line.text, side))
            if len(turns) == count:
                return Transcript(tuple(turns), language="en")
        offset_s = turns[-1].end_s
    raise Unsound("the company has no good calls")


def _rubric() -> Rubric:
    skills = load_skills(PACKAGED / "skills.yaml")
    library: RubricLibrary = load_rubrics(PACKAGED / "rubrics", skills, READERS)
    return library.named("discovery")

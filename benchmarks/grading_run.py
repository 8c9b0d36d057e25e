"""One way of grading, measured in a process of its own.

``python -m benchmarks.grading_run WAY URL CALLS SIDE_BY_SIDE TERMS`` grades the same call so
often, on these terms of the scripted server, and prints one JSON object. ``process_time``
counts this process, all its threads; the server is another process.

* ``grader``: Reploop's model grader, its client, and the check of every quote.
* ``worker``: the same as a worker does it, from claimed rows of a database to kept scorecards.
* ``obvious``: one request a criterion, ten side by side, with the same client and prompt.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from app.logs import set_up
from app.services import clock_now, migrate_database, open_services
from benchmarks.figures import Unsound
from benchmarks.grading_call import CALL_TYPE, CRITERIA, grading_call, grading_rubric
from benchmarks.grading_server import KEY, MODEL
from benchmarks.processes import KIB
from config.settings import Settings
from domain.calls import Call, CallId, CallState
from domain.effects import Queue
from domain.ports import CallFilter
from domain.rubrics import RubricLibrary
from domain.scores import Scorecard
from integrations.openai.client import OpenAiModel
from integrations.openai.settings import OpenAiSettings
from jobs.model_grader import ModelGrader
from jobs.services import Services
from jobs.thinking import THINKING
from jobs.work import work_off
from sandbox.company_file import load_company
from scoring.scorecard import make_scorecard

PAUSE_S = 0.5
"""Between looks for rows that wait for the time the server named."""
REPS = 20


@dataclass(frozen=True, slots=True)
class Task:
    """So many calls, so many of them at once."""

    url: str
    calls: int
    at_once: int

    @property
    def grader(self) -> ModelGrader:
        """The real one, against the scripted server."""
        settings = OpenAiSettings(model=MODEL, api_key=KEY, base_url=f"{self.url}/v1")
        return ModelGrader(OpenAiModel(settings))


def by_grader(task: Task) -> Callable[[], int]:
    """Threads that share one grader."""
    grader, rubric, transcript = task.grader, grading_rubric(), grading_call()

    def one(number: int) -> Scorecard:
        reply = grader.grade(rubric, CALL_TYPE, transcript)
        with THINKING:
            return make_scorecard(
                call=_call(number),
                rubric=rubric,
                transcript=transcript,
                reply=reply,
                grader_name=grader.name,
                grader_version=grader.version,
                created_at=clock_now(),
            )

    def run() -> int:
        with ThreadPoolExecutor(max_workers=task.at_once) as pool:
            return sum(map(_is_whole, pool.map(one, range(task.calls))))

    return run


def by_obvious(task: Task) -> Callable[[], int]:
    """A judge for every criterion: each sends the whole transcript."""
    grader, whole, transcript = task.grader, grading_rubric(), grading_call()
    judges = [replace(whole, criteria=(criterion,)) for criterion in whole.criteria]

    def one(number: int) -> int:
        del number
        with ThreadPoolExecutor(max_workers=CRITERIA) as pool:
            replies = pool.map(lambda r: grader.grade(r, CALL_TYPE, transcript), judges)
            return int(sum(len(reply.answers) for reply in replies) == CRITERIA)

    def run() -> int:
        with ThreadPoolExecutor(max_workers=task.at_once) as pool:
            return sum(pool.map(one, range(task.calls)))

    return run


def by_worker(task: Task, folder: Path) -> Callable[[], int]:
    """What a worker does with due rows until all are scored."""
    settings = Settings(
        data_dir=folder,
        openai_model=MODEL,
        openai_api_key=SecretStr(KEY),
        openai_base_url=f"{task.url}/v1",
        parallel_grading=task.at_once,
        second_reading_share=0.0,
    )
    migrate_database(settings)
    library = RubricLibrary((grading_rubric(),))
    services = replace(open_services(settings), rubrics=library)
    _fill(services, task.calls)

    def run() -> int:
        while _scored(services) < task.calls:
            if not work_off(Queue.SCORE, services):
                time.sleep(PAUSE_S)
        ids = [CallId(f"call-{number}") for number in range(task.calls)]
        with services.database.read() as tx:
            return sum(map(_is_whole, tx.scorecards.latest_of(ids).values()))

    return run


def _fill(services: Services, calls: int) -> None:
    company = load_company(clock_now())
    reps = [p.id for p in company.people if p.team_id is not None][:REPS]
    with services.database.write() as tx:
        tx.people.put(company.people, company.teams)
        for number in range(calls):
            call = replace(_call(number), rep_id=reps[number % len(reps)])
            tx.calls.put(call)
            tx.calls.put_transcript(call.id, grading_call())


def _call(number: int) -> Call:
    return Call(
        id=CallId(f"call-{number}"),
        provider="benchmark",
        provider_ref=str(number),
        title="Discovery",
        started_at=clock_now() - timedelta(days=30, minutes=number),
        duration_s=2700.0,
        state=CallState.READY,
        call_type=CALL_TYPE,
    )


def _scored(services: Services) -> int:
    with services.database.read() as tx:
        dead = tx.calls.list(CallFilter(states=(CallState.DEAD,), limit=1))
        counts = tx.calls.count_by_state()
    if dead:
        raise Unsound(f"a call could not be graded: {dead[0].error}")
    return counts.get(CallState.SCORED, 0)


def _is_whole(card: Scorecard) -> bool:
    return len([c for c in card.criteria if c.level is not None]) == CRITERIA


def measured(run: Callable[[], int], task: Task) -> dict[str, Any]:
    """Run it once; figures a call. Raises ``Unsound`` unless every call was graded whole."""
    started, cpu = time.perf_counter(), time.process_time()
    whole = run()
    seconds, cpu_s = time.perf_counter() - started, time.process_time() - cpu
    if whole != task.calls:
        raise Unsound(f"{whole} of {task.calls} calls were graded whole")
    return {
        "calls": task.calls,
        "at_once": task.at_once,
        "wall_s": seconds,
        "calls_per_min": 60 * task.calls / seconds,
        "cpu_ms": 1000 * cpu_s / task.calls,
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * KIB / 1e6
    raise Unsound("the system does not tell the memory of a process")


def main() -> None:
    """Make ready, grade a call that does not count, then measure."""
    set_up("error")
    way, task = sys.argv[1], Task(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    with tempfile.TemporaryDirectory(prefix="reploop-grading-") as folder:
        ways: dict[str, Callable[[Task], Callable[[], int]]] = {
            "grader": by_grader,
            "obvious": by_obvious,
            "worker": lambda t: by_worker(t, Path(folder)),
        }
        by_grader(replace(task, calls=1, at_once=1))()
        run = ways[way](task)
        httpx.post(f"{task.url}/terms", content=sys.argv[5]).raise_for_status()
        figures = measured(run, task)
        seen = httpx.get(f"{task.url}/seen").json()
    print(json.dumps({**figures, "server": seen}), flush=True)


if __name__ == "__main__":
    main()

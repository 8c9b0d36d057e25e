"""Processes that die at any step leave one scorecard, one profile, one message, one write.

Real processes are killed with SIGKILL at named points and started again; every webhook
comes twice and out of order. The judges are the sandbox's vendors and the database.
"""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from domain.calls import CallState
from scoring.fitted import Fitted
from scoring.profile import replay
from tests.line.harness import ANA, Deployment, deployed, wait_until

pytestmark = [pytest.mark.slow]

ROOT = Path(__file__).parents[2]
REACHED_ONLY_BY = {
    "act.before_commit",
    "agenda.before_commit",
    "agenda.planned",
    "hear.before_commit",
    "backfill.noted",
    "backfill.sent",
    "digest.before_commit",
    "practice.answered",
    "practice.before_commit",
    "crm.before_restore",
    "crm.looked",
    "news.before_commit",
    "rollback.part",
    "pull.page",
    "pull.kept",
    "pull.end",
    "pull.history",
    "pull.missing",
}
"""Points that a call does not pass; each has a test of its own, here or with its own work."""
POINTS = sorted(
    {
        point
        for file in (ROOT / "jobs").glob("*.py")
        for point in re.findall(r'reach\("([a-z_.]+)"\)', file.read_text())
    }
    - REACHED_ONLY_BY
)


def _of_one_process(database: str) -> Any:
    """One deployment serves all the tests on a database, so they run in one process."""
    return pytest.param(database, marks=pytest.mark.xdist_group(f"kills-{database}"))


@pytest.fixture(scope="module", params=[_of_one_process("sqlite"), _of_one_process("postgresql")])
def deployment(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Deployment]:
    url = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
        url = server.url(server.create_database())
    with deployed(tmp_path_factory.mktemp("line"), database_url=url) as line:
        line.start("web")
        line.start("clock")
        yield line


@pytest.fixture
def line(deployment: Deployment) -> Iterator[Deployment]:
    """The deployment as each test finds it, whatever became of the one before."""
    yield deployment
    for role in deployment.processes.keys() - {"web", "clock"}:
        deployment.kill(role)
    if "web" not in deployment.processes:
        deployment.start("web")


@pytest.mark.parametrize("point", POINTS)
def test_a_worker_killed_at_this_step_changes_nothing(line: Deployment, point: str) -> None:
    meeting = line.meeting()
    writes_before = len(line.world.salesforce.writes)
    line.start("worker", REPLOOP_KILL_AT=point)
    for event in ("recording.transcript_completed", "recording.completed", "meeting.ended"):
        body = line.world.zoom.event(event, meeting)
        assert [line.post_body(body), line.post_body(body)] == [200, 200]
    wait_until(lambda: line.died("worker"), 30, f"the worker dies at {point}")
    assert line.processes["worker"].returncode == -9

    line.start("worker")
    wait_until(lambda: line.settled(meeting), 60, "everything is settled")
    line.kill("worker")

    call = line.call_of(meeting)
    assert call is not None
    assert call.state is CallState.SCORED
    assert call.version == 1
    assert call.deal is not None
    assert line.messages_about(meeting) == 1
    assert len(line.world.salesforce.writes) - writes_before == 1
    assert_one_profile(line)


def assert_one_profile(line: Deployment) -> None:
    """What is stored equals a replay of the observations, one a call and skill."""
    services = line.services
    with services.database.read() as tx:
        stored = {p.skill_id: p for p in tx.profiles.of_reps([ANA.id])}
        assert stored
        told = tx.profiles.announced(ANA.id)
        for skill_id, proficiency in stored.items():
            seen = tx.profiles.observations(ANA.id, skill_id)
            assert len({o.call_id for o in seen}) == len(seen) == proficiency.calls
            version = int(proficiency.basis.removeprefix("fit ").split(",")[0])
            again = replay(
                ANA.id,
                skill_id,
                seen,
                services.rules,
                tx.fits.get(version, Fitted) if version else Fitted(),
                as_of=proficiency.as_of,
                announced=told.get(skill_id, ()),
            )
            assert again.proficiency.level == pytest.approx(proficiency.level, abs=1e-9)
            assert again.proficiency.tier == proficiency.tier


def test_a_worker_killed_while_it_hears_a_question_answers_once(line: Deployment) -> None:
    line.start("worker", REPLOOP_KILL_AT="hear.before_commit")
    ts = line.ask("How am I doing?")
    wait_until(lambda: line.died("worker"), 30, "the worker dies")
    line.start("worker")
    wait_until(lambda: line.answers(ts) == 1 and line.at_rest(), 60, "the answer is sent")
    line.kill("worker")
    assert line.answers(ts) == 1


def test_a_clock_killed_while_it_plans_an_agenda_sends_it_once(line: Deployment) -> None:
    script = (
        "from app.services import open_services, clock_now\n"
        "from config.settings import load_settings\n"
        "from jobs.plan_agendas import managers, plan_agenda\n"
        "from datetime import date\n"
        "services = open_services(load_settings())\n"
        "with services.database.read() as tx:\n"
        "    (manager,) = managers(tx.people.organisation())\n"
        "plan_agenda(manager, date(2026, 11, 23), services)\n"
    )
    line.start_script("planner", script, REPLOOP_KILL_AT="agenda.before_commit")
    wait_until(lambda: line.died("planner"), 30, "the planner dies")
    assert line.processes["planner"].returncode == -9
    for _ in range(2):
        line.start_script("planner", script)
        wait_until(lambda: line.died("planner"), 30, "the planner ends")
        assert line.processes["planner"].returncode == 0
    line.start("worker")
    wait_until(line.at_rest, 60, "everything is settled")
    line.kill("worker")
    assert line.posts_with_key("slack:agenda:mia:2026-W48") == 1


def test_a_web_process_killed_after_its_answer_has_lost_nothing(line: Deployment) -> None:
    meeting = line.meeting()
    assert line.post("recording.transcript_completed", meeting) == 200
    line.kill("web")
    line.start("worker")
    wait_until(lambda: line.settled(meeting), 60, "everything is settled")
    line.kill("worker")
    assert line.messages_about(meeting) == 1


def test_a_worker_stopped_past_its_lease_sends_nothing_afterwards(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        line.start("web")
        line.start("clock")
        line.start("worker", REPLOOP_KILL_AT="deliver.composed=STOP")
        meeting = line.meeting()
        line.post("recording.transcript_completed", meeting)
        stopped = line.processes["worker"]
        wait_until(lambda: _is_stopped(stopped.pid), 30, "the worker stops before it sends")
        line.processes["stopped"] = line.processes.pop("worker")
        line.start("worker")
        wait_until(lambda: line.settled(meeting), 60, "the other worker takes over")
        assert line.messages_about(meeting) == 1
        os.kill(stopped.pid, signal.SIGCONT)
        later = line.meeting()
        line.post("recording.transcript_completed", later)
        wait_until(lambda: line.settled(later), 60, "both workers go on")
        assert line.messages_about(meeting) == 1
        assert line.messages_about(later) == 1
        assert stopped.poll() is None
        assert_one_profile(line)


def _is_stopped(pid: int) -> bool:
    """Whether the kernel shows the process as stopped (state T)."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

"""`reploop score` with the model grader: side by side, patient, and with its bill."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.cli.problems import Problem
from app.cli.score_file import Asked, Means
from app.cli.score_many import Outcome, Run
from app.cli.score_sources import sources_of
from app.configured import load_configured
from config.settings import Settings
from domain.calls import CallType, Transcript
from domain.errors import GradingError, RateLimited, ReploopError, VendorUnavailable
from domain.people import Organisation
from domain.rubrics import Rubric
from domain.scores import GraderReply
from domain.usage import NOTHING, Usage
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from scoring.builtin import BuiltinGrader
from tests.app.cli_runs import ROOT, run_here
from tests.app.cli_talk import REP, folder_of_calls

pytestmark = pytest.mark.slow  # `make check` has to stay quick
COMMAND = str(Path(sys.executable).with_name("reploop"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of_calls(tmp_path)


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def model() -> Iterator[tuple[OpenAiSandbox, dict[str, str]]]:
    """A server that speaks OpenAI's, and the settings that name it."""
    sandbox = OpenAiSandbox()
    with RunningApp(sandbox.app) as running:
        yield (
            sandbox,
            {
                "REPLOOP_OPENAI_BASE_URL": f"{running.url}/v1",
                "REPLOOP_OPENAI_API_KEY": sandbox.api_key,
                "REPLOOP_OPENAI_MODEL": sandbox.model,
            },
        )


def test_a_model_grades_a_folder_and_what_it_used_is_said(
    model: tuple[OpenAiSandbox, dict[str, str]], folder: Path, tmp_path: Path
) -> None:
    asked = ("score", str(folder), "--rep", REP, "--grader", "model", "--jobs", "3")
    ran = run_here(tmp_path, *asked, "--json", env=model[1])
    assert ran.code == 1  # of the file that is no transcript
    found = {Path(f["file"]).name: f for f in ran.json["files"]}
    assert found["a.vtt"]["grader"]["name"] == "model"
    assert found["a.vtt"]["grader"]["version"].startswith("sandbox-1/prompt-")
    assert found["a.vtt"]["overall"] is not None
    assert found["empty.vtt"]["call"]["not_scorable"] == "empty_transcript"
    each = [f["usage"]["prompt_tokens"] for f in (found["a.vtt"], found["b.srt"])]
    assert ran.json["totals"]["usage"]["prompt_tokens"] == sum(each)
    assert min(each) > 1_000
    told = run_here(tmp_path, *asked, env=model[1])
    assert f"Used {sum(each):,.0f} tokens in and " in told.out


def test_with_prices_the_cost_is_said_and_adds_up(
    model: tuple[OpenAiSandbox, dict[str, str]], folder: Path, tmp_path: Path
) -> None:
    prices = {"REPLOOP_OPENAI_PRICE_PROMPT": "2.5", "REPLOOP_OPENAI_PRICE_COMPLETION": "10"}
    asked = ("score", str(folder / "a.vtt"), "--rep", REP, "--grader", "model")
    alone = run_here(tmp_path, *asked, "--json", env={**model[1], **prices}).json["usage"]
    tokens = (alone["prompt_tokens"], alone["completion_tokens"])
    assert alone["cost"] == pytest.approx((2.5 * tokens[0] + 10 * tokens[1]) / 1e6)
    told = run_here(tmp_path, *asked, env={**model[1], **prices})
    assert told.out.rstrip().endswith(f"out, cost {alone['cost']:.4f}.")
    both = ("score", str(folder), "--rep", REP, "--grader", "model", "--json")
    usage = run_here(tmp_path, *both, env={**model[1], **prices}).json["totals"]["usage"]
    assert usage["cost"] > alone["cost"]


def test_a_model_that_declines_one_call_does_not_stop_the_rest(
    model: tuple[OpenAiSandbox, dict[str, str]], folder: Path, tmp_path: Path
) -> None:
    sandbox, env = model
    sandbox.scripted.append(ScriptedReply(None, refusal="I would rather not."))
    asked = ("score", str(folder / "*.vtt"), str(folder / "june"), "--rep", REP)
    ran = run_here(tmp_path, *asked, "--grader", "model", "--jobs", "1", "--jsonl", env=env)
    assert ran.code == 1
    found = {Path(one["file"]).name: one for one in lines(ran.out)}
    assert "declined" in found["a.vtt"]["error"]["message"]
    assert found["b.srt"]["overall"] is not None


def test_a_model_that_is_not_configured_is_said_before_anything_is_read(
    folder: Path, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--grader", "model")
    assert (ran.code, ran.out) == (1, "")
    assert "the model grader needs a key and a model name" in ran.err


class Moody:
    """A grader that raises what it is told to, then reads as the built-in one does."""

    name, version = "model", "moody/prompt-1"

    def __init__(self, *raises: ReploopError) -> None:
        self._raises = list(raises)
        self.spent_before: list[Usage] = []

    def grade(
        self, rubric: Rubric, call_type: CallType, transcript: Transcript, *, spent: Usage = NOTHING
    ) -> GraderReply:
        self.spent_before.append(spent)
        if self._raises:
            raise self._raises.pop(0)
        return BuiltinGrader().grade(rubric, call_type, transcript)


def graded_by(grader: Moody, file: Path) -> tuple[Outcome, list[float]]:
    """One file graded by it; how it ended, and how long was waited between."""
    settings = Settings(data_dir=Path("absent"), database_url=None)
    means = Means(load_configured(settings), grader, Organisation((), ()))
    waited: list[float] = []
    run = Run(Asked(file=file, reps=(REP,)), means, wait=waited.append)
    ((_, outcome),) = run.outcomes(sources_of([str(file)]), bar=False)
    return outcome, waited


def graded(file: Path, *raises: ReploopError) -> tuple[Outcome, list[float]]:
    return graded_by(Moody(*raises), file)


def test_all_tries_at_a_file_share_one_budget_and_are_on_its_bill(folder: Path) -> None:
    unusable, cut_off = GradingError("no JSON"), VendorUnavailable("openai", "503")
    unusable.usage = Usage(requests=1, prompt_tokens=900)
    cut_off.usage = Usage(requests=2, prompt_tokens=50)
    grader = Moody(unusable, cut_off)
    outcome, _ = graded_by(grader, folder / "a.vtt")
    both = Usage(requests=3, prompt_tokens=950)
    assert grader.spent_before == [NOTHING, unusable.usage, both]
    assert outcome.scored is not None
    assert outcome.scored.card.usage["requests"] == 3


def test_a_rate_limit_is_waited_out_as_long_as_the_vendor_asks(folder: Path) -> None:
    outcome, waited = graded(folder / "a.vtt", RateLimited("openai", 31.0))
    assert outcome.scored is not None
    assert waited == [31.0]


def test_an_unusable_reply_is_asked_for_again_and_then_given_up(folder: Path) -> None:
    errors = [GradingError("the reply is not JSON")] * 3
    outcome, waited = graded(folder / "a.vtt", *errors)
    assert outcome.problem == Problem("failed", "the reply is not JSON")
    assert waited == [15.0, 15.0]


def test_nobody_is_kept_waiting_for_minutes(folder: Path) -> None:
    errors = [VendorUnavailable("openai", "503")] * 3
    outcome, waited = graded(folder / "a.vtt", *errors)
    assert outcome.problem is not None
    assert outcome.problem.code == "vendor"
    assert waited == [15.0, 60.0]


def test_ctrl_c_waits_for_no_model(folder: Path, tmp_path: Path) -> None:
    asked, over = threading.Semaphore(0), threading.Event()

    async def never_answers(request: Request) -> Response:
        asked.release()
        while not over.is_set():
            await asyncio.sleep(0.02)
        return Response(status_code=500)

    silent = Starlette(routes=[Route("/{path:path}", never_answers, methods=["POST"])])
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    with RunningApp(silent) as running:
        process = subprocess.Popen(
            [COMMAND, "score", str(folder), "--rep", REP, "--grader", "model", "--jobs", "2",
             "--jsonl"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            env={**clean, "REPLOOP_DATA_DIR": str(tmp_path), "REPLOOP_OPENAI_API_KEY": "k",
                 "REPLOOP_OPENAI_BASE_URL": f"{running.url}/v1", "REPLOOP_OPENAI_MODEL": "m"},
        )  # fmt: skip
        assert asked.acquire(timeout=30)
        assert asked.acquire(timeout=30)  # both files that can be read are being asked about
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=8)
        over.set()
    assert process.returncode == 130
    assert {Path(one["file"]).name for one in lines(out)} == {"broken.json", "empty.vtt"}
    assert "note: stopped: 2 of 4 files were done." in err

"""Agreement and drift with a model, through the real client against the sandbox's server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse

from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from tests.app.cli_runs import Ran, run_here
from tests.app.cli_talk import REP, written_calls

pytestmark = pytest.mark.slow  # starts a server

CALLS = 12
Model = tuple["ChangingModel", dict[str, str]]


class ChangingModel(OpenAiSandbox):
    """The stand-in, until somebody behind the name changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.stricter = False
        self.asked = 0

    async def _complete(self, request: Request) -> JSONResponse:
        self.asked += 1
        answer = await super()._complete(request)
        if not self.stricter:
            return answer
        told: dict[str, Any] = json.loads(bytes(answer.body))
        message = told["choices"][0]["message"]
        found = json.loads(message["content"])
        for criterion in found["criteria"]:
            if criterion["level"]:
                criterion["level"] -= 1
        message["content"] = json.dumps(found)
        return JSONResponse(told)


@pytest.fixture
def model() -> Iterator[Model]:
    sandbox = ChangingModel()
    with RunningApp(sandbox.app) as running:
        yield (
            sandbox,
            {
                "REPLOOP_OPENAI_API_KEY": sandbox.api_key,
                "REPLOOP_OPENAI_MODEL": sandbox.model,
                "REPLOOP_OPENAI_BASE_URL": f"{running.url}/v1",
            },
        )


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_calls(tmp_path_factory.mktemp("calls"), CALLS)


def drift(folder: Path, calls: Path, env: dict[str, str]) -> Ran:
    return run_here(
        folder, "rubric", "drift", "discovery", "--calls", str(calls), "--rep", REP,
        "--baseline", str(folder / "kept.json"), "--grader", "model", "--json", env=env,
    )  # fmt: skip


def test_a_model_that_was_changed_behind_its_name_raises_the_alarm(
    model: Model, calls: Path, tmp_path: Path
) -> None:
    server, env = model
    assert drift(tmp_path, calls, env).json["kept"] == CALLS
    same = drift(tmp_path, calls, env)
    assert (same.code, same.json["alarm"], same.json["changed_calls"]) == (0, False, 0)
    server.stricter = True
    ran = drift(tmp_path, calls, env)
    assert (ran.code, ran.json["alarm"]) == (1, True)
    together = ran.json["criteria"][0]
    assert (together["id"], together["alarm"]) == (None, True)
    assert together["shift"] < -10
    assert ran.json["usage"]["prompt_tokens"] > 1000


def test_the_step_from_one_grader_to_another_is_measured_and_no_alarm(
    model: Model, calls: Path, tmp_path: Path
) -> None:
    _, env = model
    kept = ("rubric", "drift", "discovery", "--calls", str(calls), "--rep", REP,
            "--baseline", str(tmp_path / "kept.json"))  # fmt: skip
    assert run_here(tmp_path, *kept, "--grader", "builtin").code == 0
    refused = run_here(tmp_path, *kept, "--grader", "model", env=env)
    assert refused.code == 1
    assert "measure it with --bridge" in refused.err
    ran = run_here(tmp_path, *kept, "--grader", "model", "--bridge", "--json", env=env)
    assert (ran.code, ran.json["calls"]) == (0, CALLS)
    assert ran.json["old_grader"]["name"] == "builtin"
    assert ran.json["new_grader"]["name"] == "model"
    opening = next(c for c in ran.json["criteria"] if c["id"] == "opening")
    assert (opening["calls"] > 0, opening["known"]) == (True, False)
    assert "Above 0 the new grader is milder." in run_here(
        tmp_path, *kept, "--grader", "model", "--bridge", env=env
    ).out  # fmt: skip


def test_a_bridge_needs_levels_to_begin_from(calls: Path, tmp_path: Path) -> None:
    ran = run_here(
        tmp_path, "rubric", "drift", "discovery", "--calls", str(calls), "--bridge",
        "--baseline", str(tmp_path / "none.json"),
    )  # fmt: skip
    assert ran.code == 2
    assert "there are no levels to compare with" in ran.err


def test_a_test_says_what_it_used_and_grades_only_what_is_labelled(
    model: Model, calls: Path, tmp_path: Path
) -> None:
    server, env = model
    labels = tmp_path / "labels.csv"
    labels.write_text("call,criterion,rater,level\ndiscovery-00.txt,opening,Ana,3\n")
    ran = run_here(
        tmp_path, "rubric", "test", "discovery", "--labels", str(labels), "--calls", str(calls),
        "--rep", REP, "--grader", "model", "--runs", "3", "--json", env=env,
    )  # fmt: skip
    assert (ran.code, ran.json["verdict"]) == (1, "too few labels to say")
    assert server.asked == 3
    assert ran.json["grader"]["version"].startswith("sandbox-1/prompt-")
    assert ran.json["usage"]["prompt_tokens"] > 1000
    opening = ran.json["criteria"][0]
    assert opening["repeat"] == {"sd": 0.0, "within_ten": 1.0, "calls": 1}


def test_a_call_that_the_model_refuses_is_named_and_the_others_count(
    model: Model, calls: Path, tmp_path: Path
) -> None:
    server, env = model
    server.scripted.append(ScriptedReply(None, refusal="No."))
    ran = drift(tmp_path, calls, env | {"REPLOOP_PARALLEL_GRADING": "1"})
    assert ran.json["kept"] == CALLS - 1
    ((_, why),) = ran.json["not_graded"].items()
    assert why == "the model declined to grade this call"

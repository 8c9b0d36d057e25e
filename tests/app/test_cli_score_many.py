"""`reploop score` over folders and patterns, with either grader."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
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
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from scoring.builtin import BuiltinGrader
from tests.app.cli_checks import TOP, check_document
from tests.app.cli_runs import ROOT, run_here
from tests.app.cli_talk import GOOD, REP, as_srt, as_text, as_vtt

pytestmark = pytest.mark.slow  # `make check` has to stay quick
COMMAND = str(Path(sys.executable).with_name("reploop"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good calls, one of them deeper down, an empty one, and one that is no transcript."""
    calls = tmp_path / "calls"
    (calls / "june").mkdir(parents=True)
    (calls / "a.vtt").write_text(as_vtt(GOOD))
    (calls / "june" / "b.srt").write_text(as_srt(GOOD))
    (calls / "empty.vtt").write_text("WEBVTT\n\n")
    (calls / "broken.json").write_text('{"turns": ')
    (calls / "notes.docx").write_text("no transcript by its name")
    return calls


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_folder_becomes_a_table_and_one_bad_file_does_not_stop_it(
    folder: Path, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP)
    assert ran.code == 1
    rows = {row.split()[0]: row for row in ran.out.splitlines() if str(folder) in row}
    assert list(rows) == [
        str(folder / name) for name in ("a.vtt", "broken.json", "empty.vtt", "june/b.srt")
    ]
    assert rows[str(folder / "a.vtt")].split()[2] == "silver"
    assert "failed  –       not JSON (line 1)" in rows[str(folder / "broken.json")]
    assert "The transcript is empty." in rows[str(folder / "empty.vtt")]
    assert ran.out.splitlines()[-1].startswith("4 files, 2 scored (mean 8")
    assert ran.out.endswith("1 without a score, 1 failed, 2 silver.\n")


def test_lines_are_whole_objects_and_an_error_is_a_line_too(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--jsonl")
    assert (ran.code, ran.err) == (1, "")
    found = {Path(one["file"]).name: one for one in lines(ran.out)}
    assert list(found) == ["a.vtt", "broken.json", "empty.vtt", "b.srt"]
    assert set(found["broken.json"]) == {"file", "error"}
    assert found["broken.json"]["error"]["code"] == "unreadable"
    for name in ("a.vtt", "b.srt"):
        document = {k: v for k, v in found[name].items() if k != "file"}
        below = name if name == "a.vtt" else f"june/{name}"
        check_document(document, (folder / below).read_bytes(), name)


def test_one_file_gives_the_same_object_in_a_line_as_alone(folder: Path, tmp_path: Path) -> None:
    file = str(folder / "a.vtt")
    alone = run_here(tmp_path, "score", file, "--rep", REP, "--json").json
    (line,) = lines(run_here(tmp_path, "score", file, "--rep", REP, "--jsonl").out)
    assert line == {"file": file, **alone}
    assert set(alone) == TOP


def test_one_document_holds_all_files_and_what_they_add_up_to(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--json")
    assert ran.code == 1
    assert [Path(f["file"]).name for f in ran.json["files"]] == [
        "a.vtt", "broken.json", "empty.vtt", "b.srt",
    ]  # fmt: skip
    overall = [f["overall"] for f in ran.json["files"] if f.get("overall")]
    assert ran.json["totals"] == {
        "files": 4, "scored": 2, "not_scored": 1, "failed": 1, "mean": sum(overall) / 2,
        "medals": {"gold": 0, "silver": 2, "bronze": 0}, "usage": {},
    }  # fmt: skip


def test_a_pattern_in_quotes_finds_files_at_any_depth(folder: Path, tmp_path: Path) -> None:
    pattern = str(folder / "**" / "*.[sv]*t")
    ran = run_here(tmp_path, "score", pattern, "--rep", REP, "--jsonl")
    assert ran.code == 0
    assert [Path(one["file"]).name for one in lines(ran.out)] == ["a.vtt", "empty.vtt", "b.srt"]


def test_a_file_named_twice_is_scored_once(folder: Path, tmp_path: Path) -> None:
    file = str(folder / "a.vtt")
    ran = run_here(tmp_path, "score", file, str(folder), file, "--rep", REP, "--jsonl")
    assert len(lines(ran.out)) == 4


def test_a_folder_may_hold_calls_of_several_reps(folder: Path, tmp_path: Path) -> None:
    (folder / "ben.vtt").write_text(as_vtt([("Ben Oak" if w == REP else w, t) for w, t in GOOD]))
    asked = ("--rep", REP, "--rep", "Ben Oak")
    ran = run_here(tmp_path, "score", str(folder / "*.vtt"), *asked, "--jsonl")
    found = {Path(one["file"]).name: one["call"]["rep"] for one in lines(ran.out)}
    assert found == {"a.vtt": [REP], "ben.vtt": ["Ben Oak"], "empty.vtt": []}
    alone = run_here(tmp_path, "score", str(folder / "a.vtt"), *asked)
    assert (alone.code, "nobody speaks as “Ben Oak”" in alone.err) == (2, True)


def test_a_name_with_the_letters_of_a_pattern_is_itself(tmp_path: Path) -> None:
    file = tmp_path / "call [1].txt"
    file.write_text(as_text(GOOD))
    ran = run_here(tmp_path, "score", str(file), "--rep", REP, "--json")
    assert (ran.code, set(ran.json)) == (0, TOP)


def test_what_is_kept_is_called_as_its_file(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    run_here(tmp_path, "score", str(folder), "--rep", REP, "--out", str(out))
    kept = sorted(str(f.relative_to(out)) for f in out.rglob("*") if f.is_file())
    assert kept == ["a.vtt.json", "empty.vtt.json", "june/b.srt.json"]
    alone = run_here(tmp_path, "score", str(folder / "a.vtt"), "--rep", REP, "--json").json
    assert json.loads((out / "a.vtt.json").read_text()) == alone


def test_the_same_name_in_two_folders_is_kept_twice(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "more"
    other.mkdir()
    (other / "a.vtt").write_text(as_vtt(GOOD[:4]))
    out = tmp_path / "cards"
    run_here(tmp_path, "score", str(other), str(folder), "--rep", REP, "--out", str(out))
    kept = {name: json.loads((out / name).read_text())["call"]["turns"]
            for name in ("a.vtt.json", "a-2.vtt.json")}  # fmt: skip
    assert kept == {"a.vtt.json": 4, "a-2.vtt.json": len(GOOD)}


def test_a_folder_without_transcripts_is_an_answer(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(tmp_path))
    assert (ran.code, ran.out.split(":")[0]) == (0, "Nothing to score")


def test_lines_and_one_document_exclude_each_other(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--jsonl", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "give one of --json and --jsonl" in ran.err


def test_an_unknown_rubric_is_said_once_and_nothing_is_read(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--rubric", "nope")
    assert (ran.code, ran.out, ran.err.count("there is no rubric nope")) == (2, "", 1)


def test_two_processes_print_the_same_bytes(folder: Path) -> None:
    """Whatever the seed of hashes: nothing in the output hangs on the order of a set."""
    (folder / "broken.json").unlink()
    command = [COMMAND, "score", str(folder), "--rep", REP, "--json"]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    outputs = [
        subprocess.run(
            command, capture_output=True, check=True, timeout=60,
            cwd=folder, env={**clean, "PYTHONHASHSEED": seed, "REPLOOP_DATA_DIR": str(folder)},
        ).stdout
        for seed in ("1", "4242")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 5_000


# ── the model grader ─────────────────────────────────────────────────────────────────


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

    def grade(self, rubric: Rubric, call_type: CallType, transcript: Transcript) -> GraderReply:
        if self._raises:
            raise self._raises.pop(0)
        return BuiltinGrader().grade(rubric, call_type, transcript)


def graded(file: Path, *raises: ReploopError) -> tuple[Outcome, list[float]]:
    """One file graded by a moody grader; how it ended, and how long was waited between."""
    settings = Settings(data_dir=Path("absent"), database_url=None)
    means = Means(load_configured(settings), Moody(*raises), Organisation((), ()))
    waited: list[float] = []
    run = Run(Asked(file=file, reps=(REP,)), means, wait=waited.append)
    ((_, outcome),) = run.outcomes(sources_of([str(file)]), bar=False)
    return outcome, waited


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


def test_after_ctrl_c_what_was_done_is_shown(folder: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number:03}.vtt").write_text(as_vtt(GOOD))
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    process = subprocess.Popen(
        [COMMAND, "score", str(many), "--rep", REP, "--out", str(tmp_path / "out")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**clean, "REPLOOP_DATA_DIR": str(folder)},
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (tmp_path / "out" / "003.vtt.json").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    done = sum(str(many) in line for line in out.splitlines())
    assert 4 <= done < 400
    assert f"note: stopped: {done} of 400 files were done." in err


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

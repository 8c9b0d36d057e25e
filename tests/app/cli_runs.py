"""Running the command in tests: in this process, or in a child that keeps its modules warm.

Commands that open the database set up logs for their whole process, so they run in a child:
it reads one request a line and answers with exit code, standard output and standard error.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from typer.testing import CliRunner

from app.cli.main import app

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The error document on standard error."""
        return json.loads(self.err)["error"]


def cleared(folder: Path, env: Mapping[str, str] = {}) -> dict[str, str | None]:
    """An environment with nothing of Reploop's but its data folder and ``env``; no terminal."""
    unset = {name: None for name in os.environ if name.startswith("REPLOOP_")}
    return {**unset, "REPLOOP_DATA_DIR": str(folder), "TTY_COMPATIBLE": "0", **env}


def run_here(folder: Path, *args: str, env: Mapping[str, str] = {}, answer: str = "") -> Ran:
    """Run a command in this process."""
    done = CliRunner().invoke(app, list(args), env=cleared(folder, env), input=answer)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


class Terminal:
    """A child process in which commands run one after the other; a context manager."""

    def __init__(self, folder: Path, env: Mapping[str, str] = {}) -> None:
        self._folder, self._env = folder, dict(env)
        self._child: subprocess.Popen[str] | None = None
        self.data = folder / "data"

    def with_data(self, data: Path) -> "Terminal":
        """The same child and folder, with another data folder; the first one ends the child."""
        other = Terminal(self._folder, self._env)
        other._child, other.data = self._child, data
        return other

    def __enter__(self) -> Self:
        """Start the child in the folder, so that no .env of ours is read."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.app.cli_runs"],
            cwd=self._folder,
            env={**kept, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        assert self._child is not None
        self._child.communicate(timeout=20)

    def run(self, *args: str, answer: str = "", **env: str) -> Ran:
        """Run a command; ``env`` adds to the environment for it alone."""
        assert self._child is not None
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        request = {"args": args, "answer": answer, "env": {**self._env, **env}}
        request["folder"] = str(self.data)
        self._child.stdin.write(json.dumps(request) + "\n")
        self._child.stdin.flush()
        return Ran(**json.loads(self._child.stdout.readline()))

    def start(self, *args: str) -> "subprocess.Popen[str]":
        """Begin a command in a process of its own, to be stopped."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
        command = Path(sys.executable).with_name("reploop")
        return subprocess.Popen(
            [command, *args],
            cwd=self._folder,
            env={**kept, **self._env, "REPLOOP_DATA_DIR": str(self.data)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def _serve() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # nothing but answers may reach the parent
    for line in sys.stdin:
        request = json.loads(line)
        ran = run_here(
            Path(request["folder"]),
            *request["args"],
            env=request["env"],
            answer=request["answer"],
        )
        answers.write(json.dumps({"code": ran.code, "out": ran.out, "err": ran.err}) + "\n")
        answers.flush()


if __name__ == "__main__":
    _serve()

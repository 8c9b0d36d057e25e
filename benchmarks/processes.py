"""Processes that are measured: started alone, told everything, read through ``/proc``."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.figures import Unsound

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "REPLOOP_"
KIB = 1024


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This environment with these settings and no others of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


class Program:
    """``python -m module arguments`` in a folder of its own, where no ``.env`` is found."""

    def __init__(
        self, module: str, *arguments: str, folder: Path, settings: Mapping[str, str] | None = None
    ) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._folder = folder
        self._settings = settings or {}
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start; does not wait."""
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=environment(self._settings),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ask it to end, and kill what does not."""
        process = self._running()
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._running().pid

    def line(self, timeout_s: float = 60.0) -> str:
        """The next line it prints. Raises ``Unsound`` if it ends or says nothing in time."""
        out = self._running().stdout
        assert out is not None
        if select.select([out], [], [], timeout_s)[0] and (said := out.readline()):
            return said.strip()
        raise Unsound(f"{' '.join(self._command[2:])} did not get ready")

    def whole_output(self) -> str:
        """Everything it prints until it ends. Raises ``Unsound`` unless it ends well."""
        process = self._running()
        said, _ = process.communicate()
        if process.returncode:
            raise Unsound(f"{' '.join(self._command[2:])} ended with {process.returncode}")
        return said

    def _running(self) -> subprocess.Popen[str]:
        assert self._process is not None
        return self._process


def cpu_s(pid: int) -> float:
    """Processor seconds a process has used so far, user and system, all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mib(pid: int) -> dict[str, float]:
    """Memory of a process in MiB: resident, its proportional share, and the most it ever held."""
    rollup = _kib_fields(Path(f"/proc/{pid}/smaps_rollup"))
    status = _kib_fields(Path(f"/proc/{pid}/status"))
    found = {"rss": rollup["Rss"], "pss": rollup["Pss"], "peak": status["VmHWM"]}
    return {name: kib / KIB for name, kib in found.items()}


def _kib_fields(path: Path) -> dict[str, int]:
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {parts[0].rstrip(":"): int(parts[1]) for parts in lines if parts[-1:] == ["kB"]}

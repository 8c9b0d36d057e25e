"""What the numbers were measured on: processors, Python, the disk's flush, other load."""

import os
import platform
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import middle

FLUSHES = 50
PAGE = b"\0" * 4096


def describe() -> Mapping[str, object]:
    """Facts about this machine at this moment."""
    return {
        "processors": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "flush_ms": round(flush_ms(), 3),
        "load_average_1min": round(os.getloadavg()[0], 2),
    }


def flush_ms() -> float:
    """Median time of writing 4 KiB to a file and flushing it to the disk."""
    taken = []
    with tempfile.TemporaryFile() as file:
        for _ in range(FLUSHES):
            started = time.perf_counter()
            file.write(PAGE)
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - started)
    return 1000 * middle(taken)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()

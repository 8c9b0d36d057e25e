"""Named points at which a test kills this process with SIGKILL, to prove that nothing is lost.

``REPLOOP_KILL_AT`` holds ``point[:nth]``, comma-separated, e.g. ``score.before_commit:2``:
the second time that point is reached in this process, the process dies as if the machine
had lost power. Unset, reaching a point costs one dictionary look-up.
"""

import os
import signal
import threading
from collections.abc import Callable


def reacher(spec: str | None) -> Callable[[str], None]:
    """What ``Services.reach`` is set to."""
    if not spec:
        return _pass
    left = {}
    for part in spec.split(","):
        point, _, nth = part.strip().partition(":")
        left[point] = int(nth or 1)
    lock = threading.Lock()

    def reach(point: str) -> None:
        with lock:
            if point not in left:
                return
            left[point] -= 1
            if left[point] > 0:
                return
        os.kill(os.getpid(), signal.SIGKILL)

    return reach


def _pass(point: str) -> None:
    del point

"""Named points at which a test kills this process with SIGKILL, to prove that nothing is lost.

``REPLOOP_KILL_AT`` holds ``point[:nth][=STOP]``, comma-separated, e.g.
``score.before_commit:2``: the second time that point is reached in this process, the process
dies as if the machine had lost power; with ``=STOP`` it is paused there until somebody sends
it SIGCONT. Unset, reaching a point does nothing.
"""

import signal
import threading
from collections.abc import Callable


def reacher(spec: str | None) -> Callable[[str], None]:
    """What ``Services.reach`` is set to."""
    if not spec:
        return _pass
    left: dict[str, int] = {}
    signals: dict[str, signal.Signals] = {}
    for part in spec.split(","):
        where, _, how = part.strip().partition("=")
        point, _, nth = where.partition(":")
        left[point] = int(nth or 1)
        signals[point] = signal.SIGSTOP if how == "STOP" else signal.SIGKILL
    lock = threading.Lock()

    def reach(point: str) -> None:
        with lock:
            if point not in left:
                return
            left[point] -= 1
            if left[point] != 0:
                return
        # To this thread: sent to the process, another thread may take it, and this one runs on.
        signal.pthread_kill(threading.get_ident(), signals[point])

    return reach


def _pass(point: str) -> None:
    del point

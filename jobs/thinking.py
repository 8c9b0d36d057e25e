"""Threads that wait for a model think a few at a time.

They share one interpreter, so more of them gain nothing; and each that is in the middle of a
thought holds what it needs for it, which with hundreds that were all answered together is
most of the memory. Held only around what neither waits nor calls out.
"""

import threading

THINKING = threading.BoundedSemaphore(2)
"""Two, so that one goes on while the other is where Python lets others in."""

KEEPING = threading.BoundedSemaphore(2)
"""Held while a result is kept. When hundreds come at once, whoever claims the next rows must not
wait for its turn to write behind all of them, or their slots stay empty meanwhile."""

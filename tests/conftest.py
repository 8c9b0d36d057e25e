"""Fixtures for every folder of tests."""

import signal

import pytest

pytest_plugins = ["tests.postgres"]

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background takes Ctrl-C from every process below it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What mostly waits for processes begins first, so that nothing waits for it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/line/"))

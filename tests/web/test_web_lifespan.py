"""What the process does when it starts and before it ends."""

import gc
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from web.app import WebOptions, make_web_app

if TYPE_CHECKING:
    from tests.web.conftest import Machine


@pytest.fixture
def thawed() -> Iterator[None]:
    """Nothing frozen before, and nothing left frozen behind.

    The app collects at its start: what other tests left is collected here, not there.
    """
    gc.unfreeze()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_was_loaded_at_the_start_is_not_collected_again(
    machine: "Machine", options: WebOptions
) -> None:
    app = make_web_app(machine.services, replace(options, freeze_at_start=True))
    with TestClient(app):
        assert gc.get_freeze_count() > 10_000


def test_a_stopped_app_takes_nothing_more_and_has_kept_what_it_took(
    machine: "Machine", options: WebOptions
) -> None:
    client = TestClient(make_web_app(machine.services, options))
    with client:
        assert machine.post({"event": "ended", "key": "d-1"}, client=client).status_code == 200
    assert machine.post({"event": "ended", "key": "d-2"}, client=client).status_code == 503
    assert [row.delivery.key for row in machine.database.rows()] == ["d-1"]
    assert len(machine.bell.rings) == 1

"""The clock: any number may run, one acts, and a bad round does not end it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.clock import make_round
from app.services import migrate_database, open_services
from config.settings import Settings
from domain.effects import Queue
from domain.errors import StoreUnavailable
from domain.webhooks import Delivery
from jobs.services import Services


class Bell:
    """Notes what was rung."""

    def __init__(self) -> None:
        self.rung: list[Queue] = []

    def ring(self, *queues: Queue) -> bool:
        """Note it."""
        self.rung += queues
        return True


@pytest.fixture
def services(tmp_path: Path) -> Services:
    settings = Settings(_env_file=None, data_dir=tmp_path)  # type: ignore[call-arg]
    migrate_database(settings)
    return replace(open_services(settings), queue=Bell())


def rung(services: Services) -> list[Queue]:
    assert isinstance(services.queue, Bell)
    return services.queue.rung


def keep_one(services: Services) -> None:
    services.database.keep_deliveries([Delivery("zoom", "k", "e", services.now(), b"{}")])


def test_a_round_rings_for_what_is_due_and_for_nothing_else(services: Services) -> None:
    make_round(services, "a", lease_s=60)
    assert rung(services) == []
    keep_one(services)
    make_round(services, "a", lease_s=60)
    assert rung(services) == [Queue.INGEST]


def test_a_second_clock_waits_while_the_first_holds_the_lease(services: Services) -> None:
    keep_one(services)
    make_round(services, "a", lease_s=60)
    make_round(services, "b", lease_s=60)
    assert rung(services) == [Queue.INGEST]


def test_a_round_without_a_database_does_not_end_the_clock(services: Services) -> None:
    class Gone:
        @contextmanager
        def write(self) -> Iterator[Any]:
            raise StoreUnavailable("gone")
            yield

    make_round(replace(services, database=Gone()), "a", lease_s=60)  # type: ignore[arg-type]
    assert rung(services) == []

"""A house with calls that are due, the real client, and the sandbox's Batch API."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from domain.calls import CallState
from domain.scores import Scorecard
from integrations.openai.batches import OpenAiBatches
from integrations.openai.client import OpenAiModel
from integrations.openai.settings import OpenAiSettings
from jobs.backfill import Backfill
from jobs.model_grader import ModelGrader
from sandbox.openai import OpenAiSandbox
from sandbox.running import RunningApp, mounted
from tests.jobs.fakes import House, talk


class Killed(BaseException):
    """The process ended here."""


@pytest.fixture(scope="module")
def url() -> Iterator[tuple[RunningApp, dict[str, OpenAiSandbox]]]:
    """One running app; the sandbox behind it is new for each test."""
    behind: dict[str, OpenAiSandbox] = {}

    async def to_the_newest(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        await behind["openai"](scope, receive, send)

    with RunningApp(mounted({"openai": to_the_newest})) as app:
        yield app, behind


class Scene:
    """A house with calls that are due, and what would fill them back."""

    def __init__(self, house: House, app: RunningApp, sandbox: OpenAiSandbox) -> None:
        self.house, self.sandbox = house, sandbox
        settings = OpenAiSettings(
            model="sandbox-1", api_key="sk-sandbox", base_url=f"{app.url}/openai/v1"
        )
        self.model = OpenAiModel(settings)
        grader = ModelGrader(self.model)
        house.services = replace(house.services, grader=grader)
        self.backfill = Backfill(grader, OpenAiBatches(self.model), house.services)

    def ready(self, number: int) -> None:
        for n in range(number):
            self.house.put_ready(f"m{n}", talk(n % 5, (n + 1) % 5), days_ago=1 + n)

    def until_done(self) -> int:
        """Look until no batch is under way; returns how many looks that took."""
        looks = 0
        while batches := self.backfill.under_way():
            looks += 1
            for batch in batches:
                if self.backfill.look(batch).ended:
                    self.backfill.score(batch)
        return looks

    @property
    def asked(self) -> int:
        """Requests outside any batch."""
        return len(self.sandbox.requests_to("completions"))

    @property
    def cards(self) -> list[Scorecard]:
        calls = [call.id for call in self.house.calls()]
        with self.house.database.read() as tx:
            return list(tx.scorecards.latest_of(calls).values())

    @property
    def states(self) -> set[CallState]:
        return {call.state for call in self.house.calls()}


@pytest.fixture
def scene(house: House, url: tuple[RunningApp, dict[str, OpenAiSandbox]]) -> Scene:
    app, behind = url
    behind["openai"] = OpenAiSandbox()
    return Scene(house, app, behind["openai"])

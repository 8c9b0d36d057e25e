"""``reploop backfill``: the calls that are due, graded in OpenAI's batches for less."""

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import FrameType
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.opening import prepared_services
from app.cli.output import FAILED, Json, errors, note, print_json, say
from domain.batches import GradingBatch
from domain.calls import CallId
from domain.errors import (
    ConfigurationError,
    CredentialsRejected,
    Permanent,
    Transient,
    UnexpectedPayload,
)
from jobs.backfill import Backfill
from jobs.model_grader import ModelGrader
from jobs.services import Services
from jobs.sole_turn import SoleTurn


def backfill(
    wait: Annotated[
        bool, typer.Option(help="Wait for the answers and score the calls, or come back later.")
    ] = True,
    every: Annotated[
        float,
        typer.Option(min=0.1, max=300.0, metavar="SECONDS", help="How often to look for answers."),
    ] = 60.0,
    as_json: Json = False,
) -> None:
    """Grade the calls that are due in batches: cheaper, and done within a day.

    First `reploop import FOLDER --no-score`, while no worker runs that would take them. The
    command may be stopped at any time: the next one goes on where it was. What a batch does
    not answer is asked in the ordinary way; no call is lost or scored twice.
    """
    services = prepared_services()
    run = Run(_backfill_of(services), services)
    with ended_like_ctrl_c(), run.turn():
        run.begin()
        if wait:
            run.until_done(every)
    run.report(as_json=as_json)


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """SIGTERM ends what is within as Ctrl-C does: what is held is let go.

    Wherever it arrives: inside a callback of the database or of the network library it
    comes out as that library's own error.
    """
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        signal.default_int_handler(number, frame)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    except Exception as error:
        if stopped:
            raise KeyboardInterrupt from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@dataclass
class Run:
    """One run of the command."""

    backfill: Backfill
    services: Services
    sleep: Callable[[float], None] = time.sleep
    sent: int = 0
    scored: list[CallId] = field(default_factory=list)
    """Of the batches that have ended."""
    under_way: Sequence[GradingBatch] = ()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One run at a time. Raises ``TurnTaken``."""
        holder = self.services.new_id()
        with SoleTurn(self.services.database, "reploop backfill", holder) as turn:
            self.backfill = replace(self.backfill, go_on=turn.keep)
            yield

    def begin(self) -> None:
        """Take up what an earlier run left, then send all that is due.

        What has come back is scored first: trouble with a batch must not come after others
        were paid for.
        """
        self.backfill.mend()
        self._look()
        while sent := self.backfill.send():
            self.sent += sent
        self.under_way = self.backfill.under_way()

    def until_done(self, every_s: float) -> None:
        """Look, and score, until no batch is under way. Trouble that passes is sat out."""
        with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
            total = len(self.scored) + sum(len(batch.call_ids) for batch in self.under_way)
            bar = progress.add_task("Waiting for the model", total=total or None)
            while self.under_way:
                progress.update(bar, completed=self._look())
                if self.under_way:
                    self.sleep(every_s)

    def _look(self) -> int:
        """Score what has come back by now; returns how many calls are answered or scored."""
        answered = sum(map(self._look_at, self.backfill.under_way()))
        self.under_way = self.backfill.under_way()
        return answered + len(self.scored)

    def _look_at(self, batch: GradingBatch) -> int:
        """How many calls of a batch are answered, if they cannot be scored yet."""
        try:
            at = self.backfill.look(batch)
            if not at.ended:
                return at.done
            if self.backfill.score(batch):
                self.scored += batch.call_ids
        except (Transient, UnexpectedPayload) as error:
            note(f"{error}. Looking again later.")
        except CredentialsRejected:
            raise
        except Permanent:
            self.backfill.let_go(batch)
            note(
                f"the provider answers, but not about batch {batch.remote_id} (it is gone, or "
                f"another key's). Its {len(batch.call_ids)} calls are due again."
            )
        return 0

    def report(self, *, as_json: bool) -> None:
        """Say what was sent, what has come back and what is still to come."""
        left = sum(len(batch.call_ids) for batch in self.under_way)
        with self.services.database.read() as tx:
            found = [tx.calls.get(call_id) for call_id in self.scored]
        states = Counter(call.state.value for call in found if call is not None)
        if as_json:
            print_json({"sent": self.sent, "waiting": left, "counts": dict(sorted(states.items()))})
        else:
            say(f"{self.sent} sent, {left} waiting.")
            if states:
                say(", ".join(f"{n} {state}" for state, n in sorted(states.items())) + ".")
            if left:
                say("Their answers come within a day: `reploop backfill` again scores them.")
        if states.get("dead"):
            raise typer.Exit(FAILED)


def _backfill_of(services: Services) -> Backfill:
    from integrations.openai.batches import OpenAiBatches
    from integrations.openai.client import OpenAiModel

    grader = services.grader
    if not isinstance(grader, ModelGrader) or not isinstance(grader.model, OpenAiModel):
        raise ConfigurationError(
            "REPLOOP_OPENAI_MODEL",
            "batches need the model grader",
            "Set REPLOOP_OPENAI_API_KEY and REPLOOP_OPENAI_MODEL; the built-in grader needs none",
        )
    return Backfill(grader, OpenAiBatches(grader.model), services)

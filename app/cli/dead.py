"""``reploop dead``: what could not be done, and doing it again."""

from typing import Annotated

import typer

from app.cli.opening import prepared_services
from app.cli.output import Json, print_json, print_table, say
from domain.effects import EffectId, EffectState, Queue
from domain.errors import NotVisible
from domain.ports import Stores
from domain.webhooks import DeliveryState

BROKEN = (DeliveryState.DEAD, DeliveryState.QUARANTINED)
GIVEN_UP = (EffectState.DEAD, EffectState.PARKED)

dead = typer.Typer(help="What could not be done, and doing it again.", no_args_is_help=True)


@dead.command("list", epilog="Example:  reploop dead list")
def dead_list(as_json: Json = False) -> None:
    """Effects that were parked or given up, and deliveries that could not be read.

    Calls that could not be scored are in `reploop calls list --state dead`.
    """
    services = prepared_services()
    with services.database.read() as tx:
        effects = tx.outbox.list(states=GIVEN_UP, limit=200)
        deliveries = tx.deliveries.list(states=BROKEN, limit=200)
    if as_json:
        print_json({"effects": effects, "deliveries": deliveries})
        return
    if not effects and not deliveries:
        say("Nothing is stuck.")
    if effects:
        rows = [(e.id, e.effect.kind.value, e.state.value, e.error or "") for e in effects]
        print_table("Effects", ("id", "kind", "state", "error"), rows)
    if deliveries:
        letters = [
            (d.delivery.provider, d.delivery.key, d.state, d.error or "") for d in deliveries
        ]
        print_table("Deliveries", ("provider", "key", "state", "error"), letters)


@dead.command("replay", epilog="Example:  reploop dead replay")
def dead_replay(
    effect: Annotated[
        int | None,
        typer.Argument(metavar="EFFECT", help="Id of one effect. Default: everything listed."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make parked and dead effects and deliveries due again; a worker then does them."""
    services = prepared_services()
    with services.database.write() as tx:
        if effect is None:
            again = _replay_all(tx)
        elif tx.outbox.replay(EffectId(effect)):
            again = 1
        else:
            raise NotVisible(f"there is no parked, skipped or dead effect {effect}")
    rung = services.queue.ring(*Queue) if again else True
    if as_json:
        print_json({"due_again": again, "workers_told": rung})
        return
    say(f"{again} due again." if again else "Nothing is stuck.")
    if not rung:
        say("Redis cannot be reached: the clock or the next worker finds them.")


def _replay_all(tx: Stores) -> int:
    effects = tx.outbox.list(states=GIVEN_UP, limit=1000)
    letters = tx.deliveries.list(states=BROKEN, limit=1000)
    again = sum(tx.outbox.replay(e.id) for e in effects)
    return again + sum(tx.deliveries.replay(d.delivery.provider, d.delivery.key) for d in letters)

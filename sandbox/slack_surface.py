"""A place in Slack where somebody acts, and what can be acted on there."""

from dataclasses import dataclass
from typing import Any

from sandbox.slack_blocks import elements_of
from sandbox.slack_values import NotPossible, Values, holds_a_value, value_in
from sandbox.slack_views import View
from sandbox.slack_wire import Posted


@dataclass(slots=True)
class Surface:
    """Where somebody acts: blocks (with ids), and what stands in them."""

    blocks: list[dict[str, Any]]
    values: Values
    message: Posted | None = None
    view: View | None = None


def only_input(surface: Surface, block_id: str) -> dict[str, Any]:
    """The one element of a block that holds a value. Raises ``LookupError``."""
    for block in surface.blocks:
        if block["block_id"] == block_id:
            inputs = [e for e in elements_of(block) if holds_a_value(e)]
            if len(inputs) == 1:
                return inputs[0]
    known = [b["block_id"] for b in surface.blocks]
    raise LookupError(f"no single input in a block {block_id!r}; there is {known}")


def check_filled_in(surface: Surface) -> None:
    """Raise ``NotPossible`` for an input that is empty and must not be."""
    for block in surface.blocks:
        if block["type"] == "input" and not block.get("optional"):
            kept = surface.values[block["block_id"]][block["element"]["action_id"]]
            if value_in(kept) is None:
                raise NotPossible(f"{block['block_id']} must be filled in")


def element_in(
    blocks: list[dict[str, Any]], named: tuple[str, str | None], given: Any
) -> tuple[str, dict[str, Any]]:
    """A block's id and the element that is meant in it; raises ``LookupError``."""
    action_id, block_id = named
    for block in blocks:
        if block["type"] == "input" and not block.get("dispatch_action"):
            continue
        for element in elements_of(block):
            meant = element["action_id"] == action_id and block_id in (None, block["block_id"])
            other = element["type"] == "button" and given not in (None, element.get("value"))
            if meant and not other:
                return block["block_id"], element
    there = [e["action_id"] for b in blocks for e in elements_of(b)]
    raise LookupError(f"nothing to act on as {action_id!r}; there is {there}")

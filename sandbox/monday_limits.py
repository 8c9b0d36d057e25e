"""What a GraphQL document costs, and the budgets it is paid from.

monday counts complexity by rules it does not publish; these are like them in what matters:
a field of a thousand items costs a thousand times one, and a change far more than a look.
"""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

MUTATION = 10_000
"""Points for each change."""
SIZES = ("ids", "limit", "column_ids")
"""Arguments that say how many objects come back."""


def cost(document: DocumentNode, variables: Mapping[str, Any]) -> int:
    """Complexity points of the one operation of a document."""
    fragments = {
        d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
    }
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            counted = _Counter(fragments, variables)
            fields = counted.points(definition.selection_set)
            changes = len(definition.selection_set.selections)
            written = definition.operation.value == "mutation"
            return fields + (MUTATION * changes if written else 0)
    return 0


class _Counter:
    def __init__(
        self, fragments: Mapping[str, FragmentDefinitionNode], variables: Mapping[str, Any]
    ) -> None:
        self._fragments = fragments
        self._variables = variables

    def points(self, selected: SelectionSetNode | None) -> int:
        total = 0
        for node in selected.selections if selected else ():
            if isinstance(node, FieldNode):
                total += 1 + self._size(node) * self.points(node.selection_set)
            elif isinstance(node, InlineFragmentNode):
                total += self.points(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                total += self.points(self._fragments[node.name.value].selection_set)
        return total

    def _size(self, node: FieldNode) -> int:
        for argument in node.arguments:
            if argument.name.value in SIZES:
                value = argument.value
                if isinstance(value, VariableNode):
                    given = self._variables.get(value.name.value)
                    return len(given) if isinstance(given, list) else 1
                written = str(getattr(value, "value", ""))
                return int(written) if written.isdigit() else 1
        return 1


class Window:
    """A sum over the last minute."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._spent: deque[tuple[datetime, int]] = deque()

    def wait_s(self, now: datetime, points: int) -> int:
        """Take the points if they are there: 0, else whole seconds until they may be."""
        while self._spent and self._spent[0][0] <= now - timedelta(seconds=60):
            self._spent.popleft()
        if self.left() < points:
            oldest = self._spent[0][0] if self._spent else now
            return max(1, 60 - int((now - oldest).total_seconds()))
        self._spent.append((now, points))
        return 0

    def left(self) -> int:
        """What is left of the minute's budget."""
        return self.most - sum(points for _, points in self._spent)

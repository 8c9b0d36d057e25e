"""As much of Zoho's query language as Reploop uses; anything else is a syntax error."""

import re
from dataclasses import dataclass

from sandbox.zoho_fields import ZohoFault

QUERY = re.compile(
    r"select (?P<columns>\w+(?:, ?\w+)*) from (?P<module>\w+) "
    r"where (?P<column>\w+) in \((?P<values>.*)\) limit (?P<offset>\d+),(?P<limit>\d+)",
    re.IGNORECASE,
)
VALUES = re.compile(r"'[^'\\]*'(?:, ?'[^'\\]*')*")
MOST_VALUES = 50
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Query:
    """``select columns from module where column in (values) limit offset,limit``."""

    columns: tuple[str, ...]
    module: str
    column: str
    values: frozenset[str]
    """In lower case: texts are compared without regard to case."""
    offset: int
    limit: int

    @property
    def credits(self) -> int:
        """What it costs, by its limit."""
        return 1 if self.limit <= 200 else 2 if self.limit <= 1000 else 3


def parse(text: object) -> Query:
    """Read a query. Raises ``ZohoFault``."""
    found = QUERY.fullmatch(text) if isinstance(text, str) else None
    if found is None or not VALUES.fullmatch(found["values"]):
        raise ZohoFault(400, "SYNTAX_ERROR", "error occured while parsing the query", near="where")
    values = frozenset(v.lower() for v in re.findall(r"'([^']*)'", found["values"]))
    limit = int(found["limit"])
    if len(values) > MOST_VALUES or not 0 < limit <= MOST_ROWS:
        raise ZohoFault(400, "LIMIT_EXCEEDED", "the limit is exceeded", limit=MOST_VALUES)
    columns = tuple(name.strip() for name in found["columns"].split(","))
    return Query(columns, found["module"], found["column"], values, int(found["offset"]), limit)

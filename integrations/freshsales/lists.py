"""What ids in a deal stand for: its owner, stage, pipeline and reason."""

import threading
from collections.abc import Mapping
from typing import Any

from integrations.freshsales.client import Body, FreshsalesClient

KEYS = {
    "owners": "users",
    "deal_stages": "deal_stages",
    "deal_pipelines": "deal_pipelines",
    "deal_reasons": "deal_reasons",
}
"""The name of a list to the key it is answered under, also beside a deal."""


class Lists:
    """The account's lists, each asked for once, and again when an id is unknown."""

    def __init__(self, client: FreshsalesClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], Body] = {}

    def entry(self, name: str, entry_id: object, beside: Mapping[str, Any]) -> Body:
        """The entry of an id, from ``beside`` the deal if it was included; empty if unknown."""
        if entry_id in (None, ""):
            return {}
        wanted = str(entry_id)
        for entry in beside.get(KEYS[name]) or ():
            if isinstance(entry, dict) and str(entry.get("id")) == wanted:
                return entry
        with self._lock:
            if (name, wanted) not in self._known:
                for entry in self._client.selector(name, KEYS[name]):
                    self._known[name, str(entry.get("id"))] = entry
                # a deactivated owner is not listed: remember that, or every deal asks again
                self._known.setdefault((name, wanted), {})
            return self._known[name, wanted]

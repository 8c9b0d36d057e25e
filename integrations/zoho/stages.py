"""What each stage of a deal stands for: open, won or lost."""

import threading
from collections.abc import Iterator, Mapping

from domain.deals import Outcome
from integrations.zoho.client import Body, ZohoClient

OUTCOMES = {"open": Outcome.OPEN, "closed won": Outcome.WON, "closed lost": Outcome.LOST}
"""By Zoho's forecast type of a stage."""


class Stages:
    """Outcomes of stages, read from the field's definition; again for one not seen before."""

    def __init__(self, client: ZohoClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._known: dict[str, Outcome] = {}

    def outcome(self, stage: str) -> Outcome:
        """How a deal in this stage stands; one that Zoho does not list any more is open."""
        with self._lock:
            if stage not in self._known:
                self._known |= self._read()
                self._known.setdefault(stage, OUTCOMES.get(stage.lower(), Outcome.OPEN))
            return self._known[stage]

    def _read(self) -> Mapping[str, Outcome]:
        fields = self._client.page("/settings/fields", "fields", {"module": "Deals"}).rows
        options = next(
            (f.get("pick_list_values") for f in fields if f.get("api_name") == "Stage"), ()
        )
        return dict(_outcomes(options))


def _outcomes(options: object) -> Iterator[tuple[str, Outcome]]:
    """By what is shown and by what is kept: a stage that was renamed keeps its old value."""
    for option in options if isinstance(options, list) else ():
        outcome = OUTCOMES.get(_forecast(option)) if isinstance(option, dict) else None
        for name in (option.get("actual_value"), option.get("display_value")) if outcome else ():
            if isinstance(name, str):
                yield name, outcome or Outcome.OPEN


def _forecast(option: Body) -> str:
    return str(option.get("forecast_type") or "").lower()

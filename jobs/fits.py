"""The newest fit of the company's own figures, read from its row once a version."""

from domain.ports import Stores
from scoring.fitted import Fitted


class Fits:
    """Keeps the last fit that was asked for; safe in many threads."""

    def __init__(self) -> None:
        self._last = Fitted()

    def newest(self, tx: Stores) -> Fitted:
        """What holds now: nothing fitted, until there is a first fit."""
        record = tx.fits.newest()
        version = record.version if record else 0
        last = self._last
        if last.version != version:
            self._last = last = tx.fits.get(version, Fitted) if version else Fitted()
        return last

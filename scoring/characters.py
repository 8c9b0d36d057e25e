"""What becomes of each character of a text, decided once for each and then remembered."""

from collections.abc import Callable


class Characters(dict[int, int | None]):
    """For ``str.translate``: ``rule`` says what a character becomes, ``None`` to leave it out.

    Remembers the first few thousand characters it meets, more than any language uses, so that
    no text can make it grow.
    """

    MOST = 4096

    def __init__(self, rule: Callable[[str], str | None]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> int | None:
        becomes = self._rule(chr(code))
        found = None if becomes is None else ord(becomes)
        if len(self) < self.MOST:
            self[code] = found
        return found

"""The built-in reader: rules that claim only what wording alone can prove; see its ``READERS``."""

from scoring.facts.builtin.reader import READERS, VERSION, read_claims

__all__ = ["READERS", "VERSION", "read_claims"]

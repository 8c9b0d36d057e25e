"""Plain questions about figures: understood by rules, answered from stored figures only.

The rules need no model. Every word of a question must be understood, or nothing is answered:
so an instruction, a claimed role, a query language or a name the asker may not see all end
in one and the same refusal. A model may take a question apart instead; it is then under the
same rights.
"""

from coaching.ask.asked import Asked, query_of
from coaching.ask.understand import understand

__all__ = ["Asked", "query_of", "understand"]

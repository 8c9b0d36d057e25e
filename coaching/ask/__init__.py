"""Plain questions about figures: understood by rules, answered from stored figures only.

No model reads the question. Every word of it must be understood, or nothing is answered:
so an instruction, a claimed role, a query language or a name the asker may not see all end
in one and the same refusal.
"""

from coaching.ask.answers import answer
from coaching.ask.data import AskData
from coaching.ask.understand import understand

__all__ = ["AskData", "answer", "understand"]

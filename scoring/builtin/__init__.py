"""The built-in grader: proves what wording alone can prove, without a key or a network."""

from scoring.builtin.grader import BuiltinGrader
from scoring.builtin.levels import READERS

__all__ = ["READERS", "BuiltinGrader"]

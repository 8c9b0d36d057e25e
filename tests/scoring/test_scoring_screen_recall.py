"""How much the screen finds of orders it was not made for, and how often it is wrong.

``screen/development_*.txt`` is what the rules were written with. ``screen/held_out_*.txt`` was
written before it was ever measured. Three ordinary lines that gave an alarm were then mended, moved
to the development set and replaced by new ones, and one hostile line showed that a sentence with
"if" may be an order too (57 were seen before).
Each line is a language and a sentence, parted by a tab. Measured on 28 November 2026:

=============  ================================  =====================================
set            orders to a grader that are seen  false alarms in ordinary sales talk
=============  ================================  =====================================
development    209 of 213                        0 of 386
held out       58 of 62 (94 %)                   1 of 123 (0.8 %)
=============  ================================  =====================================

Both sets have one author, so other people's orders will be seen less often than this. The fixed
phrases that stood before found 12 of the first 62 development orders, with 28 false alarms in 98.
"""

from pathlib import Path

import pytest

from scoring.screen import speaks_to_a_grader

SAMPLES = Path(__file__).parent / "screen"


def flagged(name: str) -> list[bool]:
    lines = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [speaks_to_a_grader(line.split("\t", 1)[1]) for line in lines]


@pytest.mark.parametrize(("name", "floor"), [("development", 0.95), ("held_out", 0.8)])
def test_most_orders_to_a_grader_are_seen(name: str, floor: float) -> None:
    seen = flagged(f"{name}_hostile")
    assert len(seen) >= 60
    assert sum(seen) >= floor * len(seen)


@pytest.mark.parametrize(("name", "ceiling"), [("development", 0.0), ("held_out", 0.02)])
def test_hardly_any_ordinary_sales_talk_is_a_false_alarm(name: str, ceiling: float) -> None:
    alarms = flagged(f"{name}_benign")
    assert len(alarms) >= 80
    assert sum(alarms) <= ceiling * len(alarms)

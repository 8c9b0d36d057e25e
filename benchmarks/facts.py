"""How often the built-in reader of facts is right, and how much it finds.

Labels of our own (``facts_labels.yaml``) say for each call which turns prove which element. A
fact is right if its turn is one of them. Three sets: calls held out until the end, calls looked
at once before, and calls on which the rules were mended. A last table counts what is read from
all demo calls.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import yaml
from rich.console import Console

from benchmarks.figures import Effort, Section
from config.elements import SHIPPED, load_elements
from domain.calls import Participant, Side, Transcript, Turn
from domain.facts import DealFact
from domain.people import Organisation
from sandbox.company_file import load_company
from scoring.facts.builtin import READERS, read_claims
from scoring.facts.checking import check_claims
from scoring.sides import assign_sides

LABELS: Final = Path(__file__).with_name("facts_labels.yaml")
WRITTEN: Final = Path(__file__).parents[1] / "tests" / "scoring" / "calls"
NOW: Final = datetime(2026, 11, 25, 12, tzinfo=UTC)
ELEMENTS: Final = load_elements(SHIPPED, READERS)
COLUMNS = ("element", "said on", "found on", "coverage", "facts", "right", "precision")
_SIDES: Final = {"R": Side.REP, "B": Side.BUYER, "O": Side.UNKNOWN}
Labels = Mapping[str, Mapping[str, Sequence[int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Section):
    """The first table, and the others below it."""

    more: Sequence[Section] = field(default_factory=tuple)

    def show(self, out: Console) -> None:
        """Print all of them."""
        Section.show(self, out)
        for section in self.more:
            section.show(out)


def measure(effort: Effort) -> Section:
    """All tables; they take a second, so nothing is left out for a quick run."""
    del effort
    labels = yaml.safe_load(LABELS.read_text(encoding="utf-8"))
    demo = dict(demo_calls())
    written = {n: written_call(n) for kind in ("held_out", "seen_once") for n in labels[kind]}
    first = scored("Facts of the built-in reader, held-out calls", labels["held_out"], written)
    seen = scored("The same, mended after one look", labels["seen_once"], written)
    mended = scored("The same, calls on which the rules were mended", labels["mended"], demo)
    counts = Counter(f.element_id for call in demo.values() for f in facts_of(*call))
    counted = Section(
        title=f"Facts read from all {len(demo)} demo calls",
        columns=("element", "facts"),
        rows=[(name, str(n)) for name, n in counts.most_common()],
        data={str(name): n for name, n in counts.items()},
    )
    return Tables(
        title=first.title,
        columns=first.columns,
        rows=first.rows,
        notes=(
            "said on: calls on which it was said; found on: of these, those with a right fact;",
            "at the first look 16 of the 19 facts of the held-out calls were right, coverage 20 %;",
            "one person's labels, the author's of the rules: expect less on other people's calls",
        ),
        data={s.title: s.data for s in (first, seen, mended, counted)},
        more=(seen, mended, counted),
    )


def scored(title: str, labels: Labels, calls: Mapping[str, tuple[Transcript, date]]) -> Section:
    """One table: each element, and all together."""
    tally: dict[str, Counter[str]] = {}
    for name, said in labels.items():
        facts = facts_of(*calls[name])
        for element in {*said, *(f.element_id for f in facts)}:
            counted = tally.setdefault(element, Counter())
            own = [f for f in facts if f.element_id == element]
            right = [f for f in own if f.turn_index in said.get(element, ())]
            counted.update(
                said=int(element in said),
                found=int(bool(right)),
                facts=len(own),
                right=len(right),
            )
    tally["all"] = sum(tally.values(), Counter())
    rows = [_row(name, counted) for name, counted in sorted(tally.items())]
    return Section(
        title=title, columns=COLUMNS, rows=rows, data={n: dict(c) for n, c in tally.items()}
    )


def _row(name: str, counted: Counter[str]) -> Sequence[str]:
    return (
        name,
        str(counted["said"]),
        str(counted["found"]),
        _share(counted["found"], counted["said"]),
        str(counted["facts"]),
        str(counted["right"]),
        _share(counted["right"], counted["facts"]),
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def facts_of(transcript: Transcript, said_on: date) -> Sequence[DealFact]:
    """What the built-in reader reads, checked."""
    claims = read_claims(ELEMENTS, transcript)
    return check_claims(ELEMENTS, transcript, claims, said_on=said_on).facts


def demo_calls() -> Iterator[tuple[str, tuple[Transcript, date]]]:
    """Every call of the demo company, with its sides told apart as in the product."""
    company = load_company(NOW)
    organisation = Organisation(company.people, company.teams)
    for call in company.calls:
        turns = [
            Turn(i, line.speaker, line.start_s, line.end_s, line.text)
            for i, line in enumerate(call.lines)
        ]
        people = [Participant(name, email) for name, email in call.participants]
        sided = assign_sides(
            Transcript(tuple(turns)), people, organisation, host_email=call.host_email
        )
        yield call.id, (sided.transcript, call.started_at.date())


def written_call(name: str) -> tuple[Transcript, date]:
    """One of the calls written for the tests: lines ``R: …`` and ``B: …``."""
    turns = []
    text = (WRITTEN / f"{name}.txt").read_text(encoding="utf-8")
    for index, line in enumerate(text.strip().splitlines()):
        who, _, said = line.strip().partition(": ")
        turns.append(Turn(index, who, 10.0 * index, 10.0 * (index + 1), said, _SIDES[who]))
    return Transcript(tuple(turns)), NOW.date()


def main() -> None:
    """Print the tables, and with ``--facts`` every fact of the labelled calls with its verdict."""
    measure(Effort()).show(Console())


if __name__ == "__main__":
    main()

"""People and workers on the same records at once: at least 10,000 interleavings for each CRM.

``python -m benchmarks crm_interleavings``: people edit before, between and after our reads and
writes, workers die at every point, answers are lost; then everybody stops. No value that a
person wrote last may be gone, every other field shows what it should, and a push that is
rolled back leaves everything as it was but for what people wrote since. Seeded.
"""

import tempfile
from pathlib import Path

from benchmarks.figures import Effort, Section, Unsound
from store.database import upgrade
from tests.integrations.crm.interleavings import Tally, all_of, interleave
from tests.integrations.crm.kits import KITS
from tests.jobs.crm_world import world

SEEDS = 10
DEALS = 50
ROUNDS = 20


def measure(effort: Effort) -> Section:
    """Raises ``Unsound`` if a value of a person was lost, or something was not put back."""
    seeds = max(1, round(SEEDS * effort.scale))
    found = {slug: all_of([_run(slug, seed) for seed in range(seeds)]) for slug in sorted(KITS)}
    for slug, tally in found.items():
        wrong = (*tally.lost, *tally.wrong, *tally.not_restored)
        if wrong:
            raise Unsound(f"{slug}: {len(wrong)} fields are not as they should be: {wrong[:3]}")
    return Section(
        title="Interleavings of people and workers, by CRM",
        columns=(
            "CRM", "interleavings", "edits", "while we wrote", "put back", "kept", "killed",
            "answers lost", "fields rolled back", "lost",
        ),
        rows=[_row(slug, tally) for slug, tally in found.items()],
        notes=[f"{seeds} seeds, {DEALS} deals, {ROUNDS} rounds each"],
        data={slug: vars(tally) for slug, tally in found.items()},
    )  # fmt: skip


def _run(slug: str, seed: int) -> Tally:
    with tempfile.TemporaryDirectory(prefix="reploop-bench-") as folder, KITS[slug]() as kit:
        url = f"sqlite:///{Path(folder) / 'interleave.db'}"
        upgrade(url)
        with world(url, kit.crm, kit.ids["rollout"]) as made:
            return interleave(kit, made.services, seed=seed, deals=DEALS, rounds=ROUNDS)


def _row(slug: str, tally: Tally) -> tuple[str, ...]:
    counts = (
        tally.interleavings, tally.edits, tally.edits_meanwhile, tally.restored, tally.kept,
        tally.kills, tally.lost_answers, tally.rolled_back, len(tally.lost),
    )  # fmt: skip
    return (slug, *(f"{number:,}" for number in counts))

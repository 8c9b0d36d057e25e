"""The files of a study, row by row, as ``docs/study.md`` lists their columns."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.study.files import Study
from app.study.outcomes import Outcomes
from app.study.run import Company, Pair, weeks
from coaching.focus import Past, choose_focus
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Z_90, Proficiency, Trend
from domain.wording import MIN_CALLS, TIER_NAMES
from scoring.pair import PairHistory
from scoring.percentile import percentiles
from scoring.priors import BLOCK_DAYS
from scoring.tiers import Announced, Evidence, next_announcement
from scoring.trend import smooth, trend

COLUMNS = {
    "proficiency": ("as_of_day", "rep_id", "skill_id", "mean", "lo90", "hi90", "tier"),
    "alerts": ("day", "rep_id", "skill_id", "from_tier", "to_tier"),
    "trend": ("as_of_day", "rep_id", "skill_id", "window", "change", "lo90", "hi90", "label"),
    "percentile": ("as_of_day", "rep_id", "skill_id", "percentile"),
    "focus": ("day", "rep_id", "skill_id", "rank"),
    "judge_shift": ("criterion_id", "v2_minus_v1"),
}
OUTCOME_COLUMNS = {
    "outcomes": ("segment", "skill_id", "or_per10", "lo95", "hi95", "significant"),
}
"""Written where there are deals."""
Z_95 = 1.96
FIRST_ROW_DAY = 27
_MONDAY = date(2024, 1, 1)
"""Where day 0 lies for the rule that holds a focus for four weeks."""


class _Tables:
    """Open files, one a table."""

    def __init__(self, tables: Mapping[str, Sequence[str]], out: Path, stack: ExitStack) -> None:
        self._writers = {}
        for name, columns in tables.items():
            file = stack.enter_context(
                (out / f"{name}.csv").open("w", newline="", encoding="utf-8")
            )
            self._writers[name] = csv.writer(file, lineterminator="\n")
            self._writers[name].writerow(columns)

    def add(self, table: str, *row: Any) -> None:
        self._writers[table].writerow(row)


def write_study(study: Study, out: Path) -> Iterator[int]:
    """Write all tables into the folder ``out``; yields each day that is done.

    Raises:
        ConfigurationError: ``out`` cannot be a folder of files.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or "it cannot be made"
        raise ConfigurationError(str(out), why, "Give a folder for the tables") from error
    with ExitStack() as stack:
        tables = _Tables(tables_of(study), out, stack)
        evening = _Evening(study, tables)
        for day, company in weeks(study):
            evening.write(day, company)
            yield day
        for criterion, shift in sorted(company.shifts.items()):
            tables.add("judge_shift", criterion, f"{shift:.3f}")
        evening.write_outcomes(study.days)


def tables_of(study: Study) -> Mapping[str, Sequence[str]]:
    """Name and columns of every table that the study can fill."""
    return {**COLUMNS, **OUTCOME_COLUMNS} if study.deals else COLUMNS


class _Evening:
    """Writes one day after the other; remembers announced tiers and focus skills."""

    def __init__(self, study: Study, tables: _Tables) -> None:
        self._study, self._tables = study, tables
        self._announced: dict[Pair, Announced] = {}
        self._focus: dict[str, list[Past]] = {}
        self._outcomes = Outcomes(study)

    def write(self, day: int, company: Company) -> None:
        active = [
            rep
            for rep, one in self._study.reps.items()
            if one.start_day <= day and (one.end_day is None or day < one.end_day)
        ]
        known = {
            (rep, skill): (*company.known((rep, skill), day), calls)
            for rep in active
            for skill in self._study.skills
            if (calls := company.pairs[rep, skill].calls_by(day))
        }
        for pair, (level, variance, _) in known.items():
            calls = company.pairs[pair].live
            self._announce(pair, Evidence(day, level, math.sqrt(variance), calls), company)
        self._remember(day, active, company)
        if day < FIRST_ROW_DAY:
            return
        figures = {p: (m, v) for p, (m, v, calls) in known.items() if calls >= MIN_CALLS}
        trends = {p: self._pair(day, p, figures[p], company) for p in figures}
        self._percentiles(day, figures)
        self._focus_of(day, active, known, trends)

    def _remember(self, day: int, active: Sequence[str], company: Company) -> None:
        """Levels for deals that open from now on; what closed deals say, every four weeks."""
        if not self._study.deals:
            return
        skills = self._study.skills
        self._outcomes.remember(
            day, {rep: tuple(company.known((rep, s), day)[0] for s in skills) for rep in active}
        )
        if (day + 1) % BLOCK_DAYS == 0:
            self._outcomes.fit(day)

    def write_outcomes(self, day: int) -> None:
        """What all deals that were closed by ``day`` say."""
        if self._study.deals:
            self._outcomes.fit(day)
        for one in self._outcomes.effects:
            half = Z_95 * one.standard_error
            ends = (one.log_odds, one.log_odds - half, one.log_odds + half)
            figures = [f"{math.exp(end):.4f}" for end in ends]
            skill = self._study.skills[one.skill]
            self._tables.add("outcomes", one.segment, skill, *figures, int(one.claimed))

    def _announce(self, pair: Pair, now: Evidence, company: Company) -> None:
        shown = self._announced.get(pair, Announced())
        after = next_announcement(shown, now, company.pairs[pair].view.rules)
        if after is not shown and after.tier:
            before = TIER_NAMES[shown.tier] if shown.tier else ""
            self._tables.add("alerts", int(now.day), *pair, before, TIER_NAMES[after.tier])
        self._announced[pair] = after

    def _pair(
        self, day: int, pair: Pair, figure: tuple[float, float], company: Company
    ) -> tuple[Trend, ...]:
        level, variance = figure
        shown = min(100.0, max(0.0, level))
        half = Z_90 * math.sqrt(variance)
        low, high = max(0.0, level - half), min(100.0, level + half)
        tier = self._announced[pair].tier
        # Without an announced tier the column is left to whoever reads the mean.
        word = TIER_NAMES[tier] if tier else ""
        self._tables.add(
            "proficiency", day, *pair, f"{shown:.3f}", f"{low:.3f}", f"{high:.3f}", word
        )
        trends = _trends(company.pairs[pair], day, company.fitted.check.inflation)
        for one in trends:
            if one.change is None or one.standard_error is None:
                self._tables.add("trend", day, *pair, one.days, "", "", "", one.label.value)
                continue
            half = Z_90 * one.standard_error
            spread = (f"{one.change - half:.3f}", f"{one.change + half:.3f}")
            self._tables.add(
                "trend", day, *pair, one.days, f"{one.change:.3f}", *spread, one.label.value
            )
        return trends

    def _percentiles(self, day: int, figures: dict[Pair, tuple[float, float]]) -> None:
        for skill in self._study.skills:
            pairs = [p for p in figures if p[1] == skill]
            for pair, value in zip(
                pairs, percentiles([figures[p] for p in pairs]) or (), strict=False
            ):
                self._tables.add("percentile", day, *pair, f"{value:.2f}")

    def _focus_of(
        self,
        day: int,
        active: Sequence[str],
        known: dict[Pair, tuple[float, float, int]],
        trends: dict[Pair, tuple[Trend, ...]],
    ) -> None:
        monday = _MONDAY + timedelta(days=day + 1)
        for rep in active:
            skills = [
                _proficiency(pair, known[pair], trends.get(pair, ()), day)
                for skill in self._study.skills
                if (pair := (rep, skill)) in known
            ]
            chosen = choose_focus(
                skills,
                self._focus.get(rep, ()),
                monday=monday,
                rules=self._outcomes.rules(rep),
            ).choices
            ids = tuple(c.skill_id for c in chosen)
            self._focus.setdefault(rep, []).append(Past(monday, ids))
            for rank, skill in enumerate(ids, 1):
                self._tables.add("focus", day, rep, skill, rank)


def _trends(history: PairHistory, day: int, inflation: float) -> tuple[Trend, ...]:
    rules, pace = history.view.rules, history.view.pace
    filtered, now = history.filtered(), pace.at(day)
    smoothed = smooth(filtered, now, rules)
    return tuple(
        trend(
            filtered,
            smoothed,
            now,
            rules,
            days=days,
            start=pace.at(day - days),
            inflation=inflation,
        )
        for days in rules.trend_days
    )


def _proficiency(
    pair: Pair, figure: tuple[float, float, int], trends: tuple[Trend, ...], day: int
) -> Proficiency:
    level, variance, calls = figure
    return Proficiency(
        rep_id=PersonId(pair[0]),
        skill_id=SkillId(pair[1]),
        as_of=datetime.combine(_MONDAY, datetime.min.time(), UTC) + timedelta(days=day),
        level=min(100.0, max(0.0, level)),
        standard_error=math.sqrt(variance),
        effective_n=float(calls),
        calls=calls,
        tier=None,
        trends=trends,
    )

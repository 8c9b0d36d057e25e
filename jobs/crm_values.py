"""What one call and one profile say on a deal, as text that is safe in every CRM.

Pure. Every text is safe wherever a CRM passes it on: no markup, no control characters,
nothing that a spreadsheet runs as a formula, never longer than the field.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date

from coaching import words
from coaching.focus import choose_focus
from domain import wording
from domain.calls import Call
from domain.crm import FieldKind, FieldValue
from domain.rubrics import SkillId
from domain.scores import CriterionScore, Scorecard
from domain.skills import Proficiency, Skill

NEXT_STEPS = SkillId("next_steps")
MIN_NEXT_STEP_LEVEL = 2
"""Below this level of 0-4 nothing was agreed that could be written down as a next step."""
MAX_CHARS: Mapping[FieldKind, int] = {
    FieldKind.TEXT: 255,
    FieldKind.URL: 255,
    FieldKind.LONG_TEXT: 32_000,
}
FORMULA_STARTS = "=+-@＝＋－＠"
"""Spreadsheets read a cell that begins so as a formula; the last four are full-width forms."""
BRACKETS = str.maketrans({"<": "‹", ">": "›"})
NOT_LINE_FEEDS = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")


def values_for_deal(
    call: Call,
    scorecard: Scorecard,
    proficiencies: Sequence[Proficiency],
    skills: Mapping[SkillId, Skill],
    link: str,
) -> dict[str, FieldValue]:
    """A value for every source that comes from one call and its rep; ``None`` for nothing.

    ``proficiencies`` are those of the rep who held the call. ``link`` must open the call
    for whoever may see it, and must hold no token: everybody in the CRM can read it.
    """
    scored = [c for c in scorecard.criteria if c.level is not None]
    overall, medal, on = scorecard.overall, scorecard.medal, call.started_at.date()
    return {
        "last_call_score": None if overall is None else float(wording.points(overall)),
        "last_call_medal": medal.value.capitalize() if medal else None,
        "last_call_date": call.started_at.astimezone(UTC).date().isoformat(),
        "last_call_link": safe_text(link, FieldKind.URL),
        "last_call_summary": safe_text(_summary(scorecard, len(scored)), FieldKind.LONG_TEXT),
        "next_step": safe_text(_next_step(scored), FieldKind.TEXT),
        "owner_skills": safe_text(skills_text(proficiencies, skills), FieldKind.LONG_TEXT),
        "owner_focus": safe_text(focus_text(proficiencies, skills, on), FieldKind.TEXT),
    }


def no_values(sources: Iterable[str]) -> dict[str, FieldValue]:
    """Every source empty: for a record that there is nothing to say of."""
    return dict.fromkeys(sources)


def safe_text(text: str, kind: FieldKind) -> str | None:
    """The text as a CRM may hold it, or ``None`` if nothing is left.

    Angle brackets become ‹ ›, so that no place that renders HTML finds markup; control
    and invisible formatting characters go; a text that a spreadsheet would take for a
    formula gets a leading apostrophe, which spreadsheets hide (OWASP, CSV injection); and
    what is longer than the field ends in an ellipsis.
    """
    plain = NOT_LINE_FEEDS.sub("\n", unicodedata.normalize("NFC", text)).translate(BRACKETS)
    if kind is not FieldKind.LONG_TEXT:
        plain = " ".join(plain.split())
    kept = "".join(c for c in plain if c == "\n" or unicodedata.category(c)[0] != "C")
    kept = "\n".join(line.rstrip() for line in kept.split("\n")).strip()
    if kept.startswith(tuple(FORMULA_STARTS)):
        kept = f"'{kept}"
    limit = MAX_CHARS[kind]
    if len(kept) > limit:
        kept = kept[: limit - 1].rstrip() + "…"
    return kept or None


def _summary(scorecard: Scorecard, scored: int) -> str:
    """What the call came to, and from how much: a score is never said without its basis."""
    of = f"{scored} of {len(scorecard.criteria)} criteria"
    rubric = f"{scorecard.rubric_name} v{scorecard.rubric_version}"
    if scorecard.overall is None:
        basis = f"No score: only {of} could be judged ({rubric})."
    else:
        basis = (
            f"{wording.points(scorecard.overall)} of 100 on this one call, from {of} ({rubric})."
        )
    return f"{basis}\n{scorecard.summary}"


def _next_step(scored: Sequence[CriterionScore]) -> str:
    best = agreed_step(scored)
    return "" if best is None else best.evidence[0].quote


def agreed_step(scored: Sequence[CriterionScore]) -> CriterionScore | None:
    """The best-judged criterion in whose words a next step was agreed, if any."""
    agreed = [
        c
        for c in scored
        if NEXT_STEPS in c.skill_ids and (c.level or 0) >= MIN_NEXT_STEP_LEVEL and c.evidence
    ]
    return max(agreed, key=lambda c: (c.level or 0, c.criterion_id), default=None)


def skills_text(
    proficiencies: Sequence[Proficiency],
    skills: Mapping[SkillId, Skill],
    heading: str = "Levels 0-100 with 90 % ranges, over all the caller's scored calls:",
) -> str:
    """A line for each skill, below a heading; empty without any."""
    known = {p.skill_id: p for p in proficiencies}
    lines = [
        f"{skill.name}: {wording.figure(known[skill_id])}"
        + (f", {wording.tier(known[skill_id])}" if wording.enough(known[skill_id]) else "")
        for skill_id, skill in skills.items()
        if skill_id in known
    ]
    if not lines:
        return ""
    return "\n".join([heading, *lines])


def focus_text(
    proficiencies: Sequence[Proficiency], skills: Mapping[SkillId, Skill], monday: date
) -> str:
    """Where the most is to be won, as the agenda would choose without a history."""
    known = [p for p in proficiencies if p.skill_id in skills]
    focus = choose_focus(known, (), monday=monday)
    if focus.nothing_because is not None:
        return "Nothing to name yet"
    return words.joined(
        [f"{skills[c.skill_id].name} ({wording.figure(c.proficiency)})" for c in focus.choices]
    )

"""What a deal shows: exact texts, and texts that are safe wherever a CRM passes them on."""

import csv
import io
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import wording
from domain.crm import FieldKind, RecordKind
from domain.rubrics import CriterionId
from domain.scores import CriterionScore, Evidence, NotScoredBecause
from domain.skills import Tier
from jobs.crm_compare import normal
from jobs.crm_sources import sources_with
from jobs.crm_values import FORMULA_STARTS, MAX_CHARS, safe_text, values_for_deal
from tests.jobs.crm_world import (
    CRM_FIELDS,
    ELEMENTS,
    NEXT_STEPS,
    QUESTIONING,
    SKILLS,
    a_call,
    a_card,
    a_proficiency,
)

LINK = "https://r.example/calls/c1"
SOURCES = sources_with(ELEMENTS)
TEXT_KINDS = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.URL)


def test_every_source_has_a_value_of_its_kind() -> None:
    skills = [
        a_proficiency(QUESTIONING),
        a_proficiency(NEXT_STEPS, level=54.0, standard_error=6.0, calls=8, tier=Tier.NEEDS_WORK),
    ]
    assert values_for_deal(a_call(), a_card(), skills, SKILLS, LINK) == {
        "last_call_score": 62.0,
        "last_call_medal": "Bronze",
        "last_call_date": "2026-11-24",
        "last_call_link": LINK,
        "last_call_summary": "62 of 100 on this one call, from 2 of 3 criteria (discovery v1).\n"
        "Good questions; the next step has a date.",
        "next_step": "Thursday at ten works for us both",
        "owner_skills": "Levels 0-100 with 90 % ranges, over all the caller's scored calls:\n"
        "Questioning: 71 ± 8 from 12 calls, Developing\n"
        "Next steps: 54 ± 10 from 8 calls, Needs Work",
        "owner_focus": "Next steps (54 ± 10 from 8 calls) and Questioning (71 ± 8 from 12 calls)",
    }


@pytest.mark.parametrize(("overall", "whole"), [(22.5, 23), (23.5, 24), (22.46, 22), (0.0, 0)])
def test_a_deal_shows_the_whole_points_that_messages_show(overall: float, whole: int) -> None:
    shown = values_for_deal(a_call(), replace(a_card(), overall=overall), [], SKILLS, LINK)
    assert shown["last_call_score"] == float(wording.points(overall)) == float(whole)
    assert str(shown["last_call_summary"]).startswith(f"{whole} of 100 on this one call")


def test_every_value_is_of_a_source_that_fields_may_name() -> None:
    values = values_for_deal(a_call(), a_card(), [], SKILLS, LINK)
    assert set(values) <= set(SOURCES[RecordKind.DEAL])


@pytest.mark.parametrize("kind", [RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT])
@pytest.mark.parametrize("crm", sorted(CRM_FIELDS))
def test_the_shipped_mapping_shows_every_source_in_each_crm(crm: str, kind: RecordKind) -> None:
    """Of the methodologies MEDDIC; a company names another where it has another."""
    others = {e.methodology for e in ELEMENTS.listed} - {"meddic"}
    every = {s for s in SOURCES[kind] if not others & set(s.split(".")[1:2])}
    assert {f.source for f in CRM_FIELDS[crm] if f.on is kind} == every


def test_a_call_without_a_score_has_no_number_and_says_why() -> None:
    values = values_for_deal(a_call(), a_card(overall=None), [], SKILLS, LINK)
    assert values["last_call_score"] is None
    assert values["last_call_medal"] is None
    assert str(values["last_call_summary"]).startswith("No score: only 2 of 3 criteria")


def test_too_few_calls_give_no_number() -> None:
    few = a_proficiency(calls=2, tier=None)
    values = values_for_deal(a_call(), a_card(), [few], SKILLS, LINK)
    assert "Questioning: too few calls to say (2 of at least 3)" in str(values["owner_skills"])
    assert values["owner_focus"] == "Nothing to name yet"


def test_without_a_profile_the_fields_about_the_caller_are_empty() -> None:
    values = values_for_deal(a_call(), a_card(), [], SKILLS, LINK)
    assert values["owner_skills"] is None


@pytest.mark.parametrize("level", [0, 1])
def test_a_next_step_that_was_not_agreed_is_not_written_down(level: int) -> None:
    vague = replace(a_card().criteria[0], level=level)
    values = values_for_deal(a_call(), a_card(criteria=(vague,)), [], SKILLS, LINK)
    assert values["next_step"] is None


def test_an_unscored_next_step_is_empty() -> None:
    unscored = CriterionScore(
        criterion_id=CriterionId("step_agreed"), skill_ids=(NEXT_STEPS,), level=None,
        not_scored=NotScoredBecause.NO_VALID_EVIDENCE, evidence=(Evidence("said so", 1),),
    )  # fmt: skip
    values = values_for_deal(a_call(), a_card(criteria=(unscored,)), [], SKILLS, LINK)
    assert values["next_step"] is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'),
        ("+1 555 0100", "'+1 555 0100"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("<img src=x onerror=alert(1)>", "‹img src=x onerror=alert(1)›"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("a\x00b\x1b[31mc\u202ed", "ab[31mcd"),
        ("   ", None),
    ],
)
def test_hostile_words_become_harmless_text(said: str, shown: str | None) -> None:
    assert safe_text(said, FieldKind.TEXT) == shown


@given(st.text(max_size=400), st.sampled_from(TEXT_KINDS))
def test_no_text_is_a_formula_or_markup_or_too_long(said: str, kind: FieldKind) -> None:
    shown = safe_text(said, kind)
    if shown is not None:
        assert not shown.startswith(tuple(FORMULA_STARTS))
        assert not set(shown) & set("<>\r")
        assert len(shown) <= MAX_CHARS[kind]
        assert all(unicodedata.category(c)[0] != "C" or c == "\n" for c in shown)


@given(st.text(max_size=400), st.sampled_from(TEXT_KINDS))
def test_what_we_write_compares_equal_to_itself_when_read_back(said: str, kind: FieldKind) -> None:
    shown = safe_text(said, kind)
    assert normal(kind, shown) == shown


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    shown = safe_text("x" * 300, FieldKind.TEXT)
    assert shown == "x" * 254 + "…"


def test_an_export_to_csv_holds_no_cell_that_starts_a_formula() -> None:
    hostile = replace(a_card().criteria[0], evidence=(Evidence("=cmd|' /C calc'!A0", 9),))
    values = values_for_deal(a_call(), a_card(criteria=(hostile,)), [], SKILLS, LINK)
    sheet = io.StringIO()
    csv.writer(sheet).writerow(values.values())
    (row,) = csv.reader(io.StringIO(sheet.getvalue()))
    assert not [cell for cell in row if cell.startswith(tuple("=+-@"))]

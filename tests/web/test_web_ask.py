"""The page to ask on: the same answers, the same rights, nothing of the question trusted."""

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Office


def asked(office: "Office", name: str, text: str) -> str:
    answer = office.get(name, f"/ask?q={quote(text)}")
    assert answer.status_code == 200
    return str(answer.text)


def test_a_manager_reads_the_figure_with_its_range_and_the_moments(office: "Office") -> None:
    office.scores("ana", 60, 70, 80)
    said = asked(office, "mia", "How is Ana doing?")
    assert "from 3 calls" in said
    assert 'href="/calls/' in said
    assert "± shows how sure" in said


def test_without_a_question_it_says_what_can_be_asked(office: "Office") -> None:
    said = asked(office, "ana", "")
    assert "How am I doing?" in said
    assert "Who needs help" not in said


@pytest.mark.parametrize("hidden", ["Ben", "Cy", "Qwerty"])
def test_a_rep_reads_the_same_refusal_whoever_is_asked_about(office: "Office", hidden: str) -> None:
    office.scores("ben", 60, 70, 80)
    said = asked(office, "ana", f"How is {hidden} doing?")
    assert said.replace(hidden, "Zorg") == asked(office, "ana", "How is Zorg doing?")
    assert "I cannot answer that." in said


def test_the_question_is_shown_back_as_text_alone(office: "Office") -> None:
    said = asked(office, "ana", '"><script>alert(1)</script>')
    assert "<script>" not in said


def test_a_look_is_audited(office: "Office") -> None:
    office.scores("ana", 60, 70, 80)
    asked(office, "mia", "How is Ana doing?")
    assert ("mia", "ask", True) in office.audit("ana")


def test_nobody_asks_without_signing_in(office: "Office") -> None:
    assert office.get(None, "/ask?q=help").status_code == 401

"""`reploop signals`: one transcript, or many conversations a line each."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli_runs import run_here

KEYS = {
    "turn", "side", "question", "open_question", "reflection", "objection", "commitment",
    "next_step", "builds_on",
}  # fmt: skip
TURNS = [
    {"speaker": "Ana", "text": "What happens when a picker quits?"},
    {"speaker": "Bo", "text": "We lose two weeks of training."},
]


def line(**talk: Any) -> str:
    return json.dumps({"id": "one", "turns": TURNS, **talk}) + "\n"


def test_each_line_is_answered_in_order_and_a_bad_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(line(rep="Ana") + "\n{not json\n" + line(id=2))
    ran = run_here(tmp_path, "signals", str(file), "--json")
    first, second = (json.loads(one) for one in ran.out.splitlines())
    assert (ran.code, first["id"], second["id"]) == (1, "one", 2)
    assert [t["side"] for t in first["turns"]] == ["rep", "buyer"]
    assert [t["side"] for t in second["turns"]] == ["unknown", "unknown"]
    assert set(first["turns"][0]) == KEYS
    assert first["turns"][0]["open_question"] > 0.5
    assert ran.error["message"] == f"{file}, line 3: not JSON in UTF-8"


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("[]", "not a JSON object"),
        ('{"id": "x"}', "no list “turns”"),
        (line(id=[]), "“id” is neither text nor a whole number"),
        (line(rep="Cy"), "“rep” is none of the speakers"),
        (line(turns=[3]), "turn 0 is not an object"),
        (line(turns=[{"speaker": "Ana"}]), "turn 0 needs “speaker” and “text” as text"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(bad: str, why: str, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "signals", "-", "--json", answer=line() + bad)
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
    assert ran.error["message"] == f"standard input, line 2: {why}"


def test_a_transcript_is_read_as_score_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_text("\n".join(f"{t['speaker']}: {t['text']}" for t in TURNS))
    ran = run_here(tmp_path, "signals", str(file), "--rep", "ana", "--json")
    assert (ran.code, ran.json["id"], len(ran.json["turns"])) == (0, "call", 2)
    assert ran.json["turns"][0]["side"] == "rep"


def test_people_read_a_table(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "signals", "-", answer=line(rep="Ana"))
    assert ran.code == 0
    assert "What happens when a picker quits?" in ran.out


def test_the_rep_of_many_conversations_cannot_be_given_once(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "signals", "-", "--rep", "Ana", answer=line())
    assert ran.code == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "signals", str(tmp_path / "none.jsonl"), "--json")
    assert ran.code == 1
    assert ran.error["code"] == "unreadable"


CALL = [
    ("Ana", "Um, how many people does Dana Wolf hire on Monday, Bo?"),
    ("Bo", "Yes."),
    ("Ana", "And uh, what does it cost you?"),
    ("Bo", "Our CFO says twelve people, 40 dollars each."),
]


def test_a_line_says_how_the_whole_call_went(tmp_path: Path) -> None:
    turns = [{"speaker": who, "text": text} for who, text in CALL]
    ran = run_here(tmp_path, "signals", "-", "--json", answer=line(rep="Ana", turns=turns))
    assert ran.json["call"] == {
        "talk_share": round(18 / 27, 3),
        "longest_monologue_words": 18,
        "interruptions": None,
        "rep": {"words": 18, "fillers": 2, "numbers": [], "names": ["dana", "wolf"]},
        "buyer": {"words": 9, "fillers": 0, "numbers": ["40", "twelve"], "names": ["cfo"]},
    }


def test_a_call_of_which_nobody_is_the_rep_has_no_figures(tmp_path: Path) -> None:
    assert run_here(tmp_path, "signals", "-", "--json", answer=line()).json["call"] is None


def test_in_a_transcript_with_times_it_is_seen_who_cuts_in(tmp_path: Path) -> None:
    file = tmp_path / "call.vtt"
    file.write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Bo>We lose two weeks of training each.\n\n"
        "00:00:05.000 --> 00:00:11.000\n<v Ana>Let me tell you about our product.\n"
    )
    ran = run_here(tmp_path, "signals", str(file), "--rep", "Ana", "--json")
    assert ran.json["call"]["interruptions"] == 1

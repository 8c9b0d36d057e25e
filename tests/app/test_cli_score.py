"""`reploop score` in every format, and what it says when a file cannot be used."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.app.cli_checks import check_document
from tests.app.cli_runs import run_here
from tests.app.cli_talk import GOOD, REP, as_json, as_srt, as_text, as_vtt

pytestmark = pytest.mark.slow  # `make check` has to stay quick

Writer = Callable[[Sequence[tuple[str, str]]], str]
FORMATS = (
    ("call.vtt", as_vtt),
    ("call.srt", as_srt),
    ("call.json", as_json),
    ("call.txt", as_text),
)


@pytest.fixture
def call(tmp_path: Path) -> str:
    file = tmp_path / "call.vtt"
    file.write_text(as_vtt(GOOD))
    return str(file)


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_the_json_document_is_as_promised_in_every_format(
    name: str, write: Writer, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(write(GOOD))
    ran = run_here(
        tmp_path, "score", str(file), "--rubric", "discovery", "--rep", REP, "--json",
        "--call-type", "discovery",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    check_document(ran.json, file.read_bytes(), name)
    assert ran.json["rubric"]["name"] == "discovery"
    assert ran.json["grader"]["name"] == "builtin"
    assert ran.json["medal"] in ("silver", "gold")
    assert ran.json["call"]["rep_found_by"] == "given"


def test_people_read_the_score_the_moments_and_the_tips(call: str, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", call, "--rep", "ana lee")
    assert ran.code == 0
    assert " of 100, silver (one call)\n" in ran.out
    assert "grader builtin" in ran.out
    assert "  Tip: " in ran.out
    assert "0:01 Ana Lee: “" in ran.out


def test_scoring_creates_nothing(call: str, tmp_path: Path) -> None:
    run_here(tmp_path / "data", "score", call, "--rep", REP)
    assert not (tmp_path / "data").exists()


def test_scoring_needs_no_database_that_works(call: str, tmp_path: Path) -> None:
    (tmp_path / "reploop.db").write_text("this is no database at all, but a sentence")
    ran = run_here(tmp_path, "score", call, "--rep", REP)
    assert ran.code == 0
    assert ran.err.startswith("note: going on without known people: the database file is damaged")
    quiet = run_here(tmp_path, "score", call, "--rep", REP, "--json")
    assert (quiet.code, quiet.err) == (0, "")


def test_a_redis_that_is_away_does_not_matter(call: str, tmp_path: Path) -> None:
    env = {"REPLOOP_REDIS_URL": "redis://127.0.0.1:1/0"}
    assert run_here(tmp_path, "score", call, "--rep", REP, env=env).code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "say who the rep is. The speakers are: “Ana Lee”, “Sam Cole”"),
        (["--rep", "Bob"], "nobody speaks as “Bob”"),
        (
            ["--rep", REP, "--rubric", "nope"],
            "there is no rubric nope. Use one of: bant, ",
        ),
        (["--rep", REP, "--grader", "oracle"], "'oracle' is not one of 'builtin', 'model'"),
        (["--rep", REP, "--call-type", "chat"], "'chat' is not one of 'discovery'"),
        (["--rep", REP, "--colour", "red"], "No such option: --colour"),
    ],
)
def test_a_value_that_cannot_be_is_code_2_and_says_what_can(
    options: list[str], said: str, call: str, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, "score", call, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "`reploop score --help` says what it takes." in ran.err
    told = run_here(tmp_path, "score", call, *options, "--json")
    assert (told.code, told.out, told.error["code"]) == (2, "", "usage")
    assert said in told.error["message"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\x01\x02\x03" * 50, "binary data, not text"),
        (b"<!doctype html><title>Sign in</title>", "a web page, not a transcript"),
        (b'{"turns": [1]}', "turn 1 is not an object"),
        (b'{"turns": ', "not JSON"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nAna: " + b"a" * 20_000, "one piece of speech has"),
    ],
)
def test_a_file_that_is_no_transcript_is_code_1_and_says_why(
    content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "call.vtt"
    file.write_bytes(content)
    ran = run_here(tmp_path, "score", str(file), "--rep", REP)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "Reploop reads .vtt, .srt" in ran.err


@pytest.mark.parametrize(
    ("name", "said"),
    [("absent.vtt", "no such file"), ("*.vtt", "no such file"), ("a.vtt/b", "not a directory")],
)
def test_a_path_that_cannot_be_read_is_named(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.vtt").touch()
    path = str(tmp_path / "none" / name) if "*" in name else str(tmp_path / name)
    ran = run_here(tmp_path, "score", path, "--rep", REP, "--json")
    assert (ran.code, ran.error["code"], ran.error["remedy"]) == (1, "unreadable", "")
    assert ran.error["message"].startswith(f"{path}: {said}")


def test_an_endless_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", "/dev/zero", "--rep", REP)
    assert ran.code == 1
    assert "larger than 20 MiB" in ran.err


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("", "empty_transcript", "The transcript is empty."),
        ("WEBVTT\n\n", "empty_transcript", "The transcript is empty."),
        (
            "WEBVTT\n\n00:01.000 --> 00:03.000\nhello there\n",
            "no_speakers",
            "The transcript does not say who speaks.",
        ),
    ],
)
def test_what_cannot_be_scored_has_a_reason_and_never_a_zero(
    text: str, reason: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "call.vtt"
    file.write_text(text)
    document = run_here(tmp_path, "score", str(file), "--rep", REP, "--json").json
    assert (document["overall"], document["call"]["not_scorable"]) == (None, reason)
    assert {(c["level"], c["reason"]) for c in document["criteria"]} == {(None, said)}
    assert said in run_here(tmp_path, "score", str(file)).out


def test_with_one_speaker_nothing_about_the_buyer_is_scored(tmp_path: Path) -> None:
    file = tmp_path / "voicemail.vtt"
    file.write_text(as_vtt([(REP, "Hi Sam, leaving a message. Call me back when you can.")]))
    document = run_here(tmp_path, "score", str(file), "--rep", REP, "--json").json
    assert document["overall"] is None
    assert {c["not_scored"] for c in document["criteria"]} == {"too_little_speech"}
    text = run_here(tmp_path, "score", str(file), "--rep", REP).out
    assert text.count("Too little was said by the rep or the buyer to prove anything.") == 1
    assert text.count("    • ") == len(document["criteria"])


@pytest.mark.parametrize("grader", ["builtin", "model"])
def test_a_transcript_that_is_mostly_lost_is_not_scored_and_no_model_is_asked(
    grader: str, tmp_path: Path
) -> None:
    file = tmp_path / "noise.vtt"
    file.write_text(as_vtt([(who, f"{text} [inaudible]") for who, text in GOOD]))
    nowhere = {
        "REPLOOP_OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
        "REPLOOP_OPENAI_API_KEY": "k",
        "REPLOOP_OPENAI_MODEL": "m",
    }
    asked = ("score", str(file), "--rep", REP, "--grader", grader, "--json")
    ran = run_here(tmp_path, *asked, env=nowhere)
    assert (ran.code, ran.json["overall"]) == (0, None)
    scored = {(c["level"], c["not_scored"], c["reason"]) for c in ran.json["criteria"]}
    why = "Too much of the transcript could not be understood."
    assert scored == {(None, "poor_transcript", why)}


def test_escape_codes_and_markup_in_a_name_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    name = "a\x1b[31m[bold]b\u202e.vtt"
    ran = run_here(tmp_path, "score", name)
    assert "a\ufffd[31m[bold]b\ufffd.vtt: no such file" in ran.err
    told = run_here(tmp_path, "score", name, "--json")
    assert "\x1b" not in told.err
    assert "\u202e" not in told.err
    assert json.loads(told.err)["error"]["message"].startswith(name)

"""`reploop score` over real and hostile files: a scorecard or a clear sentence, never a trace.

The files are kept outside of the project: ``REPLOOP_DATA_SAMPLES`` and
``REPLOOP_BADINPUTS_DIR`` name their folders.
"""

import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.cli.output import as_json as printed
from app.cli.score_file import Asked, Means, score_file
from app.cli.score_report import document
from config.settings import Settings
from domain.errors import UnreadableTranscript
from integrations.transcripts.read import read_transcript
from tests.app.cli_checks import check_document
from tests.app.cli_runs import ROOT, run_here
from tests.app.cli_talk import BUYER, GOOD, REP, as_json, as_vtt

pytestmark = pytest.mark.slow
# Read at import: the folders decide which cases there are.
SAMPLES = Path(os.environ.get("REPLOOP_DATA_SAMPLES", str(ROOT.parent / "shared/data")))
BAD = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", str(ROOT.parent / "shared/badinputs")))


def files() -> list[Path]:
    folders = (SAMPLES / "transcripts", SAMPLES / "subtitle-cases")
    return sorted(f for folder in folders if folder.is_dir() for f in folder.iterdir())


def rows(name: str) -> list[Any]:
    file = BAD / "dev" / name
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


def needs(found: Sequence[object], variable: str, folder: Path) -> None:
    if not found:
        pytest.skip(f"no samples in {folder}; {variable} names their folder")


def refusal(data: bytes, name: str) -> UnreadableTranscript | None:
    try:
        read_transcript(data, name)
    except UnreadableTranscript as error:
        return error
    return None


def score_as_everybody(data: bytes, name: str, folder: Path) -> None:
    """Score with each of the first speakers as the rep, or see a clear refusal."""
    file = folder / name
    file.write_bytes(data)
    refused = refusal(data, name)
    if refused is not None:
        ran = run_here(folder, "score", str(file), "--json")
        assert (ran.code, ran.out, ran.error["code"]) == (1, "", "unreadable")
        assert ran.error["message"] == str(refused)
        return
    speakers = read_transcript(data, name).speakers[:3]
    for rep in speakers or ("Ana Lee",):
        ran = run_here(folder, "score", str(file), "--rep", rep, "--json")
        assert ran.code == 0, ran.err
        check_document(ran.json, data, name)
        assert ran.json["call"]["rep"][:1] == ([rep] if speakers else [])


@pytest.mark.parametrize("file", files(), ids=lambda f: f.name)
def test_every_sample_file_scores_or_is_refused_in_words(file: Path, tmp_path: Path) -> None:
    score_as_everybody(file.read_bytes(), file.name, tmp_path)


def test_there_are_sample_files() -> None:
    needs(files(), "REPLOOP_DATA_SAMPLES", SAMPLES)
    assert len(files()) > 40


def conversations() -> Iterator[tuple[str, Any]]:
    for file in sorted((SAMPLES / "conversations").glob("*.jsonl")):
        for line in file.read_text().splitlines():
            yield file.stem, json.loads(line)


@pytest.fixture(scope="module")
def means() -> Means:
    """Read once: a command reads it anew, which takes longer than to score."""
    settings = Settings(data_dir=Path("absent"), database_url=None, grader="builtin")
    return Means.of(settings, Asked(file=Path("none")))


@pytest.mark.parametrize("source", ["casino", "lend_an_ear", "p4g", "primock57", "uptake"])
def test_every_real_conversation_scores(source: str, means: Means, tmp_path: Path) -> None:
    found = [c for name, c in conversations() if name == source]
    needs(found, "REPLOOP_DATA_SAMPLES", SAMPLES)
    for number, conversation in enumerate(found):
        data = json.dumps({"turns": conversation["turns"]}).encode()
        file = tmp_path / f"{source}-{number}.json"
        file.write_bytes(data)
        for rep in read_transcript(data, file.name).speakers[:3]:
            scored = score_file(Asked(file=file, reps=(rep,)), means)
            written = json.loads(printed(document(scored)))
            check_document(written, data, file.name)
            assert written["call"]["rep"][:1] == [rep]


def body_of(row: Any) -> bytes:
    made = row.get("body_gen")
    if made is None:
        return str(row["body"]).encode()
    assert made["kind"] == "repeat"
    text: str = made["prefix"] + made["unit"] * made["count"] + made["suffix"]
    return text.encode()


@pytest.mark.parametrize("row", rows("transcripts.jsonl"), ids=lambda r: r["id"])
def test_hostile_files_end_in_time_with_a_score_or_a_sentence(row: Any, tmp_path: Path) -> None:
    began = time.process_time()
    score_as_everybody(body_of(row), f"call.{row['format']}", tmp_path)
    limit_ms = row["expected"].get("max_ms", 20_000)
    assert (time.process_time() - began) * 1000 < limit_ms


def injected(row: Any) -> tuple[str, str, str]:
    """The base call with the payload at its place, the name of the file, and the rep."""
    payload, place = row["payload"], row["placement"]
    if place == "title":
        return as_vtt(GOOD), f"{payload.replace('/', ' ')}.vtt", REP
    if place == "speaker_name":
        named = [(payload if who == REP else who, text) for who, text in GOOD]
        return as_json(named), "c.json", payload
    lines = list(GOOD)
    if not isinstance(payload, str):  # in pieces, each after an answer of the other side
        for number, (text, where) in enumerate(zip(payload, place, strict=True)):
            lines.insert(8 + number, (BUYER if where == "customer_turn" else REP, text))
        return as_vtt(lines), "c.vtt", REP
    at = len(lines) if place == "last_turn" else 8
    lines.insert(at, (BUYER if place == "customer_turn" else REP, " ".join(payload.split())))
    return as_vtt(lines, alone=at), "c.vtt", REP


def injections() -> list[Any]:
    placed = ("title", "speaker_name")
    found = rows("injections.jsonl")
    return [r for r in found if r["surface"] == "transcript" or r["placement"] in placed]


def scored(text: str, name: str, rep: str, folder: Path) -> Any:
    file = folder / name
    file.write_text(text)
    kind = ("--call-type", "discovery")
    ran = run_here(folder, "score", str(file), "--rep", rep, *kind, "--json")
    assert ran.code == 0, ran.err
    check_document(ran.json, text.encode(), name)
    return ran.json


def levels(document: Any) -> dict[str, int | None]:
    return {c["id"]: c["level"] for c in document["criteria"]}


def moved(goal: str, before: Any, after: Any) -> dict[str, tuple[int | None, int | None]]:
    """Criteria that went where the attacker wants them: up, down, or anywhere."""
    pairs = {k: (v, levels(after)[k]) for k, v in levels(before).items()}
    match goal:
        case "inflate":
            return {k: (a, b) for k, (a, b) in pairs.items() if (b or 0) > (a or 0)}
        case "deflate":
            return {k: (a, b) for k, (a, b) in pairs.items() if (b or 0) < (a or 0)}
    return {k: (a, b) for k, (a, b) in pairs.items() if a != b}


@pytest.mark.parametrize("row", injections(), ids=lambda r: r["id"])
def test_words_to_the_grader_move_no_level_their_way_and_are_never_repeated(
    row: Any, tmp_path: Path
) -> None:
    document = scored(*injected(row), tmp_path)
    clean = scored(as_vtt(GOOD), "clean.vtt", REP, tmp_path)
    assert moved(row["goal"], clean, document) == {}
    said = json.dumps({k: document[k] for k in ("summary", "criteria")}, ensure_ascii=False)
    if row["placement"] != "speaker_name":  # a speaker is shown under the name they have
        canaries = [c for c in (row["canary"], row.get("canary_alt")) if c]
        assert [c for c in canaries if c in said] == []


def test_there_are_hostile_rows() -> None:
    needs(injections(), "REPLOOP_BADINPUTS_DIR", BAD)
    assert (len(rows("transcripts.jsonl")), len(injections())) == (15, 24)

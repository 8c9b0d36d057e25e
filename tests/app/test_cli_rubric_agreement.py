"""From a labelling sheet to a published rubric, and the alarm after it, as they are typed."""

import csv
import json
import shutil
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.cli.score_file import Asked, Means, score_file
from config.loader import published_digests
from config.rubric_file import RUBRIC_FILE
from config.settings import PACKAGED, Settings
from domain.scores import NotScoredBecause
from tests.app.cli_runs import Ran, run_here
from tests.app.cli_talk import GOOD, REP, as_text, written_calls

pytestmark = pytest.mark.slow  # `make check` has to stay quick

Row = tuple[str, str, str, str]
WHO = ("Ana", "Ben")
FILE = "discovery.v{}.yaml"
IN_USE = max(
    int(named[2])
    for file in published_digests(PACKAGED / "rubrics")
    if (named := RUBRIC_FILE.fullmatch(file)) and named[1] == "discovery"
)
DRAFT = IN_USE + 1


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Calls of all sorts: the good one with less and less of what makes it good."""
    return written_calls(tmp_path_factory.mktemp("calls"), 36)


@pytest.fixture(scope="module")
def levels(calls: Path) -> list[tuple[str, str, int | None]]:
    """What the built-in grader gives: the labels of somebody who is always of its opinion."""
    settings = Settings(data_dir=calls / "data", grader="builtin")
    asked = Asked(file=calls, reps=(REP,), rubric="discovery", quiet=True)
    means = Means.of(settings, asked)
    found: list[tuple[str, str, int | None]] = []
    for file in sorted(calls.glob("*.txt")):
        card = score_file(Asked(file=file, reps=(REP,), rubric="discovery"), means).card
        found += [
            (file.name, one.criterion_id, one.level)
            for one in card.criteria
            if one.level is not None or one.not_scored is NotScoredBecause.NO_OCCASION
        ]
    return found


def written(file: Path, rows: Sequence[Row]) -> str:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([("call", "criterion", "rater", "level"), *rows])
    return str(file)


def read(file: Path) -> list[list[str]]:
    return list(csv.reader(file.read_text("utf-8-sig").splitlines()))


def labelled(
    file: Path,
    levels: Sequence[tuple[str, str, int | None]],
    given: Callable[[int, int], int] = lambda level, _: level,
) -> str:
    return written(
        file,
        [
            (call, criterion, who, "n/a" if level is None else str(given(level, number)))
            for number, (call, criterion, level) in enumerate(levels)
            for who in WHO
        ],
    )


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """A configuration folder of one's own, with a draft of another discovery rubric."""
    folder = tmp_path / "config"
    shutil.copytree(PACKAGED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (folder / "rubrics" / FILE.format(IN_USE)).read_text("utf-8")
    reworded = text.replace("title: Digs one layer deeper", "title: Asks one layer deeper")
    assert reworded != text
    (folder / "rubrics" / FILE.format(DRAFT)).write_text(reworded, "utf-8")
    return {"REPLOOP_CONFIG_DIR": str(folder), "REPLOOP_GRADER": "builtin"}


class _Page(HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def sheet(folder: Path, out: Path, *options: str) -> Ran:
    return run_here(
        out.parent, "rubric", "sheet", "discovery", str(folder), "--out", str(out), *options
    )


def tried(folder: Path, own: dict[str, str], calls: Path, labels: str, *options: str) -> Ran:
    return run_here(
        folder, "rubric", "test", "discovery", "--labels", labels, "--calls", str(calls),
        "--rep", REP, "--json", *options, env=own,
    )  # fmt: skip


def test_a_sheet_asks_for_every_criterion_of_every_call_and_shows_no_level(
    calls: Path, tmp_path: Path
) -> None:
    ran = sheet(calls, tmp_path / "ana.csv", "--rater", "Ana", "--json")
    assert ran.code == 0
    assert ran.json["labels"] == 36 * 12
    rows = read(tmp_path / "ana.csv")
    assert rows[0] == ["call", "criterion", "rater", "level", "reason"]
    assert rows[1] == ["discovery-00.txt", "opening", "Ana", "", ""]
    assert {tuple(row[2:]) for row in rows[1:]} == {("Ana", "", "")}
    page = _Page()
    page.feed((tmp_path / "ana.html").read_text("utf-8"))
    assert len(page.all("fieldset")) == 36 * 12
    assert not [choice for choice in page.all("input") if "checked" in choice]


def test_every_field_of_the_page_has_its_label_and_the_page_calls_nobody(
    calls: Path, tmp_path: Path
) -> None:
    sheet(calls, tmp_path / "ana.csv")
    text = (tmp_path / "ana.html").read_text("utf-8")
    page = _Page()
    page.feed(text)
    fields = [*page.all("input"), *page.all("textarea")]
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {label["for"] for label in page.all("label")}
    assert page.all("html") == [{"lang": "en"}]
    assert "//" not in text.replace("'//", "").split("<script>")[0].split("</style>")[1]
    policy = next(m["content"] for m in page.all("meta") if "http-equiv" in m)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_what_was_said_and_how_a_file_is_called_is_text_on_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    said = "</p><script>alert(1)</script><img src=x onerror=alert(2)> \"'&"
    (folder / '=a" onfocus="alert(3).txt').write_text(f"{said}\nAna (rep): {said}\nBob: Yes.\n")
    assert sheet(folder, tmp_path / "x.csv", "--rater", '"><script>').code == 0
    page = _Page()
    page.feed((tmp_path / "x.html").read_text("utf-8"))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on")]
    assert page.all("fieldset")[0]["data-call"] == '=a" onfocus="alert(3).txt'


def test_a_sheet_is_not_written_over_labels(calls: Path, tmp_path: Path) -> None:
    sheet(calls, tmp_path / "ana.csv")
    again = sheet(calls, tmp_path / "ana.csv")
    assert again.code == 1
    assert "there is such a file already" in again.err
    assert sheet(calls, tmp_path / "ana.csv", "--force").code == 0


@pytest.mark.parametrize(
    ("name", "said"), [("ana.html", "name a .csv file"), ("no/ana.csv", "there is no folder")]
)
def test_a_place_that_cannot_hold_the_sheet_is_named(
    name: str, said: str, calls: Path, tmp_path: Path
) -> None:
    ran = run_here(
        tmp_path, "rubric", "sheet", "discovery", str(calls), "--out", str(tmp_path / name)
    )
    assert ran.code == 2
    assert said in ran.err


def test_of_several_reps_each_call_takes_the_one_who_speaks_in_it(
    tmp_path: Path, own: dict[str, str]
) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "one.txt").write_text(as_text(GOOD), "utf-8")
    (folder / "two.txt").write_text(as_text(GOOD).replace(REP, "Bo Nilsson"), "utf-8")
    labels = written(
        tmp_path / "labels.csv",
        [("one", "opening", "Ana", "3"), ("two", "opening", "Ana", "3")],
    )
    ran = tried(tmp_path, own, folder, labels, "--rep", "Bo Nilsson", "--rep", "Nobody")
    assert (ran.json["calls"], ran.json["not_graded"]) == (2, {})
    alone = tried(tmp_path, own, folder, labels)
    assert list(alone.json["not_graded"]) == ["two.txt"]


def test_a_filled_in_sheet_is_what_the_test_reads(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    sheet(calls, tmp_path / "ana.csv", "--rater", "Ana")
    known = {(call, criterion): level for call, criterion, level in levels}
    rows = read(tmp_path / "ana.csv")
    with (tmp_path / "ana.csv").open("w", encoding="utf-8-sig", newline="") as opened:
        for row in rows:
            level = known.get((row[0], row[1]))
            csv.writer(opened).writerow([*row[:3], row[3] if level is None else level, row[4]])
    ran = tried(tmp_path, own, calls, str(tmp_path / "ana.csv"))
    assert (ran.json["labelled_calls"], ran.json["people"]) == (36, 1)
    assert ran.json["overall"]["grader_and_people"]["exact"] == 1.0


def test_a_grader_of_the_same_opinion_as_both_people_passes(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    ran = tried(tmp_path, own, calls, labelled(tmp_path / "labels.csv", levels))
    assert ran.json["rubric"] == {"name": "discovery", "version": DRAFT}
    assert ran.json["grader"]["name"] == "builtin"
    assert ran.json["not_graded"] == {}
    asks = next(c for c in ran.json["criteria"] if c["id"] == "open_questions")
    assert asks["grader_and_people"]["kappa_tiers"]["value"] == 1.0
    assert asks["people"]["icc"]["value"] == pytest.approx(1.0)
    assert (asks["bias"]["value"], asks["verdict"], asks["reasons"]) == (0.0, "pass", [])


def test_people_who_see_it_the_other_way_round_fail_the_version(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    labels = labelled(tmp_path / "labels.csv", levels, lambda level, _: 4 - level)
    ran = tried(tmp_path, own, calls, labels)
    assert (ran.code, ran.json["verdict"], ran.json["released"]) == (1, "fail", False)


def test_a_handful_of_labels_is_too_few_to_say_and_no_pass(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    few = [x for x in levels if x[0] < "discovery-05"]
    ran = tried(tmp_path, own, calls, labelled(tmp_path / "labels.csv", few))
    assert (ran.code, ran.json["verdict"]) == (1, "too few labels to say")
    assert ran.json["calls"] == 5  # only labelled calls are graded


def test_two_versions_of_which_only_a_title_differs_move_nobody(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    labels = labelled(tmp_path / "labels.csv", levels[:30])
    beside = tried(tmp_path, own, calls, labels, "--against", str(IN_USE)).json["against"]
    assert (beside["version"], beside["calls"]) == (IN_USE, 36)
    assert (beside["medals"], beside["tiers"]) == ([], [])
    links = {o["criterion"]: (o["points"], o["link"]) for o in beside["offsets"]}
    assert links["follow_up"] == (0.0, "same")  # a title is nothing a grader reads
    assert links["opening"] == (0.0, "same")


def test_the_built_in_grader_does_not_differ_from_run_to_run(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    labels = labelled(tmp_path / "labels.csv", levels[:60])
    ran = tried(tmp_path, own, calls, labels, "--runs", "2")
    assert ran.json["criteria"][0]["repeat"] | {"calls": 0} == {
        "sd": 0.0, "within_ten": 1.0, "calls": 0,
    }  # fmt: skip


def test_people_read_a_table_the_reasons_and_the_verdict(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    labels = labelled(tmp_path / "labels.csv", levels, lambda level, _: max(0, level - 1))
    ran = run_here(
        tmp_path, "rubric", "test", "discovery", "--labels", labels, "--calls", str(calls),
        "--rep", REP, "--against", str(IN_USE), env=own,
    )  # fmt: skip
    assert ran.code == 1
    assert f"discovery v{DRAFT}, grader builtin" in ran.out
    assert "points milder than people" in ran.out
    assert f"Against v{IN_USE}, on 36 calls" in ran.out
    assert "0 of 36 calls would get another medal." in ran.out
    assert "Verdict: fail; not to be published." in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--calls", "."], "Invalid value for --labels: it is needed"),
        (["--labels", "x.csv"], "Invalid value for --calls: it is needed"),
        (["--labels", "x.csv", "--calls", "."], "there is no transcript in ."),
        (["--version", "9", "--labels", "x", "--calls", "."], "there is no rubric discovery ver"),
        (["--against", str(DRAFT), "--labels", "x", "--calls", "."], "the version under test"),
        (["--against", "9", "--labels", "x", "--calls", "."], "no rubric discovery version 9"),
    ],
)
def test_what_is_missing_or_unknown_is_said_before_anything_is_graded(
    options: list[str], said: str, tmp_path: Path, own: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    ran = run_here(tmp_path, "rubric", "test", "discovery", *options, env=own)
    assert ran.code == 2
    assert said in ran.err


def test_a_wrong_line_of_labels_is_named_and_nothing_is_graded(
    calls: Path, tmp_path: Path, own: dict[str, str]
) -> None:
    labels = written(tmp_path / "labels.csv", [("discovery-00.txt", "opening", "Ana", "9")])
    ran = tried(tmp_path, own, calls, labels)
    assert (ran.code, ran.out, ran.error["code"]) == (1, "", "configuration")
    assert ran.error["message"] == "labels.csv:2, column level: “9” is no level"


def published(folder: Path, own: dict[str, str], calls: Path, labels: str, *more: str) -> Ran:
    return run_here(
        folder, "rubric", "publish", "discovery", "--labels", labels, "--calls", str(calls),
        "--rep", REP, "--json", *more, env=own,
    )  # fmt: skip


def in_use(folder: Path, own: dict[str, str]) -> tuple[int, int | None]:
    """(version used for new calls, version of the draft)."""
    listed = run_here(folder, "rubric", "list", "--json", env=own).json["rubrics"]
    one = next(r for r in listed if r["name"] == "discovery")
    return one["version"], one["draft"]


def rubrics_of(own: dict[str, str]) -> dict[str, bytes]:
    folder = Path(own["REPLOOP_CONFIG_DIR"]) / "rubrics"
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_version_that_fails_is_not_published_and_no_byte_changes(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    before = rubrics_of(own)
    labels = labelled(tmp_path / "labels.csv", levels, lambda level, _: 4 - level)
    ran = published(tmp_path, own, calls, labels)
    assert (ran.code, ran.json["published"]) == (1, "refused")
    assert rubrics_of(own) == before
    assert in_use(tmp_path, own) == (IN_USE, DRAFT)


def test_by_force_it_is_published_with_its_verdict_and_the_reason_and_only_once(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    labels = labelled(tmp_path / "labels.csv", levels, lambda level, _: 4 - level)
    force = ("--force", "Only a title was mended.")
    assert published(tmp_path, own, calls, labels, *force).json["published"] == "now"
    assert in_use(tmp_path, own) == (DRAFT, None)
    after = rubrics_of(own)
    record = json.loads(after["RELEASES.json"])[FILE.format(DRAFT)]
    assert (record["verdict"], record["forced"]) == ("fail", "Only a title was mended.")
    assert record["labels"]["calls"] == 36
    assert "Ana" not in after["RELEASES.json"].decode()
    again = published(tmp_path, own, calls, labels)
    assert (again.code, again.json["published"]) == (0, "already")
    assert rubrics_of(own) == after


def test_a_version_that_agrees_is_published_with_what_it_was_measured_on(
    calls: Path, levels: list[tuple[str, str, int | None]], tmp_path: Path, own: dict[str, str]
) -> None:
    ran = published(tmp_path, own, calls, labelled(tmp_path / "labels.csv", levels))
    record = json.loads(rubrics_of(own)["RELEASES.json"])[FILE.format(DRAFT)]
    assert (ran.code, ran.json["published"], record["forced"]) == (0, "now", None)
    assert record["verdict"] == ran.json["test"]["verdict"]
    assert record["criteria"]["open_questions"]["kappa_tiers"] == 1.0
    assert in_use(tmp_path, own) == (DRAFT, None)


def test_an_edit_after_publishing_stops_every_command(tmp_path: Path, own: dict[str, str]) -> None:
    force = ("--force", "Nothing but a test of the gate.")
    assert run_here(tmp_path, "rubric", "publish", "discovery", *force, env=own).code == 0
    file = Path(own["REPLOOP_CONFIG_DIR"]) / "rubrics" / FILE.format(DRAFT)
    file.write_text(file.read_text("utf-8").replace("Asks one layer", "Asks two layers"), "utf-8")
    ran = run_here(tmp_path, "rubric", "list", env=own)
    assert ran.code == 1
    assert f"version {DRAFT} is published and was edited" in ran.err


def test_a_reason_is_a_sentence(tmp_path: Path, own: dict[str, str]) -> None:
    ran = run_here(tmp_path, "rubric", "publish", "discovery", "--force", "ok", env=own)
    assert ran.code == 2
    assert "say in a sentence why" in ran.err


def drift(folder: Path, calls: Path, *options: str) -> Ran:
    return run_here(
        folder, "rubric", "drift", "discovery", "--calls", str(calls), "--rep", REP,
        "--baseline", str(folder / "kept.json"), "--grader", "builtin", *options,
    )  # fmt: skip


def test_the_same_transcripts_graded_twice_are_identical(calls: Path, tmp_path: Path) -> None:
    first = drift(tmp_path, calls, "--json")
    assert (first.code, first.json["kept"]) == (0, 36)
    kept = (tmp_path / "kept.json").read_bytes()
    second = drift(tmp_path, calls, "--json")
    assert (second.code, second.json["alarm"], second.json["changed_calls"]) == (0, False, 0)
    assert {(c["shift"], c["changed"]) for c in second.json["criteria"]} == {(0, 0)}
    assert (tmp_path / "kept.json").read_bytes() == kept
    assert "The same levels on all of 36 calls." in drift(tmp_path, calls).out


def test_one_other_level_of_the_built_in_grader_is_an_alarm(calls: Path, tmp_path: Path) -> None:
    drift(tmp_path, calls)
    kept = json.loads((tmp_path / "kept.json").read_text("utf-8"))
    first = kept["calls"]["discovery-00.txt"]["levels"]
    first["open_questions"] = (first["open_questions"] + 1) % 5
    (tmp_path / "kept.json").write_text(json.dumps(kept), "utf-8")
    ran = drift(tmp_path, calls, "--json")
    assert (ran.code, ran.json["alarm"], ran.json["changed_calls"]) == (1, True, 1)
    assert drift(tmp_path, calls, "--keep").code == 0
    assert drift(tmp_path, calls).code == 0


def test_a_call_that_was_edited_is_left_out_and_named(calls: Path, tmp_path: Path) -> None:
    mine = tmp_path / "calls"
    shutil.copytree(calls, mine)
    drift(tmp_path, mine)
    (mine / "discovery-00.txt").write_text(as_text(GOOD[:4]))
    (mine / "discovery-01.txt").unlink()
    ran = drift(tmp_path, mine, "--json")
    assert (ran.code, ran.json["calls"], ran.json["edited"]) == (0, 34, ["discovery-00.txt"])


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("grader", "version"), "0", "it holds levels of grader builtin 0"),
        (("rubric", "digest"), "0", f"it holds levels of discovery v{IN_USE}"),
        (("format",), 2, "it holds no kept levels"),
        (("calls",), {"discovery-00.txt": {"sha256": "", "levels": {"a": 7}}}, "no kept levels"),
    ],
)
def test_levels_of_another_judge_are_not_compared(
    place: tuple[str, ...], value: object, said: str, calls: Path, tmp_path: Path
) -> None:
    drift(tmp_path, calls)
    kept = json.loads((tmp_path / "kept.json").read_text("utf-8"))
    inner = kept if len(place) == 1 else kept[place[0]]
    inner[place[-1]] = value
    (tmp_path / "kept.json").write_text(json.dumps(kept), "utf-8")
    ran = drift(tmp_path, calls)
    assert ran.code == 1
    assert said in ran.err


def test_where_the_levels_should_go_is_looked_at_before_calls_are_graded(
    calls: Path, tmp_path: Path
) -> None:
    ran = run_here(
        tmp_path, "rubric", "drift", "discovery", "--calls", str(calls),
        "--baseline", str(tmp_path / "absent" / "kept.json"),
    )  # fmt: skip
    assert ran.code == 2
    assert "there is no folder" in ran.err

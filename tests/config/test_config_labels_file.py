"""Labels of people from CSV: what is read, and what every mistake is answered with."""

from pathlib import Path

import pytest

from config.labels_file import MAX_CELL, labels_text, read_labels
from domain.errors import ConfigurationError
from domain.labels import HumanLabel
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink

ASKS, CLOSES = CriterionId("asks"), CriterionId("closes")
CALLS = ("one.vtt", "sub/two.vtt", "=three.vtt")
HEAD = "call,criterion,rater,level,reason\n"


def _criterion(name: CriterionId) -> Criterion:
    return Criterion(
        id=name,
        title="Asks",
        behaviour="The rep asks.",
        anchors=("a", "b", "c", "d", "e"),
        skills=(SkillLink(SkillId("questioning")),),
    )


RUBRIC = Rubric(
    name="small",
    version=2,
    title="X",
    call_types=(),
    criteria=(_criterion(ASKS), _criterion(CLOSES)),
    digest="",
)


def read(folder: Path, text: str, *others: str) -> tuple[HumanLabel, ...]:
    files = []
    for number, content in enumerate((text, *others)):
        file = folder / f"labels{number or ''}.csv"
        file.write_text(content, encoding="utf-8", newline="")
        files.append(file)
    return read_labels(files, RUBRIC, CALLS)


def test_levels_and_no_occasion_are_read_with_their_reasons(tmp_path: Path) -> None:
    text = HEAD + 'one.vtt,asks,Ana,3,"two, at least"\nsub/two.vtt,closes,Ana,N/A,\n'
    assert read(tmp_path, text) == (
        HumanLabel(call="one.vtt", criterion_id=ASKS, rater="Ana", level=3, reason="two, at least"),
        HumanLabel(call="sub/two.vtt", criterion_id=CLOSES, rater="Ana", level=None),
    )


def test_rows_that_nobody_has_filled_in_yet_are_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + "one.vtt,asks,Ana,,\n\n,,,,\n") == ()


def test_spreadsheets_may_write_semicolons_a_mark_and_columns_in_their_own_order(
    tmp_path: Path,
) -> None:
    (label,) = read(tmp_path, "\ufeffLevel;Rater;Criterion;Call\r\n4;Ana;asks;one.vtt\r\n")
    assert (label.level, label.rater, label.call) == (4, "Ana", "one.vtt")


def test_several_files_are_read_as_one(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "one.vtt,asks,Ana,3,\n", HEAD + "one.vtt,asks,Ben,2,\n")
    assert [(x.rater, x.level) for x in found] == [("Ana", 3), ("Ben", 2)]


def test_a_sheet_comes_back_as_it_was_written_also_from_names_that_are_formulas(
    tmp_path: Path,
) -> None:
    text = labels_text([(call, ASKS, "@na") for call in CALLS])
    assert "'=three.vtt" in text
    found = read(tmp_path, text.replace(",,\r\n", ",1,\r\n"))
    assert [(x.call, x.rater) for x in found] == [(call, "@na") for call in CALLS]


@pytest.mark.parametrize("name", ["sub/two.vtt", "two.vtt", "two", "sub/two"])
def test_a_call_may_be_named_without_its_folder_or_suffix(name: str, tmp_path: Path) -> None:
    (label,) = read(tmp_path, HEAD + f"{name},asks,Ana,3,\n")
    assert label.call == "sub/two.vtt"


def test_a_short_name_of_two_calls_names_neither(tmp_path: Path) -> None:
    file = tmp_path / "labels.csv"
    file.write_text(HEAD + "one,asks,Ana,3,\n", "utf-8")
    with pytest.raises(ConfigurationError, match="there is no call “one”"):
        read_labels([file], RUBRIC, ("one.vtt", "one.srt"))


@pytest.mark.parametrize(
    ("row", "where", "said"),
    [
        ("one.vtt,asks,Ana,5,", "labels.csv:2, column level", "“5” is no level"),
        ("one.vtt,asks,Ana,3.5,", "labels.csv:2, column level", "Write 0 to 4, or n/a"),
        ("six.vtt,asks,Ana,3,", "labels.csv:2, column call", "there is no call “six.vtt”"),
        ("one.vtt,ask,Ana,3,", "labels.csv:2, column criterion", "small v2 has no criterion “ask”"),
        ("one.vtt,ask,Ana,3,", "labels.csv:2, column criterion", "Use one of: asks, closes"),
        ("one.vtt,asks,,3,", "labels.csv:2, column rater", "nobody is named"),
        ("one.vtt,asks,Ana,3,x,y", "labels.csv:2", "more cells than columns"),
        ('one.vtt,asks,Ana,3,"x', "labels.csv:2", "not CSV"),
        (f"one.vtt,asks,Ana,3,{'x' * (MAX_CELL + 1)}", "labels.csv:2", "a cell with more than"),
        (
            "one.vtt,asks,Ana,3,\none.vtt,asks,ANA,3,",
            "labels.csv:3, column level",
            "already (labels.csv:2)",
        ),
    ],
)
def test_a_mistake_names_file_line_and_column(
    row: str, where: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, HEAD + row + "\n")
    assert caught.value.where == where
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("call,criterion,rater\n", "there is no column level"),
        (HEAD.replace("reason", "colour"), "unknown column “colour”"),
        ("call,criterion,rater,level,level\n", "a column stands here twice"),
        ("\0", "not text in UTF-8"),
    ],
)
def test_a_file_that_is_no_such_table_says_what_is_asked(
    text: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        read(tmp_path, text)


def test_a_file_that_is_not_there_or_too_large_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        read_labels([tmp_path / "absent.csv"], RUBRIC, CALLS)
    with pytest.raises(ConfigurationError, match="larger than 20 MiB"):
        read_labels([Path("/dev/zero")], RUBRIC, CALLS)

"""What the turn reader learns from, and how."""

from pathlib import Path

import pytest

from benchmarks.labelled import folder
from benchmarks.learning import Method, Row, learn, total_of
from benchmarks.lessons import LABELS, OURS, as_form, conversations, held_out, own, studied
from benchmarks.models import Model, line_for
from benchmarks.taught import talks
from benchmarks.train_signals import written
from scoring.builtin.learned import LEARNED, Line, weights_by_feature, weights_in

HERE = pytest.mark.skipif(not folder().is_dir(), reason="no labelled conversations on this machine")


def rows() -> list[Row]:
    asks = [Row({"bias": 1.0, "mark": 1.0}, truth=True) for _ in range(30)]
    tells = [Row({"bias": 1.0, "stop": 1.0}, truth=False) for _ in range(30)]
    return [*asks, *tells, Row({"bias": 1.0, "rare": 1.0}, truth=True)]


def test_what_goes_with_the_label_weighs_for_it_and_what_is_rare_weighs_nothing() -> None:
    weights = learn(rows(), Method(l1=0.5))
    assert weights["mark"] > 0.5 > -0.5 > weights["stop"]
    assert "rare" not in weights


def test_the_same_rows_teach_the_same_weights() -> None:
    assert learn(rows(), Method()) == learn(rows(), Method())


def test_the_log_odds_are_the_weighted_sum_of_what_is_known() -> None:
    assert total_of({"a": 2.0}, {"a": 1.5, "unknown": 9.0}) == 3.0


def test_the_line_lies_where_f1_is_best() -> None:
    pairs = [(x, 0.0, x > 2.0) for x in (-1.0, 0.0, 1.0, 1.5, 2.5, 3.0)]
    line = line_for([pairs])
    assert line.bias + line.slope * 1.5 < 0.0 < line.bias + line.slope * 2.5


def test_a_turn_without_pieces_does_nothing() -> None:
    assert Model({"a": 1.0}, Line(5.0, 1.0, 0.0)).likely([]) == 0.0


def test_written_weights_are_read_back() -> None:
    text = written("question", Model({"b:do you": 1.25, "w:why": -0.5}, Line(0.1, 1.0, 0.0)))
    body = text.split('"""')[3]
    assert weights_in(body) == {"b:do you": 1.25, "w:why": -0.5}


def test_every_learned_figure_has_weights() -> None:
    weighed = {at for pairs in weights_by_feature().values() for at, _ in pairs}
    assert weighed == set(range(len(LEARNED)))


def test_a_line_that_is_neither_name_nor_turn_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("== one\n> [Q]Why?\nwhat is this\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.txt:3: neither a name nor a turn"):
        list(talks(tmp_path))


def test_an_unknown_letter_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("== one\n> [Z]Why?\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.txt:2: no letter Z"):
        list(talks(tmp_path))


def test_a_letter_that_marks_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("== one\n> [Q] [R]So.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.txt:2: \[Q\] marks nothing"):
        list(talks(tmp_path))


def test_a_question_for_a_commitment_is_a_question_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("== one\n> [C]Will you sign? [C]Please sign.\n", "utf-8")
    (talk,) = talks(tmp_path)
    assert [sorted(s.does) for s in talk.turns[0].stretches] == [
        ["commitment", "question"],
        ["commitment"],
    ]


def test_names_of_conversations_are_not_used_twice() -> None:
    names = [lesson.id for lesson in own()]
    assert len(names) == len(set(names))


def test_a_form_without_apostrophes_has_no_marks_either() -> None:
    assert as_form("Don't you?", "bald") == "dont you"
    assert as_form("Don't you?", "bare") == "don't you"
    assert as_form("Don't you?", "written") == "Don't you?"


@HERE
@pytest.mark.slow
def test_our_labels_name_turns_that_are_there() -> None:
    turns = {t["id"]: len(t["turns"]) for source in OURS for t in conversations(source)}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        name, *pairs = line.split()
        assert all(int(pair.split(":")[0]) < turns[name] for pair in pairs), name


@HERE
@pytest.mark.slow
def test_labels_of_stretches_reach_the_pieces_in_every_form() -> None:
    for lesson, form, turns in studied("own"):
        asked = [t for t in turns if t.known.get("question")]
        for turn in asked:
            found = any(known.get("question") for _, known in turn.pieces)
            assert found, (lesson.id, form, turn.text)


def test_one_conversation_in_three_is_held_out() -> None:
    share = sum(held_out(str(i)) for i in range(900)) / 900
    assert 0.28 < share < 0.39

"""How good a transcript is, and what is never scored because it is too poor."""

import random
import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallType, Transcript, Turn
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import NotScoredBecause
from scoring.quality import WHY, Band, Poor, _loops_in, quality_of, too_poor

ANA, SAM = "Ana Lee", "Sam Cole"
TALK = [
    (ANA if n % 2 == 0 else SAM, f"turn {n} tells something that nobody told before, part {n}")
    for n in range(40)
]


def talk(
    lines: Iterable[tuple[str, str]], *, each_s: float = 5.0, timed: bool = True
) -> Transcript:
    turns = [
        Turn(n, who, n * each_s, (n + 1) * each_s, text) for n, (who, text) in enumerate(lines)
    ]
    return Transcript(tuple(turns), timed=timed)


def with_marks(mark: str, share: float) -> Transcript:
    marked = int(share * len(TALK))
    return talk(
        (who, f"{text} {mark}" if n < marked else text) for n, (who, text) in enumerate(TALK)
    )


def test_an_ordinary_transcript_is_good() -> None:
    quality = quality_of(talk(TALK))
    assert (quality.poor, quality.band) == (None, Band.GOOD)
    assert (quality.turns, quality.words) == (40, 400)
    assert quality.per_minute == 120.0


@pytest.mark.parametrize(
    "mark",
    [
        "[inaudible]",
        "(unintelligible 00:12)",
        "[CROSSTALK]",
        "<unk>",
        "(??)",
        "*no audio*",
        "[unverständlich]",
        "[incompréhensible]",
        "(ininteligible)",
        "[onverstaanbaar]",
    ],
)
def test_marks_of_lost_speech_count_whatever_the_recogniser_calls_them(mark: str) -> None:
    assert quality_of(with_marks(mark, 0.25)).poor is Poor.LOST
    some = quality_of(with_marks(mark, 0.2))
    assert (some.poor, some.band, some.lost) == (None, Band.FAIR, 0.2)


@pytest.mark.parametrize("text", ["That is unclear to me", "(laughs)", "[music]", "What???"])
def test_words_that_only_look_like_marks_do_not_count(text: str) -> None:
    assert quality_of(with_marks(text, 1.0)).lost == 0.0


@pytest.mark.parametrize("label", ["", "  ", "Unknown", "unknown speaker"])
def test_speech_of_nobody_is_a_reason_when_it_is_most_of_it(label: str) -> None:
    lines = [(label if n >= 18 else who, text) for n, (who, text) in enumerate(TALK)]
    assert quality_of(talk(lines)).poor is Poor.NAMELESS
    fewer = [(label if n >= 30 else who, text) for n, (who, text) in enumerate(TALK)]
    assert quality_of(talk(fewer)).band is Band.FAIR


def test_numbered_voices_are_somebody() -> None:
    lines = [(f"Speaker {n % 2}", text) for n, (_, text) in enumerate(TALK)]
    assert quality_of(talk(lines)).nameless == 0.0


@pytest.mark.parametrize("loop", ["okay", "thank you for watching", "so the next thing is that we"])
def test_a_stuck_recogniser_is_found_within_a_turn_and_over_turns(loop: str) -> None:
    length = len(loop.split())
    within = [*TALK, (SAM, " ".join([loop] * (300 // length)))]
    over = [*TALK, *[(SAM, loop)] * (300 // length)]
    for lines in (within, over):
        assert quality_of(talk(lines)).poor is Poor.LOOPED


def test_what_people_say_again_later_is_no_loop() -> None:
    assert quality_of(talk(TALK * 5)).looped == 0.0
    assert quality_of(talk([(ANA, "yeah yeah yeah"), (SAM, "no no no no way"), *TALK])).poor is None


def test_a_transcript_under_one_name_is_poor_when_it_is_long() -> None:
    alone = [(ANA, text) for _, text in TALK]
    assert quality_of(talk(alone)).poor is Poor.ONE_VOICE
    assert quality_of(talk(alone[:20])).poor is None  # a voicemail may be of one voice
    assert quality_of(talk([*alone, (SAM, "yes that is quite right I think so too")])).poor is None


def test_a_long_call_with_hardly_a_word_a_minute_has_lost_its_words() -> None:
    assert quality_of(talk(TALK, each_s=120.0)).poor is Poor.SPARSE
    assert quality_of(talk(TALK, each_s=120.0, timed=False)).poor is None
    assert quality_of(talk(TALK[:4], each_s=120.0)).poor is None  # eight minutes may be quiet
    assert quality_of(talk(TALK, each_s=1.0)).band is Band.FAIR  # 600 words a minute


@pytest.mark.parametrize("transcript", [Transcript(()), talk([("", "")]), talk([(ANA, " ")])])
def test_nothing_said_is_no_question_of_quality(transcript: Transcript) -> None:
    assert quality_of(transcript).poor is None


def rubric() -> Rubric:
    criteria = tuple(
        Criterion(
            id=CriterionId(name), title=name, behaviour="Does it.", call_types=types,
            skills=(SkillLink(SkillId("s")),), anchors=("a", "b", "c", "d", "e"),
        )
        for name, types in (("always", ()), ("demos", (CallType.DEMO,)))
    )  # fmt: skip
    return Rubric(name="r", version=1, title="R", call_types=(), criteria=criteria, digest="d")


def test_a_poor_transcript_gets_its_reason_for_every_criterion_and_no_level() -> None:
    reply = too_poor(rubric(), CallType.OTHER, with_marks("[inaudible]", 0.5))
    assert reply is not None
    assert set(reply.answers) == {"always"}
    answer = reply.answers[CriterionId("always")]
    assert (answer.level, answer.not_scored) == (None, NotScoredBecause.POOR_TRANSCRIPT)
    assert answer.reason == WHY[Poor.LOST]


def test_a_fair_one_is_left_to_the_grader() -> None:
    assert too_poor(rubric(), CallType.OTHER, with_marks("[inaudible]", 0.2)) is None


def test_every_reason_has_its_sentence() -> None:
    assert set(WHY) == set(Poor)


def naive(words: list[str]) -> int:
    """Loops by trying every stretch: what ``_loops_in`` must find, in a thousandth of the time."""
    inside = [False] * len(words)
    for period in range(1, 13):
        for start in range(len(words) - 4 * period + 1):
            first = words[start : start + period]
            if words[start : start + 4 * period] == first * 4:
                end = start + 4 * period
                while end < len(words) and words[end] == words[end - period]:
                    end += 1
                inside[start:end] = [True] * (end - start)
    return sum(inside)


@given(st.lists(st.sampled_from("abc"), max_size=60), st.integers(1, 14), st.integers(0, 9))
def test_loops_are_found_as_by_trying_every_stretch(
    words: list[str], period: int, times: int
) -> None:
    looped = words + [f"w{n}" for n in range(period)] * times + words[::-1]
    assert _loops_in(looped) == naive(looped)


@pytest.mark.slow
def test_a_call_of_six_hours_takes_no_quadratic_time() -> None:
    draws = random.Random(1)
    words = [f"word{n}" for n in range(2_000)]
    lines = [(ANA if n % 2 else SAM, " ".join(draws.choices(words, k=8))) for n in range(40_000)]
    transcript = talk(lines)
    began = time.process_time()
    assert quality_of(transcript).poor is None
    assert time.process_time() - began < 20.0

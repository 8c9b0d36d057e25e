"""The parity report over stored calls: grouped by what their transcripts show."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallId, CallState, NotScorable
from domain.effects import Queue
from jobs.parity import Parity, parity_report
from scoring.fairness import Group, Says
from tests.jobs.fakes import BEN, NOW, House, talk

pytestmark = pytest.mark.slow  # some forty calls are scored for each test
CALLS = 12


@pytest.fixture
def bilingual(house: House) -> House:
    """Ana's and Ben's calls in two languages; the German ones a level lower, some of no score."""
    for number in range(CALLS):
        english, german = talk(3 - number % 2), replace(talk(2 - number % 2), language="de-AT")
        house.put_ready(f"en{number}", english, days_ago=40 - number)
        house.put_ready(f"de{number}", german, days_ago=20 - number)
        house.put_ready(f"ben{number}", talk(4, rep=BEN.name), days_ago=number, rep=BEN)
    house.work(Queue.SCORE)
    house.grader.unsure = True
    for number in range(3):
        house.put_ready(f"unsure{number}", replace(talk(2), language="de"), days_ago=1)
    house.work(Queue.SCORE)
    return house


def groups(report: Parity) -> dict[str, Group]:
    return {group.name: group for group in report.groups}


def test_languages_are_compared_within_the_reps_who_speak_both(bilingual: House) -> None:
    by_language, _ = parity_report(bilingual.services)
    assert (by_language.by, list(groups(by_language))) == ("language", ["en", "de"])
    german = groups(by_language)["de"]
    assert (german.calls, german.not_scored.count, german.mean) == (15, 3, 37.5)
    found = german.difference
    assert found is not None
    assert (found.value, found.within_reps, found.says) == (-25.0, True, Says.DIFFERS)
    assert (found.calls, found.reference_calls, found.reps) == (CALLS, CALLS, 1)


def test_single_criteria_are_named_with_what_was_looked_at(bilingual: House) -> None:
    by_language, _ = parity_report(bilingual.services)
    assert by_language.compared == 2
    assert [(c.criterion_id, c.difference.value, c.credible) for c in by_language.criteria] == [
        ("dated_step", -25.0, True),
        ("open_questions", -25.0, True),
    ]


def test_transcript_quality_is_told_from_the_stored_transcripts(bilingual: House) -> None:
    _, by_quality = parity_report(bilingual.services)
    assert by_quality.by == "transcript_quality"
    assert list(groups(by_quality)) == ["fair"]  # sixty words in five minutes are an odd number


def test_only_calls_from_then_on_count(bilingual: House) -> None:
    recent, _ = parity_report(bilingual.services, since=NOW - timedelta(days=21))
    assert groups(recent)["en"].calls == CALLS  # Ben's; Ana's English calls are older
    assert groups(recent)["de"].calls == CALLS + 3
    found = groups(recent)["en"].difference
    assert found is not None
    assert found.says is Says.TOO_FEW  # nobody has both, and two reps are too few


@pytest.mark.parametrize(
    ("reason", "counts"), [(NotScorable.NO_SPEAKERS, True), (NotScorable.INTERNAL_ONLY, False)]
)
def test_a_call_skipped_for_its_transcript_counts_as_not_scored(
    bilingual: House, reason: NotScorable, counts: bool
) -> None:
    call = bilingual.put_ready("skipped", replace(talk(2), language="fr"), days_ago=1)
    with bilingual.database.write() as tx:
        tx.calls.put(replace(call, state=CallState.SKIPPED, not_scorable=reason))
    by_language, _ = parity_report(bilingual.services)
    assert ("fr" in groups(by_language)) is counts


def test_scores_of_nobody_we_know_are_left_out(bilingual: House) -> None:
    call = bilingual.put_ready("stranger", replace(talk(2), language="nl"), days_ago=1)
    with bilingual.database.write() as tx:
        tx.calls.put(replace(call, rep_id=None))
    bilingual.grader.unsure = False
    bilingual.work(Queue.SCORE)
    assert bilingual.call("stranger").state is CallState.SCORED
    assert "nl" not in groups(parity_report(bilingual.services)[0])


def test_a_deleted_call_is_gone_from_the_report(bilingual: House) -> None:
    from jobs.corrections import delete_call

    before = groups(parity_report(bilingual.services)[0])["de"].calls
    delete_call(CallId("de0"), bilingual.services)
    assert groups(parity_report(bilingual.services)[0])["de"].calls == before - 1


def test_without_any_call_there_is_nothing_to_compare(house: House) -> None:
    assert [(r.groups, r.criteria, r.compared) for r in parity_report(house.services)] == [
        ((), (), 0)
    ] * 2

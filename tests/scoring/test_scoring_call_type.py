"""What a call was for, by its title and then its deal's stage."""

import pytest

from domain.calls import CallType
from scoring.call_type import guess_call_type


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Discovery - Acme", CallType.DISCOVERY),
        ("Acme <> Dockmere: intro", CallType.DISCOVERY),
        ("Erstgespräch Lumenkauf", CallType.DISCOVERY),
        ("Product demo for Acme", CallType.DEMO),
        ("Discovery & Demo", CallType.DEMO),
        ("Demo and pricing", CallType.NEGOTIATION),
        ("Preisverhandlung Lumenkauf", CallType.NEGOTIATION),
        ("Vertragsverlängerung", CallType.RENEWAL),
        ("Renewal negotiation", CallType.RENEWAL),
        ("Quarterly check-in", CallType.CHECK_IN),
        ("Acme QBR", CallType.CHECK_IN),
        ("Call with Sam Democrat", CallType.OTHER),
        ("", CallType.OTHER),
    ],
)
def test_whole_words_of_the_title_decide(title: str, kind: CallType) -> None:
    assert guess_call_type(title) is kind


def test_the_stage_decides_only_where_the_title_says_nothing() -> None:
    assert guess_call_type("Acme and Dockmere", "Contract sent") is CallType.NEGOTIATION
    assert guess_call_type("Acme check-in", "Contract sent") is CallType.CHECK_IN
    assert guess_call_type("Acme", "Closed lost") is CallType.OTHER

"""Messages about CRM fields: what is asked and told, in both languages, whatever stands in it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from bot.blocks import Message, size
from bot.client import web_client
from bot.messenger import SlackMessenger
from bot.views import render
from config.catalogue import load_catalogues
from domain.calls import CallId
from domain.crm_notices import ApprovalNotice, AskedChange, AskState, CrmReport, CrmWeek
from domain.effects import EffectKind
from domain.notices import Digest, DigestLine, Notice
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from tests.bot.bot_samples import LINKS, MIA, NOW, SKILLS, reader
from tests.bot.hostile import ATTACKS, addresses, hostile_text, texts

PEOPLE = [MIA, replace(MIA, language="de")]
CHANGE = AskedChange(
    id="a1", state=AskState.WAITING, field="Agreed next step (Reploop)", record="Harrow rollout",
    crm="salesforce", old="Call back", new="Shall we say Thursday at ten, with your finance team?",
    rep_name="Ana Ortiz", call_id=CallId("c1"), call_title="Harrow: discovery", start_s=151.0,
)  # fmt: skip
ENDED = tuple(
    replace(CHANGE, id=state, state=state, old=None, new=None, call_id=None, decided_by=by)
    for state, by in (
        (AskState.APPROVED, "Mia Laurent"), (AskState.APPROVED, ""),
        (AskState.DECLINED, "Mia Laurent"), (AskState.DECLINED, ""),
        (AskState.WITHDRAWN, ""), (AskState.ELSEWHERE, ""),
    )
)  # fmt: skip
HIDDEN = replace(CHANGE, id="h1", old="words of a call, not shown here", hidden=True)
MANY = tuple(replace(CHANGE, id=f"m{n}", new="word " * 400) for n in range(30))
BUSY = CrmWeek(
    crm="hubspot", records=312, fields=1204, kept=7, restored=1, waiting=3,
    refused=(("Score__c is read-only for our user: give it edit access", 4),
             ("a validation rule refused it: “Close date must be later”", 1)),
    gone=2, waits=5, rollbacks=1, stopped=True,
)  # fmt: skip
ONE = CrmWeek(
    crm="salesforce", records=1, fields=1, kept=1, restored=1, waiting=1, refused=(("x", 1),),
    gone=1, waits=1, rollbacks=1,
)  # fmt: skip
REPORT = CrmReport(
    first_day=date(2026, 11, 23), last_day=date(2026, 11, 29), calls=48, linked=41,
    crms=(BUSY, ONE, CrmWeek(crm="zoho")),
)  # fmt: skip
QUIET = replace(REPORT, crms=(CrmWeek(crm="hubspot"), CrmWeek(crm="zoho")), calls=0, linked=0)
NOTICES: tuple[Notice, ...] = (
    ApprovalNotice(key="k", changes=(CHANGE,)),
    ApprovalNotice(key="k", changes=(CHANGE, HIDDEN, replace(HIDDEN, rep_name=""), *ENDED), more=3),
    ApprovalNotice(key="k", changes=ENDED),
    ApprovalNotice(key="k", changes=MANY, more=12),
    ApprovalNotice(key="k", changes=(replace(CHANGE, old=None, new=64.0, call_id=None),)),
    REPORT,
    QUIET,
    replace(QUIET, calls=1, linked=1),
)


def shown(message: Message) -> str:
    return "\n".join(t["text"] for b in message.blocks for t in texts(b))


def buttons(message: Message) -> list[dict[str, Any]]:
    return [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]


@pytest.mark.parametrize("person", PEOPLE, ids=["en", "de"])
@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: type(n).__name__)
def test_every_message_fits_and_is_said_in_both_languages(notice: Notice, person: Any) -> None:
    message = render(notice, reader(person))
    assert size(message.blocks).fits
    assert message.text
    assert "{" not in shown(message)


@settings(max_examples=25, deadline=None)
@given(hostile_text)
def test_no_words_can_ping_mention_or_link(text: str) -> None:
    named = replace(CHANGE, field=text, record=text, crm=text, old=text, new=text)
    hostile = replace(named, rep_name=text, call_title=text, decided_by=text)
    ended = replace(hostile, state=AskState.APPROVED)
    week = replace(BUSY, crm=text, refused=((text, 1),))
    for notice in (
        ApprovalNotice(key="k", changes=(hostile, ended)),
        replace(REPORT, crms=(week,)),
        replace(QUIET, crms=(CrmWeek(crm=text),)),
    ):
        message = render(notice, reader())
        assert all(a.startswith(LINKS.base_url + "/") for a in addresses(message))
        assert size(message.blocks).fits


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_value_is_shown_literally(attack: str) -> None:
    notice = ApprovalNotice(key="k", changes=(replace(CHANGE, new=attack),))
    found = addresses(render(notice, reader()))
    assert all(a.startswith(LINKS.base_url + "/") for a in found)


def test_what_waits_says_field_record_both_values_and_leads_to_the_words() -> None:
    message = render(NOTICES[0], reader())
    said = shown(message)
    for part in ("Agreed next step (Reploop)", "Harrow rollout", "Salesforce", "Call back",
                 "Thursday at ten", "Ana Ortiz", "2:31"):  # fmt: skip
        assert part in said
    approve, decline, opens = buttons(message)
    assert [approve["action_id"], decline["action_id"]] == ["crm.approve", "crm.decline"]
    assert json.loads(approve["value"]) == {"approval": "a1", "key": "k"}
    assert opens["url"].startswith(f"{LINKS.base_url}/calls/c1?k=")
    assert opens["url"].endswith("&t=151")


def test_hidden_words_are_not_in_the_message_and_it_says_whose_they_are() -> None:
    said = shown(render(ApprovalNotice(key="k", changes=(HIDDEN,)), reader()))
    assert "Thursday" not in said
    assert "They are for Ana Ortiz and their manager" in said


def test_what_ended_has_no_buttons_and_says_who_decided() -> None:
    message = render(ApprovalNotice(key="k", changes=ENDED), reader())
    assert buttons(message) == []
    assert "Mia Laurent approved" in shown(message)


def test_lines_are_capped_and_the_page_shows_the_rest() -> None:
    message = render(NOTICES[3], reader())
    waiting = len(buttons(message)) // 3
    assert 0 < waiting <= 10
    assert f"{30 - waiting + 12} more wait" in shown(message)


def test_a_quiet_week_is_one_line() -> None:
    message = render(QUIET, reader())
    assert [b["type"] for b in message.blocks] == ["header", "section", "context"]
    assert "Nothing was written to HubSpot and Zoho CRM" in shown(message)


def test_the_report_says_every_number_with_reasons_and_where_to_look() -> None:
    message = render(REPORT, reader())
    said = shown(message)
    for part in ("1,204 fields written on 312 records", "7 fields left as people wrote them",
                 "One field put back for people", "3 changes wait for approval",
                 "4 fields not taken: Score__c is read-only", "2 records were deleted",
                 "Waited for its limit 5 times", "Rolled back once", "Stopped",
                 "*Zoho CRM* · Nothing happened.", "linked to a deal: 41 of 48."):  # fmt: skip
        assert part in said
    assert any(a.startswith(f"{LINKS.base_url}/crm?k=") for a in addresses(message))


def test_the_report_fits_a_line_of_the_digest() -> None:
    line = DigestLine(key="k", kind=EffectKind.SLACK_CRM_REPORT, notice=REPORT)
    said = shown(render(Digest(lines=(line,)), reader()))
    assert "HubSpot: 1,204 fields written" in said


def test_slack_takes_every_message_as_it_is() -> None:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        sandbox.load(PEOPLE)
        client = web_client("xoxb-sandbox", f"{running.url}/api/", 1)
        speech = load_catalogues()
        messenger = SlackMessenger(client, links=LINKS, skills=SKILLS, speech=speech)
        for number, notice in enumerate(NOTICES):
            for person in PEOPLE:
                key = f"{number}{person.language}"
                remote_id = messenger.send(notice, person, key=key, now=NOW)
                messenger.edit(notice, person, remote_id=remote_id, key=key, now=NOW)
    assert len(sandbox.messages) == 2 * len(NOTICES)

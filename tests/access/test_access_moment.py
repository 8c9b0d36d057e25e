"""Rights are those of this moment: a change of manager holds at once, wherever one looks.

Nothing is kept of what somebody was allowed: a session, a link, an answer, the home, an agenda
and the buttons on messages that are there already all ask anew. The one thing that has to be
moved, an open appeal, goes with the next round of the clock, which is every 15 seconds.
"""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.appeals import AppealState
from domain.effects import Effect, EffectKind
from domain.people import Person
from jobs.appeal_news import move_appeals
from jobs.plan_agendas import plan_agenda
from tests.access.company import PEOPLE, SECRETS, WEST, Company, text_of


def open_an_appeal(company: Company) -> str:
    """Ana contests a level in Slack; the key of the manager's message."""
    people = company.sandbox.people
    with company.database.write() as tx:
        tx.outbox.request(
            Effect(
                kind=EffectKind.SLACK_CALL_SCORED,
                key="slack:call:C-East-1",
                payload={"call_id": "C-East-1"},
            )
        )
    company.works()
    another = json.dumps({"call": "C-East-1"}, separators=(",", ":"))
    message = "slack:call:C-East-1"
    company.posts(people.click("UANA", message, "appeal.open:form", value=another))
    answers = {"criterion": "C-East-1 dated_step", "reason": "It was agreed."}
    company.posts(people.fill_and_submit("UANA", answers))
    with company.database.read() as tx:
        (appeal,) = tx.appeals.list()
    return f"slack:appeal:{appeal.id}"


def test_pages_answer_by_the_manager_of_this_moment(company: Company) -> None:
    paths = ("/calls/C-East-1", "/reps/ana", "/teams/east")
    assert [company.get("mia", path).status_code for path in paths] == [200, 200, 200]
    company.manages_east("omar")
    assert [company.get("mia", path).status_code for path in paths] == [404, 404, 404]
    assert [company.get("omar", path).status_code for path in paths] == [200, 200, 200]


def test_a_link_in_an_old_message_opens_nothing_any_more(company: Company) -> None:
    token = company.services.links.token(PEOPLE["mia"].id, now=company.time.now)
    company.manages_east("omar")
    company.client.cookies.clear()
    address = f"/calls/C-East-1?k={token}"
    signed_in = company.client.get(address, follow_redirects=False)
    page = company.client.get(signed_in.headers["location"], follow_redirects=False)
    assert (signed_in.status_code, page.status_code) == (303, 404)


def test_the_home_and_the_export_hold_the_team_of_this_moment(company: Company) -> None:
    company.manages_east("omar")
    assert "Ana" not in company.get("mia", "/export/scores.csv").text
    assert "Ana" not in company.get("mia", "/").text
    assert "Ana" in company.get("omar", "/export/scores.csv").text


def test_answers_are_of_the_team_of_this_moment(company: Company) -> None:
    assert "±" in company.asks("mia", "How is Ana doing?")
    company.manages_east("omar")
    assert "±" not in company.asks("mia", "How is Ana doing?")
    assert "±" in company.asks("omar", "How is Ana doing?")


def test_an_agenda_that_was_planned_leaves_out_who_left_the_team(company: Company) -> None:
    monday = (company.time.now - timedelta(days=company.time.now.weekday())).date()
    plan_agenda(PEOPLE["mia"], monday, company.services)
    company.hire(_moved("ana"))
    company.works()
    (agenda,) = [text_of(m) for m in company.said_to("mia")]
    assert "Ben" in agenda
    assert "Ana" not in agenda
    assert SECRETS["ana"] not in agenda


def _moved(name: str) -> Person:
    return replace(PEOPLE[name], team_id=WEST)


def test_buttons_on_the_old_agenda_of_who_was_the_manager_do_nothing(company: Company) -> None:
    monday = (company.time.now - timedelta(days=company.time.now.weekday())).date()
    plan_agenda(PEOPLE["mia"], monday, company.services)
    company.works()
    (agenda,) = company.said_to("mia")
    pressed = [
        element
        for block in agenda.blocks or ()
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button" and not element["action_id"].startswith("link.")
    ]
    assert pressed
    company.manages_east("omar")
    before = len(company.said_to("ana")) + len(company.said_to("ben"))
    for each in pressed:
        click = company.sandbox.people.click("UMIA", agenda, each["action_id"], value=each["value"])
        company.posts(click)
    assert len(company.said_to("ana")) + len(company.said_to("ben")) == before
    with company.database.read() as tx:
        week = f"{monday.isocalendar().year}-W{monday.isocalendar().week:02d}"
        edits = tx.agendas.edits(PEOPLE["mia"].id, week)
    assert all(each.state.shared_at is None and not each.state.snoozed for each in edits.values())


def test_an_open_appeal_goes_to_the_new_manager_and_leaves_the_old_one(company: Company) -> None:
    key = open_an_appeal(company)
    (shown,) = [m for m in company.said_to("mia") if "It was agreed." in text_of(m)]
    company.manages_east("omar")
    move_appeals(company.services)
    company.works()
    assert any("It was agreed." in text_of(m) for m in company.said_to("omar"))
    assert not any("It was agreed." in text_of(m) for m in company.said_to("mia"))
    assert shown.ts in {m.ts for m in company.said_to("mia")}
    assert key


def test_who_was_the_manager_decides_nothing_in_a_form_that_was_open(company: Company) -> None:
    key = open_an_appeal(company)
    people = company.sandbox.people
    company.posts(people.click("UMIA", f"{key}:mia", "appeal.decide:form"))
    company.manages_east("omar")
    company.posts(people.fill_and_submit("UMIA", {"level": "4", "reason": "Mine."}))
    with company.database.read() as tx:
        (appeal,) = tx.appeals.list()
    assert appeal.state is AppealState.OPEN
    assert ("mia", "appeal.decide", False) in company.audit(f"appeal:{appeal.id}")


def test_the_manager_decides_in_slack_and_the_rep_reads_why(company: Company) -> None:
    key = open_an_appeal(company)
    people = company.sandbox.people
    company.posts(people.click("UMIA", f"{key}:mia", "appeal.decide:form"))
    company.posts(people.fill_and_submit("UMIA", {"level": "4", "reason": "I heard it."}))
    ruling = text_of(company.said_to("ana")[-1])
    assert "I heard it." in ruling
    page = company.get("ana", "/calls/C-East-1").text
    assert "after an appeal" in page
    assert "I heard it." in page
    numbers = company.get("rae", "/calls/C-East-1").text
    assert "after an appeal" in numbers
    assert "I heard it." not in numbers


@pytest.mark.parametrize("name", ["mia", "ana"])
def test_who_leaves_is_out_at_once(company: Company, name: str) -> None:
    company.hire(replace(PEOPLE[name], active=False))
    assert company.get(name, "/").status_code == 401
    before = len(company.said_to(name))
    company.asks("rae", "How many calls were scored last month?")
    assert len(company.said_to(name)) == before


def test_a_rep_contests_a_level_by_command_and_is_told_that_it_was_sent(company: Company) -> None:
    people = company.sandbox.people
    company.posts(people.command("UANA", "appeal"))
    answers = {"criterion": "C-East-1 open_questions", "reason": "I asked twice."}
    company.posts(people.fill_and_submit("UANA", answers))
    assert any("I asked twice." in text_of(m) for m in company.said_to("mia"))
    assert any("Sent to your manager" in text_of(m) for m in company.said_to("ana"))


def test_the_form_of_a_command_offers_own_calls_alone(company: Company) -> None:
    people = company.sandbox.people
    company.posts(people.command("UANA", "appeal"))
    shown = json.dumps(people.open_modal_of("UANA"))
    assert "Talk C-East-1" in shown
    assert "Talk C-East-2" not in shown
    assert "Talk ben" not in shown

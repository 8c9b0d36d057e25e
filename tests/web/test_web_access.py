"""Who may open which page: the access probes of the web, one a row, with their audit."""

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from domain.calls import CallState, NotScorable
from domain.people import PersonId, Team, TeamId

if TYPE_CHECKING:
    from tests.web.conftest import Office

pytestmark = pytest.mark.slow  # `make check` has to stay quick

PROBES = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", "../shared/badinputs")) / "dev/access.jsonl"


@pytest.fixture
def calls(office: "Office") -> "Office":
    """The three calls the probes name."""
    office.call("C-East-1", "ana")
    office.call("C-East-2", "ben")
    office.call("C-West-1", "cy")
    return office


def test_a_rep_opens_an_own_call_and_the_read_is_audited(calls: "Office") -> None:
    answer = calls.get("ana", "/calls/C-East-1")
    assert answer.status_code == 200
    assert "What does that cost you?" in answer.text
    assert calls.audit("call:C-East-1") == [("ana", "read_call", True)]


def test_a_colleague_s_call_is_answered_like_one_that_is_not_there(calls: "Office") -> None:
    forbidden = calls.get("ana", "/calls/C-East-2")
    missing = calls.get("ana", "/calls/C-Nowhere")
    assert forbidden.status_code == missing.status_code == 404
    assert without_id(forbidden.text) == without_id(missing.text)
    assert calls.audit("call:C-East-2") == [("ana", "read_call", False)]
    assert calls.audit("call:C-Nowhere") == [("ana", "read_call", False)]


def without_id(page: str) -> str:
    before, _, after = page.partition("Request ")
    return before + after.partition("<")[2]


@pytest.mark.parametrize(
    ("viewer", "path", "allowed"),
    [
        ("mia", "/calls/C-East-1", True),
        ("mia", "/calls/C-West-1", False),
        ("omar", "/calls/C-East-1", False),
        ("eli", "/calls/C-East-1", False),
        ("rae", "/calls/C-West-1", True),
        ("ada", "/calls/C-West-1", True),
        ("ana", "/reps/ana", True),
        ("ana", "/reps/ben", False),
        ("ana", "/reps/nobody", False),
        ("mia", "/reps/ben", True),
        ("mia", "/reps/cy", False),
        ("mia", "/reps/mia", False),
        ("mia", "/reps/dee", False),
        ("rae", "/reps/dee", True),
        ("mia", "/teams/east", True),
        ("eli", "/teams/east", False),
        ("ana", "/teams/east", False),
        ("mia", "/teams/west", False),
        ("mia", "/teams/nowhere", False),
        ("rae", "/teams/west", True),
    ],
)
def test_each_page_opens_for_whom_it_is_and_for_nobody_else(
    calls: "Office", viewer: str, path: str, allowed: bool
) -> None:
    assert calls.get(viewer, path).status_code == (200 if allowed else 404)
    kind, _, name = path.strip("/").partition("/")
    subject = f"{kind.removesuffix('s')}:{name}"
    assert calls.audit(subject) == [(viewer, f"read_{kind.removesuffix('s')}", allowed)]


def test_rights_follow_the_team_of_this_moment(calls: "Office") -> None:
    with calls.store.write() as stores:
        stores.people.put([], [Team(TeamId("east"), "East", PersonId("omar"))])
    assert calls.get("mia", "/calls/C-East-1").status_code == 404
    assert calls.get("omar", "/calls/C-East-1").status_code == 200


@pytest.mark.parametrize("viewer", ["rae", "ada"])
def test_revops_and_admin_see_numbers_and_no_word_that_was_said(
    calls: "Office", viewer: str
) -> None:
    page = calls.get(viewer, "/calls/C-East-1").text
    assert ">75</strong>" in page
    assert "You see numbers only" in page
    for said in (
        "What does that cost you?",
        "We lose four hours",
        "Asked for the cost.",
        "Whose budget",
        "Ask who pays",
        "planning hours",
        "Bo Buyer",
    ):
        assert said not in page


def test_a_call_of_no_rep_is_for_those_who_watch_coverage(office: "Office") -> None:
    office.call("orphan", None, state=CallState.SKIPPED, not_scorable=NotScorable.NO_REP)
    assert office.get("mia", "/calls/orphan").status_code == 404
    page = office.get("rae", "/calls/orphan")
    assert page.status_code == 200
    assert "None of our reps was on the call." in page.text
    assert "What does that cost you?" not in page.text


def test_a_deleted_call_is_nobody_s(office: "Office") -> None:
    office.call("gone", "ana", state=CallState.DELETED)
    assert [office.get(who, "/calls/gone").status_code for who in ("ana", "mia", "rae")] == [
        404
    ] * 3


def test_an_old_session_of_somebody_who_left_is_signed_out(office: "Office") -> None:
    answer = office.get("dee", "/")
    assert answer.status_code == 401
    assert "Open the link from your Slack message" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/calls/C-1", "/reps/ana", "/api/calls", "/export/scores.csv"]
)
def test_nobody_sees_anything_without_signing_in(office: "Office", path: str) -> None:
    assert office.get(None, path).status_code == 401


def test_there_is_no_api_behind_the_sign_in(office: "Office") -> None:
    assert office.get("ada", "/api/calls").status_code == 404


def test_nothing_about_a_person_can_be_written_from_the_web(office: "Office") -> None:
    office.get("ana", "/reps/ana")
    answer = office.client.patch("/reps/ana", json={"role": "admin", "tier": "gold"})
    with office.store.read() as stores:
        ana = stores.people.organisation().person(PersonId("ana"))
    assert answer.status_code == 405
    assert ana is not None
    assert ana.role == "rep"


def test_revops_exports_every_score_without_words_and_it_is_audited(calls: "Office") -> None:
    calls.scores("ana", 60, 70, 65)
    calls.scores("cy", 80, 82, 84)
    answer = calls.get("rae", "/export/scores.csv")
    header, *rows = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/csv")
    assert header.split(",")[:4] == ["rep", "team", "skill", "level_0_100"]
    assert [row.split(",")[0] for row in rows] == ["Ana", "Cy"]
    assert "cost" not in answer.text
    assert calls.audit("home:rae") == [("rae", "export_scores", True)]


def test_a_manager_s_export_holds_their_team_alone(calls: "Office") -> None:
    calls.scores("ana", 60, 70, 65)
    calls.scores("cy", 80, 82, 84)
    assert "Cy" not in calls.get("mia", "/export/scores.csv").text


def test_a_link_signs_in_for_twelve_hours_and_leaves_a_clean_address(calls: "Office") -> None:
    links, now = calls.services.links, calls.services.now()
    token = links.token(PersonId("ana"), now=now)
    calls.client.cookies.clear()
    answer = calls.client.get(f"/calls/C-East-1?k={token}&t=70", follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/calls/C-East-1?t=70")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={12 * 3600}" in cookie
    page = calls.client.get(answer.headers["location"], follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, "/calls/C-East-1#turn-1")


@pytest.mark.parametrize("who", ["dee", "nobody"])
def test_a_link_of_somebody_who_left_signs_nobody_in(office: "Office", who: str) -> None:
    token = office.services.links.token(PersonId(who), now=office.services.now())
    answer = office.get(None, f"/?k={token}")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_a_link_that_expired_or_was_changed_signs_nobody_in(office: "Office") -> None:
    links, now = office.services.links, office.services.now()
    old = links.token(PersonId("ana"), now=now - timedelta(days=15))
    forged = links.token(PersonId("ana"), now=now)[:-2] + "xx"
    assert [office.get(None, f"/?k={token}").status_code for token in (old, forged, "")] == [
        401
    ] * 3


@pytest.mark.skipif(not PROBES.is_file(), reason="the access probes are not here")
def test_every_web_probe_of_the_shared_set_is_covered_above() -> None:
    web = [row for row in PROBES.read_text().splitlines() if '"surface": "web"' in row]
    assert len(web) == 7

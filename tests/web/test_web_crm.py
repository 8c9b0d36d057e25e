"""The pages of CRM changes: what is shown, who sees it, and the forms that change something."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.changes import ApprovalState, ChangeSetId, RecordRef, WriteState
from domain.crm import RecordKind
from domain.effects import Effect, EffectKind, EffectState, Queue
from domain.errors import CredentialsRejected, VendorUnavailable
from domain.ports import ClaimTerms
from jobs.crm_asks import deal_update
from jobs.crm_shown import HIDDEN
from jobs.roll_back_later import AT_ONCE, rollback_key
from jobs.services import Thresholds
from jobs.work import work_off
from tests.jobs.fake_crm import Kept, a_deal
from tests.web.crm_office import PUSH, SAID, SCORE, STEP, CrmOffice
from tests.web.test_web_pages import HOSTILE, Outline
from web.app import WebOptions

if TYPE_CHECKING:
    from tests.web.conftest import Office

pytestmark = pytest.mark.slow  # `make check` has to stay quick


@pytest.fixture
def crm(office: "Office", options: WebOptions) -> Iterator[CrmOffice]:
    made = CrmOffice(office, options)
    with made.client:
        yield made


def words(crm: CrmOffice, path: str, who: str = "rae") -> str:
    answer = crm.get(who, path)
    assert answer.status_code == 200
    return Outline(answer.text).words


# what is shown


def test_a_change_set_shows_record_field_values_result_and_where_it_comes_from(
    crm: CrmOffice,
) -> None:
    crm.pushed()
    page = Outline(crm.get("rae", "/crm").text)
    for part in ("Buyer rollout", "HubSpot deal", "Last call score (Reploop)", "– 64 written",
                 "small v1 · builtin 1", "run push-1"):  # fmt: skip
        assert part in " ".join(page.words.replace("Before: ", "").split())
    links = [a["href"] for a in page.all("a")]
    for link in ("https://crm.example/deals/d1", "/calls/c-1", "/calls/c-1#turn-1",
                 f"/crm/rollback/{PUSH}", "/crm/rollback/s1"):  # fmt: skip
        assert link in links


def test_words_of_calls_are_hidden_and_that_they_changed_is_not(crm: CrmOffice) -> None:
    crm.pushed()
    crm.asked()
    for path in ("/crm", "/crm/waiting", "/crm/rollback/s1", "/"):
        assert SAID not in crm.get("rae", path).text
    assert HIDDEN in words(crm, "/crm")


def test_what_waits_is_stopped_or_failed_stands_on_the_page(crm: CrmOffice) -> None:
    crm.asked()
    crm.stopped()
    with crm.office.store.write() as tx:
        for n in range(3):
            payload = {"crm": "hubspot", "deal_id": f"x{n}"}
            tx.outbox.add_if_new(Effect(kind=EffectKind.CRM_DEAL, key=f"x{n}", payload=payload))
        for claim in tx.outbox.claim([EffectKind.CRM_DEAL], ClaimTerms(5, 60.0)):
            why = "WriteRefused: hubspot: the field Score__c is read-only"
            tx.outbox.settle(claim, EffectState.DEAD, error=why)
    said = words(crm, "/crm")
    assert "1 change waits for a person" in said
    assert "Asked" in said
    assert "Mia" in said
    assert "HubSpot is not written to any more." in said
    assert "HubSpot, given up 3 the field Score__c is read-only" in said


def test_change_sets_are_chosen_by_crm_and_result_and_come_in_pages(crm: CrmOffice) -> None:
    for n in range(25):
        crm.wrote(f"t{n:02}", "d2", {SCORE: 50.0 + n}, ago_h=30 - n)
    first = Outline(crm.get("rae", "/crm").text)
    assert "t24" in first.words
    assert "t04" not in first.words
    [older] = [a["href"] for a in first.all("a") if "before=" in str(a["href"])]
    second = words(crm, str(older))
    assert "t04" in second
    assert "t24" not in second
    assert "t00" in second
    assert "No change set fits that." in words(crm, "/crm?state=refused")
    assert "t24" in words(crm, "/crm?crm=hubspot&state=written")
    assert "t24" in words(crm, "/crm?crm=nonsense&state=nonsense&said=nonsense")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_values_are_shown_literally(crm: CrmOffice, text: str) -> None:
    with crm.office.store.write() as tx:
        tx.deals.put([a_deal("d1", "hubspot", name=text, url=f"javascript:{text}")])
    crm.wrote("s1", "d1", {SCORE: text}, PUSH)
    for path in ("/crm", "/crm/rollback/s1", "/"):
        page = Outline(crm.get("rae", path).text)
        assert " ".join(text.split()) in page.words
        assert not page.all("script")
        assert not [a for a in page.all("a") if str(a["href"]).startswith("javascript")]


@pytest.mark.parametrize("path", ["/crm", "/crm/rollback/s1", "/crm/rolled-back/s1"])
@pytest.mark.parametrize(("who", "status"), [("ana", 404), ("mia", 404), ("ada", 200), (None, 401)])
def test_only_revops_and_admins_see_changes(
    crm: CrmOffice, path: str, who: str | None, status: int
) -> None:
    crm.pushed()
    crm.fill("rae", "/crm/rollback/s1", "/crm/rollback")
    assert crm.get(who, path).status_code == status


def test_looks_are_audited_denied_ones_too(crm: CrmOffice) -> None:
    crm.get("rae", "/crm")
    crm.get("mia", "/crm")
    assert crm.office.audit("crm:rae") == [("rae", "read_crm", True)]
    assert crm.office.audit("crm:mia") == [("mia", "read_crm", False)]


def test_every_page_has_one_h1_a_caption_for_every_table_and_no_style_of_its_own(
    crm: CrmOffice,
) -> None:
    crm.pushed()
    crm.asked()
    crm.fill("rae", "/crm/rollback/s1", "/crm/rollback")
    for path in ("/crm", "/crm/waiting", "/crm/rollback/s2", "/crm/rolled-back/s1"):
        page = Outline(crm.get("rae", path).text)
        assert len(page.all("h1")) == 1
        assert len(page.all("table")) == len(page.all("caption"))
        assert [a for _, a in page.tags if "style" in a or "onclick" in a] == []


# rolling back


def test_the_confirm_page_shows_what_would_be_put_back_and_what_stays(crm: CrmOffice) -> None:
    crm.pushed()
    crm.crm.edit_as_person(SCORE, 99.0, "d2")
    said = words(crm, f"/crm/rollback/{PUSH}")
    assert "2 fields would be put back" in said
    assert "stays: changed since" in said
    assert crm.crm.asked["write"] == 0


def test_rolling_back_puts_back_and_keeps_what_a_person_changed(crm: CrmOffice) -> None:
    crm.pushed()
    crm.crm.edit_as_person(SCORE, 99.0, "d2")
    answer = crm.fill("rae", f"/crm/rollback/{PUSH}", "/crm/rollback")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/crm/rolled-back/{PUSH}")
    assert (crm.crm.stands(SCORE), crm.crm.stands(SCORE, "d2")) == (None, 99.0)
    said = words(crm, f"/crm/rolled-back/{PUSH}")
    assert "Rolled back" in said
    assert "left: changed since" in said
    assert crm.office.audit(PUSH) == [
        ("rae", "crm.rollback", True), ("rae", "crm.rollback_asked", True)
    ]  # fmt: skip
    page = words(crm, "/crm")
    assert "rolled back by Rae" in page


def test_the_same_form_sent_twice_is_done_once(crm: CrmOffice) -> None:
    crm.pushed()
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    first = crm.send("rae", "/crm/rollback", **sent)
    crm.crm.edit_as_person(SCORE, 64.0)
    second = crm.send("rae", "/crm/rollback", **sent)
    assert first.headers["location"] == second.headers["location"]
    assert crm.crm.stands(SCORE) == 64.0
    assert len([c for c in crm.changes() if c.undoes == "s1"]) == 1


def test_a_rolling_back_can_be_rolled_back(crm: CrmOffice) -> None:
    crm.pushed()
    crm.fill("rae", "/crm/rollback/s1", "/crm/rollback")
    [undoing] = [c for c in crm.changes() if c.undoes == "s1"]
    assert "rolls back s1, by Rae" in words(crm, "/crm")
    crm.fill("rae", f"/crm/rollback/{undoing.id}", "/crm/rollback")
    assert (crm.crm.stands(SCORE), crm.crm.stands(STEP)) == (64.0, SAID)


def test_a_crm_that_does_not_answer_is_told_plainly_and_asked_again(crm: CrmOffice) -> None:
    crm.pushed()
    crm.crm.raises = [VendorUnavailable("hubspot", "no answer in time")]
    assert "no answer in time" in words(crm, "/crm/rollback/s1")
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    crm.crm.raises = [VendorUnavailable("hubspot", "no answer in time")]
    crm.send("rae", "/crm/rollback", **sent)
    said = words(crm, "/crm/rolled-back/s1")
    assert "0 of 1 records are done. It goes on by itself" in said
    assert "no answer in time" in said
    assert "It is being rolled back already." in words(crm, "/crm/rollback/s1")


def test_what_cannot_be_done_says_why_and_can_be_asked_again(crm: CrmOffice) -> None:
    crm.pushed()
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    crm.crm.raises = [CredentialsRejected("hubspot", "the token was revoked")]
    crm.send("rae", "/crm/rollback", **sent)
    said = words(crm, "/crm/rolled-back/s1")
    assert "It was not rolled back" in said
    assert "the token was revoked" in said
    crm.fill("rae", "/crm/rollback/s1", "/crm/rollback")
    assert crm.crm.stands(SCORE) is None


def test_a_long_run_is_the_worker_s(crm: CrmOffice) -> None:
    for n in range(AT_ONCE + 1):
        crm.crm.add(a_deal(f"m{n}", "hubspot"))
        crm.wrote(f"m{n}", f"m{n}", {SCORE: 60.0}, "push-long")
    assert "are rolled back by the worker" in words(crm, "/crm/rollback/push-long")
    assert crm.crm.asked["read"] == 0
    crm.fill("rae", "/crm/rollback/push-long", "/crm/rollback")
    assert "0 of 201 records are done" in words(crm, "/crm/rolled-back/push-long")
    with crm.office.store.write() as tx:
        assert tx.outbox.get(rollback_key("push-long")) is not None
    work_off(Queue.SYNC, crm.services)
    assert crm.crm.stands(SCORE, "m200") is None
    assert "201 fields put back" in words(crm, "/crm/rolled-back/push-long")


@pytest.mark.parametrize("name", ["nothing", "push-none"])
def test_what_is_not_there_is_not_found(crm: CrmOffice, name: str) -> None:
    crm.pushed()
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    assert crm.get("rae", f"/crm/rollback/{name}").status_code == 404
    assert crm.send("rae", "/crm/rollback", **{**sent, "name": name}).status_code == 404
    assert crm.get("rae", "/crm/rolled-back/s1").status_code == 404


# the forms themselves


@pytest.mark.parametrize("who", ["ana", "mia"])
def test_who_may_not_see_changes_cannot_roll_back(crm: CrmOffice, who: str) -> None:
    crm.pushed()
    crm.asked()
    seal = crm.hidden("mia", "/crm/waiting", "/crm/decide")["seal"]
    sent = {"name": "s1", "once": "o1", "seal": seal}
    assert crm.send(who, "/crm/rollback", **sent).status_code == 403
    assert crm.crm.stands(SCORE) == 64.0


def test_a_manager_with_a_true_seal_is_told_that_there_is_nothing(crm: CrmOffice) -> None:
    crm.pushed()
    seals = {path: crm.seal("mia", path) for path in ("/crm/rollback", "/crm/resume")}
    sent = {"name": "s1", "once": "o1", "seal": seals["/crm/rollback"]}
    assert crm.send("mia", "/crm/rollback", **sent).status_code == 404
    sent = {"crm": "hubspot", "stopped": "x", "seal": seals["/crm/resume"]}
    assert crm.send("mia", "/crm/resume", **sent).status_code == 404
    assert ("mia", "crm.rollback_asked", False) in crm.office.audit("crm:s1")
    assert ("mia", "crm.resume", False) in crm.office.audit("hubspot")
    assert crm.crm.stands(SCORE) == 64.0


def test_a_form_of_another_session_or_of_none_does_nothing(crm: CrmOffice) -> None:
    crm.pushed()
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    assert crm.send("ada", "/crm/rollback", **sent).status_code == 403
    assert crm.send(None, "/crm/rollback", **sent).status_code == 401
    assert crm.send("rae", "/crm/rollback", **{**sent, "seal": ""}).status_code == 403
    del sent["seal"]
    answer = crm.send("rae", "/crm/rollback", **sent)
    assert answer.status_code == 403
    assert "Nothing was done" in answer.text
    assert crm.crm.stands(SCORE) == 64.0


def test_a_seal_is_good_for_its_own_address_alone(crm: CrmOffice) -> None:
    crm.pushed()
    brake = crm.stopped()
    seal = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")["seal"]
    assert brake.stopped_at is not None
    sent = {"crm": "hubspot", "stopped": brake.stopped_at.isoformat(), "seal": seal}
    assert crm.send("rae", "/crm/resume", **sent).status_code == 403


def test_a_form_that_another_site_sends_does_nothing(crm: CrmOffice) -> None:
    crm.pushed()
    sent = crm.hidden("rae", "/crm/rollback/s1", "/crm/rollback")
    for site in ("cross-site", "same-site", "none"):
        answer = crm.client.post(
            "/crm/rollback", data=sent, headers={"sec-fetch-site": site}, follow_redirects=False
        )
        assert answer.status_code == 403
    answer = crm.client.post(
        "/crm/rollback", data=sent, headers={"sec-fetch-site": "same-origin"},
        follow_redirects=False,
    )  # fmt: skip
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"name=s1", "application/json", 415),
        (b"name=s1", "multipart/form-data; boundary=x", 415),
        (b"x" * 9000, "application/x-www-form-urlencoded", 413),
        (b"a=1&a=2", "application/x-www-form-urlencoded", 400),
        (b"seal=%00", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"f%d=1" % n for n in range(40)), "application/x-www-form-urlencoded", 400),
    ],
)
def test_what_is_no_form_of_ours_is_turned_away(
    crm: CrmOffice, body: bytes, kind: str, status: int
) -> None:
    crm.get("rae", "/crm")
    answer = crm.client.post("/crm/rollback", content=body, headers={"content-type": kind})
    assert answer.status_code == status


def test_addresses_of_forms_take_posts_and_pages_take_none(crm: CrmOffice) -> None:
    assert crm.get("rae", "/crm/decide").status_code == 405
    assert crm.get("rae", "/crm/rollback").status_code == 405
    assert crm.send("rae", "/crm").status_code == 405
    assert crm.send("rae", "/crm/rollback/s1").status_code == 405


# the brake


def test_resume_lets_writing_go_on_once(crm: CrmOffice) -> None:
    crm.stopped()
    sent = crm.hidden("rae", "/crm", "/crm/resume")
    answer = crm.send("rae", "/crm/resume", **sent)
    assert answer.headers["location"] == "/crm?said=resumed"
    assert "not written to any more" not in words(crm, "/crm")
    assert crm.send("rae", "/crm/resume", **sent).headers["location"] == "/crm?said=not_stopped"
    assert crm.office.audit("hubspot") == [("rae", "crm.resume", True)]


def test_a_crm_to_which_nobody_pushed_yet_says_so_and_is_no_failure(
    office: "Office", options: WebOptions
) -> None:
    made = CrmOffice(office, options, thresholds=Thresholds(crm_writes_at_once=False))
    with office.store.write() as tx:
        tx.outbox.add_if_new(deal_update("hubspot", "d1"))
    work_off(Queue.SYNC, made.services)
    said = words(made, "/crm")
    assert "Nothing is written to HubSpot yet." in said
    assert "Not done" not in said


# approvals


def test_the_manager_reads_the_words_and_revops_does_not(crm: CrmOffice) -> None:
    crm.asked()
    assert SAID in words(crm, "/crm/waiting", "mia")
    assert SAID not in words(crm, "/crm/waiting", "rae")
    assert crm.office.audit("rep:ana") == [("mia", "read_crm_waiting", True)]


def test_another_manager_finds_nothing(crm: CrmOffice) -> None:
    crm.asked()
    assert "Nothing waits for you." in words(crm, "/crm/waiting", "omar")


def test_a_rep_finds_no_page(crm: CrmOffice) -> None:
    assert crm.get("ana", "/crm/waiting").status_code == 404


@pytest.mark.parametrize("verdict", [ApprovalState.APPROVED, ApprovalState.DECLINED])
def test_the_manager_decides_on_the_page(crm: CrmOffice, verdict: ApprovalState) -> None:
    crm.asked()
    answer = crm.fill("mia", "/crm/waiting", "/crm/decide", verdict=verdict)
    assert answer.headers["location"] == f"/crm/waiting?said={verdict}"
    with crm.office.store.read() as tx:
        decided = tx.changes.approval("a1")
        due = tx.outbox.get("crm:deal:hubspot:d1")
    assert decided is not None
    assert (decided.state, decided.by) == (verdict, "mia")
    assert due is not None
    assert crm.office.audit("a1") == [("mia", f"crm.{verdict}", True)]


def test_a_decision_comes_once(crm: CrmOffice) -> None:
    crm.asked()
    sent = crm.hidden("mia", "/crm/waiting", "/crm/decide")
    crm.send("mia", "/crm/decide", **sent, verdict="approved")
    again = crm.send("mia", "/crm/decide", **sent, verdict="declined")
    assert again.headers["location"] == "/crm/waiting?said=gone"


def test_nobody_decides_what_is_not_theirs(crm: CrmOffice) -> None:
    crm.asked()
    crm.asked(id="a2", field="Other", provenance=None)
    [hidden] = [crm.hidden("mia", "/crm/waiting", "/crm/decide")]
    assert hidden["approval"] == "a1"
    assert crm.send("mia", "/crm/decide", **{**hidden, "approval": "a2"}, verdict="approved"
                    ).status_code == 404  # fmt: skip
    assert crm.send("mia", "/crm/decide", **hidden, verdict="maybe").status_code == 400


def test_a_set_of_records_that_reploop_made_is_deleted(crm: CrmOffice) -> None:
    record = RecordRef("hubspot", RecordKind.CALL, "call-1")
    crm.crm.records[RecordKind.CALL, "call-1"] = kept = Kept()
    kept.set("Call_Score__c", 64.0, crm.now, ours=True)
    pushed = crm.wrote("s0", "d1", {SCORE: 64.0})
    made = replace(
        pushed, id=ChangeSetId("s9"), made=(record,), at=crm.now + timedelta(minutes=1),
        writes=(replace(pushed.writes[0], record=record, field="Call_Score__c",
                        state=WriteState.WRITTEN),),
    )  # fmt: skip
    with crm.office.store.write() as tx:
        tx.changes.add(made)
    assert "1 record that Reploop made would be deleted" in words(crm, "/crm/rollback/s9")
    crm.fill("rae", "/crm/rollback/s9", "/crm/rollback")
    assert (RecordKind.CALL, "call-1") not in crm.crm.records

"""What stands on the pages, and how hostile text stands on them."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from domain.calls import CallId, CallState, CallType, NotScorable
from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, FieldKind
from domain.deals import Deal, DealRef, Outcome
from domain.people import Person, PersonId, Role, TeamId
from domain.rubrics import RubricLibrary, SkillId
from domain.skills import Proficiency
from jobs.crm_shown import HIDDEN
from jobs.pages import call_page
from jobs.pages_home import Coverage, home_page

if TYPE_CHECKING:
    from tests.web.conftest import Office

pytestmark = pytest.mark.slow  # `make check` has to stay quick

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}} ${7*7}",
    "<!channel> <@U123456>",
    "O'Brien; DROP TABLE reps;--",
)


class Outline(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += f" {data}"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def test_a_call_shows_level_proof_advice_and_why_the_rest_has_no_level(office: "Office") -> None:
    office.call("c-1", "ana", deal=DealRef("hubspot", "7"), deal_reason="open deal of 2")
    with office.store.write() as stores:
        stores.deals.put(
            [
                Deal(
                    ref=DealRef("hubspot", "7"),
                    name="Acme pilot",
                    stage="Demo",
                    outcome=Outcome.OPEN,
                    url="javascript:alert(1)",
                )
            ]
        )
    page = Outline(office.get("ana", "/calls/c-1").text)
    for said in (
        "Call c-1",
        "Discovery · Wed 25 Nov 2026, 08:00 CET · 31 min · Ana",
        "75 of 100 Silver",
        "Acme pilot, Demo (open deal of 2)",
        "Asked for the cost.",
        "Could have been said: Whose budget is that?",
        "Next time: Ask who pays.",
        "Agrees a next step The call gave no occasion for it.",
        "small v1, grader builtin 1",
    ):
        assert said in page.words
    assert {"href": "#turn-1"} in page.all("a")
    assert not any("javascript" in (a.get("href") or "") for a in page.all("a"))


def test_a_transcript_has_an_anchor_a_turn_and_marks_the_proof(office: "Office") -> None:
    office.call("c-1", "ana")
    answer = office.get("ana", "/calls/c-1").text
    turns = [a for a in Outline(answer).all("li") if (a.get("id") or "").startswith("turn-")]
    assert [(t["id"], t["class"]) for t in turns] == [
        ("turn-0", "turn buyer"),
        ("turn-1", "turn rep"),
        ("turn-2", "turn buyer"),
    ]
    assert "Four hours a week. <mark>What does that cost you?</mark> Shall we" in answer


@pytest.mark.parametrize(
    ("second", "turn"), [("0", 0), ("59", 0), ("60", 1), ("119.999", 1), ("9999", 2)]
)
def test_a_second_leads_to_the_turn_that_is_spoken_then(
    office: "Office", second: str, turn: int
) -> None:
    office.call("c-1", "ana")
    answer = office.get("ana", f"/calls/c-1?t={second}")
    assert answer.headers["location"] == f"/calls/c-1#turn-{turn}"


@pytest.mark.parametrize("second", ["", "x", "-1", "1e9", "٣", "12345678", "1.2.3", "inf"])
def test_a_second_that_is_none_shows_the_page(office: "Office", second: str) -> None:
    office.call("c-1", "ana")
    assert office.get("ana", f"/calls/c-1?t={second}").status_code == 200


def test_the_second_of_a_call_one_may_not_see_tells_nothing(office: "Office") -> None:
    office.call("c-1", "ana")
    assert office.get("ben", "/calls/c-1?t=60").status_code == 404


def test_a_call_that_is_not_scored_says_why_in_plain_words(office: "Office") -> None:
    office.call("c-1", "ana", state=CallState.SKIPPED, not_scorable=NotScorable.TOO_SHORT)
    words = Outline(office.get("ana", "/calls/c-1").text).words
    assert "Not scored The call was too short to judge." in words
    assert "counts neither for nor against anybody" in words


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text_in_every_field(office: "Office", text: str) -> None:
    office.call("c-1", "ana", title=text, deal_reason=text)
    with office.store.write() as stores:
        stores.people.put([named("ana", text)], ())
    plain = Outline(office.get("ana", "/calls/c-1").text)
    assert plain.words.count(" ".join(text.split())) >= 3
    assert plain.all("script") == plain.all("img") == []
    assert "49" not in plain.words.replace(text, "").split()


def named(person_id: str, name: str) -> Person:
    return Person(
        id=PersonId(person_id),
        name=name,
        email="ana@reploop.test",
        role=Role.REP,
        team_id=TeamId("east"),
    )


def test_a_rep_is_led_to_their_own_profile(office: "Office") -> None:
    answer = office.get("ana", "/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/reps/ana")


def test_a_profile_shows_level_range_calls_tier_trend_and_line(office: "Office") -> None:
    office.scores("ana", 55, 60, 58, 62, 61, 64, 63, 66)
    answer = office.get("ana", "/reps/ana").text
    page = Outline(answer)
    [figure] = [p for p in office_profile(office, "ana") if p.skill_id == "discovery"]
    half = max(1, int(1.645 * figure.standard_error + 0.5))
    assert f"{int(figure.level + 0.5)} ± {half} 8 calls" in page.words
    assert "Developing" in page.words
    assert "over 30 days" in page.words
    [chart] = page.all("svg")
    assert str(chart["aria-label"]).startswith("Discovery from 6 Oct to 24 Nov: from ")
    assert len([c for c in page.all("circle") if c["class"] == "dot"]) == 8
    assert answer.count('href="/calls/ana-discovery-') >= 8


def test_a_profile_says_why_a_level_moved_and_what_changed_since_the_first_figure(
    office: "Office",
) -> None:
    office.scores("ana", 55, 55, 55, 55, 55, 60, 85, 90, 90)
    page = Outline(office.get("ana", "/reps/ana").text)
    assert [d for d in page.all("details") if d.get("class") == "why"]
    assert "Why it moved" in page.words
    assert " 6 new calls" in page.words
    assert "early sign of improving: " in page.words


def test_a_place_among_peers_is_shown_and_none_of_them_is_named(office: "Office") -> None:
    for n in range(7):
        office.hire(f"peer{n}")
        office.scores(f"peer{n}", *[40.0 + 5 * n] * 4)
    office.scores("ana", 90, 90, 90, 90)
    answer = office.get("ana", "/reps/ana").text
    assert "in the highest quarter among 7 peers" in Outline(answer).words
    assert "peer0" not in answer


def test_an_export_has_no_level_from_too_few_calls(office: "Office") -> None:
    office.scores("ana", 60, 70)
    office.scores("ben", 60, 70, 80)
    _, ana, ben = office.get("mia", "/export/scores.csv").text.strip().splitlines()
    assert ",Discovery,,,,2," in ana
    assert ",Discovery,,,,3," not in ben


def office_profile(office: "Office", rep: str) -> list[Proficiency]:
    with office.store.read() as stores:
        return list(stores.profiles.of_reps([PersonId(rep)]))


def test_no_number_is_shown_from_fewer_than_three_calls(office: "Office") -> None:
    office.scores("ana", 60, 70)
    words = Outline(office.get("ana", "/reps/ana").text).words
    assert "too few calls 2 calls" in words
    assert "±" not in words.replace("± is half", "")


def test_an_empty_profile_says_what_will_come(office: "Office") -> None:
    words = Outline(office.get("ana", "/reps/ana").text).words
    assert "No figures yet. They appear here after the first scored call." in words


def test_a_tier_change_names_the_call_that_tipped_it(office: "Office") -> None:
    office.scores("ana", *[20.0] * 8)
    answer = office.get("ana", "/reps/ana").text
    assert "There are now enough calls to say: your Discovery is Needs Work" in answer
    assert "There are now enough calls to say: Ana" not in answer
    assert "Enough calls to say: Ana is Needs Work" in office.get("mia", "/reps/ana").text


def test_a_manager_sees_the_team_by_skill_and_nobody_else(office: "Office") -> None:
    office.scores("ana", 55, 60, 58, 62, 61)
    office.scores("ben", 80, 82, 84, skill=SkillId("closing"))
    office.scores("cy", 80, 82, 84)
    page = Outline(office.get("mia", "/").text)
    assert "Ana" in page.words
    assert "Ben" in page.words
    assert "Cy" not in page.words
    assert "Dee" not in page.words
    assert "Coverage" not in page.words
    cells = [str(a.get("class")) for a in page.all("td")]
    assert [c.split()[0] for c in cells] == ["cell"] * 4
    assert cells.count("cell none") == 2


def test_the_surer_a_figure_the_fuller_its_colour(office: "Office") -> None:
    office.scores("ana", *[60.0 + i % 3 for i in range(40)])
    office.scores("ben", 40, 80, 60)
    fades = [
        str(a["class"]).rpartition("fade-")[2]
        for a in Outline(office.get("mia", "/").text).all("td")
        if "fade-" in str(a.get("class"))
    ]
    assert len(fades) == 2
    assert int(fades[0]) < int(fades[1])


def test_a_team_without_figures_says_so(office: "Office") -> None:
    assert "No figures yet." in office.get("mia", "/").text


def test_revops_sees_coverage_reasons_and_crm_changes(office: "Office") -> None:
    office.call("c-1", "ana")
    office.call("c-2", "ana", state=CallState.SKIPPED, not_scorable=NotScorable.TOO_SHORT)
    office.call("c-3", "ben", state=CallState.WAITING)
    deal = DealRef("salesforce", "006A")
    write = FieldWrite(
        record=RecordRef.of(deal), field="Score__c", old=None, new=64.0, state=WriteState.KEPT_HUMAN
    )
    change = ChangeSet(
        id=ChangeSetId("cs-1"),
        at=datetime(2026, 11, 25, 8, tzinfo=UTC),
        call_id="c-1",
        writes=(write,),
    )
    with office.store.write() as stores:
        stores.deals.put([Deal(ref=deal, name="Acme", stage="Demo", outcome=Outcome.OPEN)])
        stores.changes.add(change)
    words = Outline(office.get("rae", "/").text).words
    assert "Waiting for a transcript 1 Scored 1 Kept, not scored 1" in words
    assert "All 3" in words
    assert "The call was too short to judge. 1" in words
    assert "Acme salesforce Score__c – 64 kept a person's change" in words


def test_revops_sees_that_words_changed_and_not_the_words(office: "Office") -> None:
    deal = DealRef("hubspot", "d1")
    fields = tuple(
        CrmField(name=name, source=source, kind=FieldKind.TEXT, label=name)
        for name, source in (("step", "next_step"), ("focus", "owner_focus"))
    )
    writes = tuple(
        FieldWrite(record=RecordRef.of(deal), field=f, old=None, new=f"xylophone {f}",
                   state=WriteState.WRITTEN)
        for f in ("step", "focus", "unmapped")
    )  # fmt: skip
    change = ChangeSet(
        id=ChangeSetId("s1"),
        at=datetime(2026, 11, 25, 8, tzinfo=UTC),
        call_id=CallId("c-1"),
        writes=writes,
    )
    with office.store.write() as stores:
        stores.changes.add(change)
        rae = stores.people.organisation().person(PersonId("rae"))
    assert rae is not None
    services = replace(office.services, crm_fields={"hubspot": fields})
    coverage = home_page(rae, services).coverage
    assert coverage is not None
    shown = {w.field: (w.old, w.new) for w in coverage.change_sets[0].writes}
    assert shown == {
        "step": (None, HIDDEN),
        "focus": (None, "xylophone focus"),
        "unmapped": (None, HIDDEN),
    }
    assert "xylophone" not in office.get("rae", "/").text


def test_coverage_adds_up() -> None:
    coverage = Coverage(
        states=((CallState.SCORED, 3), (CallState.SKIPPED, 2)),
        reasons=(),
        unscored=(),
        change_sets=(),
        deals={},
    )
    assert coverage.total == 5


@pytest.mark.parametrize(("who", "path"), [("mia", "/"), ("rae", "/"), ("ana", "/reps/ana")])
def test_pages_have_one_main_one_h1_and_a_caption_for_every_table(
    office: "Office", who: str, path: str
) -> None:
    office.call("c-1", "ana", call_type=CallType.DEMO)
    office.scores("ana", 55, 60, 58, 62, 61)
    page = Outline(office.get(who, path).text)
    assert len(page.all("main")) == len(page.all("h1")) == 1
    assert len(page.all("table")) == len(page.all("caption")) >= 1
    assert all(th.get("scope") for th in page.all("th"))
    assert page.all("html") == [{"lang": "en"}]
    assert [a for _, a in page.tags if "style" in a or "onclick" in a] == []


def test_the_style_sheet_is_served_from_its_own_address_for_a_year(office: "Office") -> None:
    page = Outline(office.get("mia", "/").text)
    [sheet] = [a for a in page.all("link") if a.get("rel") == "stylesheet"]
    answer = office.get(None, str(sheet["href"]))
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_head_answers_like_get_without_a_body(office: "Office") -> None:
    office.call("c-1", "ana")
    office.get("ana", "/calls/c-1")
    answer = office.client.head("/calls/c-1")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_score_of_a_rubric_that_is_gone_is_still_shown(office: "Office") -> None:
    office.call("c-1", "ana")
    with office.store.read() as stores:
        ana = stores.people.organisation().person(PersonId("ana"))
    assert ana is not None
    bare = replace(office.services, rubrics=RubricLibrary(()))
    assert [row.title for row in call_page(ana, CallId("c-1"), bare).criteria] == ["asks", "closes"]

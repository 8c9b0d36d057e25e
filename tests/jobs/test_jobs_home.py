"""A home shows what its owner may see when it is published, and follows what changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.actions import Action, Form
from domain.appeals import Appeal, AppealId
from domain.attention import Preferences
from domain.calls import CallId
from domain.effects import EffectKind, Queue
from domain.homes import CompanyHome, Home, ManagerHome, NobodyHome, RepHome
from domain.people import Person, PersonId, Role, Team
from domain.rubrics import CriterionId
from domain.webhooks import Delivery
from domain.wording import enough
from jobs.attention import preferences_of
from jobs.home import refresh_homes
from jobs.home_acts import kinds_for
from tests.jobs.fakes import (
    ANA,
    EAST,
    MIA,
    NOW,
    OTTO,
    RINA,
    House,
    fetched,
    talk,
)


def does(house: House, name: str, by: Person | str = ANA, **more: object) -> None:
    """Somebody acts; everything that follows is done."""
    number = f"a{len(house.actions)}"
    user = by if isinstance(by, str) else by.slack_user_id or ""
    house.actions[number] = Action(id=number, by=user, name=name, **more)  # type: ignore[arg-type]
    house.database.keep_deliveries([Delivery("slack", number, "act", house.clock, b"{}")])
    house.work(Queue.INGEST, Queue.DELIVER)


def opens(house: House, by: Person | str = ANA) -> Home:
    """What the person sees when they open the app."""
    does(house, "home.opened", by)
    return last_home(house)


def last_home(house: House) -> Home:
    notice = house.messenger.homes[-1][1]
    assert isinstance(notice, Home)
    return notice


def rep_home(house: House) -> RepHome:
    part = opens(house).part
    assert isinstance(part, RepHome)
    return part


def manager_home(house: House, manager: Person = MIA) -> ManagerHome:
    part = opens(house, manager).part
    assert isinstance(part, ManagerHome)
    return part


def some_calls(house: House, number: int = 4, step: int = 2) -> None:
    for n in range(number):
        house.put_ready(f"c{step}{n}", talk(step), days_ago=10.0 - n)
    house.work(Queue.SCORE)


# ── reps ────────────────────────────────────────────────────────────────────────────────


def test_a_new_rep_sees_an_empty_home(house: House) -> None:
    assert rep_home(house) == RepHome()


def test_a_rep_sees_their_own_skills_and_calls_newest_first(house: House) -> None:
    some_calls(house)
    found = rep_home(house)
    assert [each.skill_name for each in found.skills] == ["Next steps", "Questioning"]
    assert all(enough(each.proficiency) for each in found.skills)
    assert [call.call_id for call in found.calls] == ["c23", "c22", "c21", "c20"]


def test_why_a_figure_moved_is_said_in_parts_that_add_up(house: House) -> None:
    some_calls(house)
    house.go_on(hours=1)
    some_calls(house, 3, step=4)
    found = rep_home(house)
    assert 1 <= len(found.moves) <= 2
    for move in found.moves:
        assert sum(tenths for _, tenths, _ in move.parts) == move.after - move.before != 0


def test_a_rep_sees_who_looked(house: House) -> None:
    some_calls(house)
    opens(house, MIA)
    assert [str(each.values["name"]) for each in rep_home(house).viewers] == ["Mia Sand"]


def test_opening_ones_own_home_is_no_look(house: House) -> None:
    some_calls(house)
    opens(house)
    assert rep_home(house).viewers == ()


# ── managers ────────────────────────────────────────────────────────────────────────────


def test_a_manager_sees_their_own_team(house: House) -> None:
    some_calls(house)
    found = manager_home(house)
    assert [line.rep_name for line in found.team] == ["Ana Lee", "Ben Hart"]
    assert [each.skill_name for each in found.team[0].skills] == ["Next steps", "Questioning"]
    assert found.team[1].skills == ()


def test_another_manager_sees_nothing_of_it(house: House) -> None:
    some_calls(house)
    assert [line.rep_name for line in manager_home(house, OTTO).team] == ["Wim Ferris"]


def test_an_ex_managers_home_is_published_without_the_team_though_nobody_opens_it(
    house: House,
) -> None:
    opens(house, MIA)
    house.change(teams=[Team(EAST, "East", OTTO.id)])
    assert refresh_homes(house.services) == 1
    house.work(Queue.DELIVER)
    (to, notice) = house.messenger.homes[-1]
    assert to.id == MIA.id
    assert isinstance(notice, Home)
    assert isinstance(notice.part, ManagerHome)
    assert notice.part.team == ()


def test_homes_whose_rights_stand_are_left_alone(house: House) -> None:
    opens(house, MIA)
    opens(house, ANA)
    assert refresh_homes(house.services) == 0


def test_a_manager_who_became_a_rep_sees_a_reps_home(house: House) -> None:
    opens(house, MIA)
    house.change(replace(MIA, role=Role.REP))
    refresh_homes(house.services)
    house.work(Queue.DELIVER)
    assert isinstance(last_home(house).part, RepHome)


def test_an_open_appeal_stands_on_the_home_of_who_decides_it(house: House) -> None:
    appeal = Appeal(
        id=AppealId("ap1"), call_id=CallId("c1"), call_version=1,
        criterion_id=CriterionId("dated_step"), rubric_name="discovery", rubric_version=1,
        rep_id=ANA.id, opened_at=NOW, reason="I named a day.", grader_level=1,
    )  # fmt: skip
    with house.database.write() as tx:
        tx.appeals.put(appeal)
    assert manager_home(house).appeals == (("ap1", "Ana Lee"),)
    assert manager_home(house, OTTO).appeals == ()


def test_the_agenda_on_the_home_is_this_weeks(house: House) -> None:
    from jobs.plan_agendas import plan_agendas

    some_calls(house)
    house.clock = datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert manager_home(house).agenda is None
    plan_agendas(house.services)
    agenda = manager_home(house).agenda
    assert agenda is not None
    assert agenda.week == "2026-W49"
    house.go_on(days=7)
    assert manager_home(house).agenda is None


# ── others ──────────────────────────────────────────────────────────────────────────────


def test_revops_sees_numbers_about_no_person(house: House) -> None:
    house.scored("m1", fetched(talk()))
    house.work(Queue.DELIVER)
    part = opens(house, RINA).part
    assert isinstance(part, CompanyHome)
    assert part.calls == (("scored", 1),)
    assert [(rate.kind, rate.sent, rate.acted) for rate in part.rates] == [
        (EffectKind.SLACK_CALL_SCORED, 1, 0)
    ]


def test_who_is_not_known_is_told_so_and_sees_nothing_else(house: House) -> None:
    found = opens(house, "UGUEST")
    assert found == Home(part=NobodyHome())
    assert house.messenger.homes[-1][0].slack_user_id == "UGUEST"


def test_the_home_of_who_left_is_emptied(house: House) -> None:
    some_calls(house)
    opens(house)
    house.change(replace(ANA, active=False))
    refresh_homes(house.services)
    house.work(Queue.DELIVER)
    assert last_home(house) == Home(part=NobodyHome())


# ── what brings it up to date ───────────────────────────────────────────────────────────


def published(house: House) -> list[PersonId]:
    """Whose home was published since it was last asked."""
    found = [to.id for to, _ in house.messenger.homes]
    house.messenger.homes.clear()
    return sorted(found)


def test_a_scored_call_brings_the_homes_of_rep_and_manager_up_to_date(house: House) -> None:
    opens(house)
    opens(house, MIA)
    published(house)
    house.scored("m1", fetched(talk()))
    house.work(Queue.DELIVER)
    house.work(Queue.DELIVER)
    assert set(published(house)) == {ANA.id, MIA.id}


def test_nothing_is_published_for_who_never_opened_theirs(house: House) -> None:
    house.scored("m1", fetched(talk()))
    house.work(Queue.DELIVER)
    house.work(Queue.DELIVER)
    assert published(house) == []


# ── preferences ─────────────────────────────────────────────────────────────────────────


def preferences(house: House, person: Person = ANA) -> Preferences:
    with house.database.read() as tx:
        return preferences_of(person, tx, house.services)


def test_a_snooze_lasts_until_the_persons_own_morning(house: House) -> None:
    house.change(replace(ANA, time_zone="Asia/Tokyo"))
    does(house, "home.snooze", value={"until": "tomorrow"})
    chosen = preferences(house)
    assert chosen.snoozed_until is not None
    local = chosen.snoozed_until.astimezone(ZoneInfo("Asia/Tokyo"))
    assert (local.date(), local.hour) == (NOW.date() + timedelta(days=1), 8)
    assert last_home(house).preferences == chosen


def test_what_the_company_changes_later_reaches_who_snoozed_or_chose_something_else(
    house: House,
) -> None:
    usual = house.services.thresholds.attention
    saves(house, cap=(f"{usual.weekly_cap}",), in_digest=("slack.tier_change",))
    does(house, "home.snooze", value={"until": "tomorrow"})
    company = replace(usual, weekly_cap=3, quiet_from=17)
    thresholds = replace(house.services.thresholds, attention=company)
    house.services = house.services_with(thresholds=thresholds)
    chosen = preferences(house)
    assert (chosen.weekly_cap, chosen.quiet_from) == (3, 17)
    assert chosen.in_digest == (EffectKind.SLACK_TIER_CHANGE,)
    assert chosen.snoozed_until is not None


def test_a_snooze_can_be_ended(house: House) -> None:
    does(house, "home.snooze", value={"until": "two_weeks"})
    does(house, "home.snooze", value={"until": "off"})
    chosen = preferences(house)
    assert chosen.snoozed_until is None


def saves(house: House, **fields: tuple[str, ...]) -> Preferences:
    does(house, "home.preferences", fields=fields)
    return preferences(house)


def test_what_is_chosen_in_the_form_is_kept(house: House) -> None:
    chosen = saves(
        house,
        quiet_from=("20",),
        quiet_until=("7",),
        weekend=("no",),
        cap=("5",),
        in_digest=("slack.tier_change",),
        language=("de",),
    )
    assert chosen == Preferences(
        quiet_from=20,
        quiet_until=7,
        quiet_weekend=False,
        weekly_cap=5,
        in_digest=(EffectKind.SLACK_TIER_CHANGE,),
    )
    with house.database.read() as tx:
        ana = tx.people.organisation().person(ANA.id)
    assert ana is not None
    assert ana.language == "de"


def test_no_kind_chosen_is_none_in_the_digest(house: House) -> None:
    saves(house, in_digest=("slack.tier_change",))
    assert saves(house).in_digest == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"quiet_from": ("24",), "cap": ("0",), "weekend": ("maybe",)},
        {"quiet_from": ("-1",), "cap": ("²",), "language": ("xx",)},
        {"quiet_until": ("",), "cap": ("99999",), "in_digest": ("slack.agenda", "nonsense")},
    ],
)
def test_what_the_form_never_offered_changes_nothing(
    house: House, fields: dict[str, tuple[str, ...]]
) -> None:
    usual = house.services.thresholds.attention
    assert saves(house, **fields) == usual


def test_the_form_begins_with_what_is_chosen(house: House) -> None:
    saves(house, quiet_from=("21",), cap=("20",), in_digest=("slack.clip",))
    does(house, "home.preferences", form_id="f1")
    (form_id, _, form) = house.messenger.forms[-1]
    assert form_id == "f1"
    assert isinstance(form, Form)
    chosen = {field.name: field.chosen for field in form.fields}
    assert (chosen["quiet_from"], chosen["cap"]) == (("21",), ("20",))
    assert chosen["in_digest"] == ("slack.clip",)


def test_each_role_is_offered_the_kinds_it_is_sent() -> None:
    assert EffectKind.SLACK_APPEAL in kinds_for(Role.MANAGER)
    assert EffectKind.SLACK_APPEAL not in kinds_for(Role.REP)
    assert kinds_for(Role.ADMIN) == (EffectKind.SLACK_CRM_REPORT,)

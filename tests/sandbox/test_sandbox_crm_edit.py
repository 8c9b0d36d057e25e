"""Editing by hand on the page of CRM records: what the vendor would not take is not taken."""

from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from sandbox.world import World

NONE: Mapping[str, str] = {}
COMPANY = CrmCompany(
    users=(CrmUser("ana@seller.example", "Ana Ruiz"),),
    contacts=(),
    deals=(
        CrmDeal(key="d", name="D", account="A", owner_email="ana@seller.example", stage="Open"),
    ),
)


@pytest.fixture
def world() -> World:
    made = World()
    made.deal_ids = made.hubspot.load(COMPANY)
    deals = made.hubspot.portal.tables["deals"]
    for name, kind in (("score", "number"), ("day", "date"), ("note", "string")):
        deals.properties[name] = {"label": name.capitalize(), "type": kind}
    return made


def typed(
    world: World, label: str, value: str, other: Mapping[str, str] = NONE
) -> tuple[int, object]:
    deal = world.deal_ids["d"]
    form = {"crm": "hubspot", "id": deal, "label": label, "value": value} | dict(other)
    answer = TestClient(world.app, follow_redirects=False).post("/pages/crm/edit", data=form)
    return answer.status_code, world.hubspot.value(deal, label.lower())


def test_what_fits_the_field_is_kept(world: World) -> None:
    assert typed(world, "Score", "62") == (303, 62.0)
    assert typed(world, "Day", "2026-12-24") == (303, "2026-12-24")
    assert typed(world, "Note", "tomorrow") == (303, "tomorrow")
    assert typed(world, "Day", "") == (303, None)


def test_what_does_not_fit_an_empty_field_is_refused(world: World) -> None:
    assert typed(world, "Score", "many") == (400, None)
    assert typed(world, "Day", "tomorrow") == (400, None)


@pytest.mark.parametrize("other", [{"crm": "none"}, {"id": "4711"}, {"label": "No such field"}])
def test_an_edit_of_something_unknown_changes_nothing(world: World, other: dict[str, str]) -> None:
    assert typed(world, "Score", "62", other) == (404, None)

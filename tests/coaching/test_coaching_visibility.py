"""Who may see whom: every role, at this moment, and nobody by default."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coaching.visibility import may_see_rep, may_see_text, visible_reps
from domain.people import Organisation, Person, PersonId, Role

Find = Callable[[str], Person]


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        ("ilse", ["ilse"]),
        ("petra", ["bruno", "ilse"]),
        ("oskar", ["wanda"]),
        ("rina", ["bruno", "ilse", "jakob", "wanda"]),
        ("adam", ["bruno", "ilse", "jakob", "wanda"]),
        ("jakob", []),
        ("lotte", []),
    ],
)
def test_each_role_sees_its_reps_by_name(
    viewer: str, seen: list[str], organisation: Organisation, person: Find
) -> None:
    assert [rep.id for rep in visible_reps(person(viewer), organisation)] == seen


def test_a_stranger_to_the_organisation_sees_nobody(
    organisation: Organisation, person: Find
) -> None:
    stranger = replace(person("adam"), id=PersonId("mallory"))
    assert visible_reps(stranger, organisation) == ()
    assert not may_see_text(stranger, person("ilse"), organisation)


def test_rights_are_those_of_the_organisation_not_of_an_old_copy_of_the_viewer(
    organisation: Organisation, person: Find
) -> None:
    claims = replace(person("bruno"), role=Role.ADMIN)
    assert [rep.id for rep in visible_reps(claims, organisation)] == ["bruno"]


def test_a_manager_who_handed_the_team_over_sees_none_of_it(
    organisation: Organisation, person: Find
) -> None:
    north, south = organisation.teams
    handed = replace(organisation, teams=(replace(north, manager_id=PersonId("oskar")), south))
    assert visible_reps(person("petra"), handed) == ()
    assert not may_see_text(person("petra"), person("ilse"), handed)
    assert [rep.id for rep in visible_reps(person("oskar"), handed)] == ["bruno", "ilse", "wanda"]


def test_a_rep_named_as_manager_of_a_team_still_sees_only_themself(
    organisation: Organisation, person: Find
) -> None:
    north, south = organisation.teams
    odd = replace(organisation, teams=(replace(north, manager_id=PersonId("wanda")), south))
    assert [rep.id for rep in visible_reps(person("wanda"), odd)] == ["wanda"]


@pytest.mark.parametrize(
    ("viewer", "rep", "allowed"),
    [
        ("ilse", "ilse", True),
        ("ilse", "bruno", False),
        ("petra", "ilse", True),
        ("petra", "wanda", False),
        ("petra", "jakob", False),
        ("oskar", "ilse", False),
        ("rina", "ilse", False),
        ("adam", "ilse", False),
        ("jakob", "jakob", False),
        ("lotte", "ilse", False),
    ],
)
def test_words_are_for_the_rep_and_the_present_manager(
    viewer: str, rep: str, allowed: bool, organisation: Organisation, person: Find
) -> None:
    assert may_see_text(person(viewer), person(rep), organisation) is allowed


@pytest.mark.parametrize(
    ("viewer", "rep", "allowed"),
    [
        ("ilse", "ilse", True),
        ("ilse", "bruno", False),
        ("petra", "bruno", True),
        ("petra", "wanda", False),
        ("rina", "wanda", True),
        ("petra", "petra", False),
        ("rina", "nobody", False),
    ],
)
def test_figures_are_for_those_who_see_the_rep(
    viewer: str, rep: str, allowed: bool, organisation: Organisation, person: Find
) -> None:
    assert may_see_rep(person(viewer), PersonId(rep), organisation) is allowed

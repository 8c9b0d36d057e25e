import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, NewType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.agendas import Agenda
from domain.clips import Clip
from domain.crm import FieldValue
from domain.deals import Deal
from domain.scores import CriterionScore
from domain.skills import Proficiency, TierChange
from store.codec import ShapeError, from_json, to_json
from tests.store.samples import a_card, a_deal, a_proficiency, an_agenda

Name = NewType("Name", str)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Everything:
    name: Name
    colour: Colour | None
    at: datetime
    day: date
    pairs: tuple[tuple[str, float], ...]
    by_colour: Mapping[Colour, int]
    value: str | float | None
    flag: bool
    note: str = "none"


finite = st.floats(allow_nan=False, allow_infinity=False)
moments = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001 - same
    timezones=st.timezones(),
)
everything = st.builds(
    Everything,
    name=st.text().map(Name),
    colour=st.none() | st.sampled_from(Colour),
    at=moments,
    day=st.dates(),
    pairs=st.lists(st.tuples(st.text(), finite)).map(tuple),
    by_colour=st.dictionaries(st.sampled_from(Colour), st.integers()),
    value=st.none() | st.text() | finite,
    flag=st.booleans(),
    note=st.text(),
)


def through_text(value: Any) -> Any:
    return json.loads(json.dumps(to_json(value), allow_nan=False))


@given(everything)
@settings(max_examples=60, deadline=None)
def test_every_value_comes_back_as_it_was(value: Everything) -> None:
    # Python calls an hour that the end of summer repeats unequal to itself in another zone.
    kept = replace(value, at=value.at.astimezone(UTC))
    assert from_json(Everything, through_text(value)) == kept


@pytest.mark.parametrize("value", [a_deal(), a_proficiency(), an_agenda(), a_card()])
def test_domain_values_come_back_as_they_were(value: Any) -> None:
    assert from_json(type(value), through_text(value)) == value


def test_moments_are_kept_in_utc() -> None:
    moment = datetime(2026, 1, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    assert to_json(moment) == "2025-12-31T23:00:00+00:00"


def test_a_whole_number_is_read_where_a_float_stands() -> None:
    level = from_json(float, 5)
    assert (level, type(level)) == (5.0, float)


def test_a_field_that_old_rows_lack_takes_its_default() -> None:
    data = through_text(an_agenda())
    del data["skipped_calls"]
    assert from_json(Agenda, data).skipped_calls == 0


@pytest.mark.parametrize(
    ("shape", "data"),
    [
        (str, 1),
        (int, True),
        (int, 1.0),
        (bool, 1),
        (float, "1.0"),
        (Colour, "blue"),
        (datetime, "2026-01-01T00:00:00"),
        (datetime, "soon"),
        (date, "2026-02-30"),
        (date, 7),
        (tuple[str, ...], "abc"),
        (tuple[str, float], ["a"]),
        (tuple[str, float], ["a", 1.0, 2.0]),
        (Mapping[str, int], [1]),
        (Mapping[str, int], {"a": "b"}),
        (FieldValue, []),
        (FieldValue, True),
        (Deal, {"name": "Acme"}),
        (Deal, {**to_json(a_deal()), "colour": "red"}),
        (
            CriterionScore,
            {"criterion_id": "c", "skill_ids": [], "level": 1, "not_scored": "no_reader"},
        ),
        (Clip, None),
    ],
)
def test_another_shape_is_refused(shape: Any, data: Any) -> None:
    with pytest.raises(ShapeError):
        from_json(shape, data)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 1, 1),  # noqa: DTZ001 - what is refused
        float("nan"),
        float("-inf"),
        b"bytes",
        {1: "number as key"},
        object(),
        {"a", "set"},
        Proficiency,
    ],
)
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(ShapeError):
        to_json(value)


def test_a_union_whose_members_look_alike_is_refused() -> None:
    with pytest.raises(ShapeError, match="2 of"):
        from_json(str | Name, "which?")  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", [bytes, object, set[str]])
def test_a_shape_nobody_can_read_is_refused(shape: Any) -> None:
    with pytest.raises(ShapeError, match="no way to read"):
        from_json(shape, "")


def test_reading_names_the_type_and_the_field_but_no_content() -> None:
    with pytest.raises(ShapeError, match="TierChange: missing fields") as refused:
        from_json(TierChange, {"rep_id": "secret name"})
    assert "secret" not in str(refused.value)


def test_moments_come_back_in_utc() -> None:
    assert from_json(datetime, "2026-01-01T02:00:00+02:00") == datetime(2026, 1, 1, tzinfo=UTC)

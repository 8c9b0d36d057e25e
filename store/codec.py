"""Domain values to JSON and back, written once for every type that is kept as JSON.

Understood: dataclasses, enums, moments and dates (ISO text, moments in UTC), tuples,
mappings with text keys, unions, and the plain JSON values. Reading is strict: a value
of another shape raises, and so does a field nobody knows. A field that is missing takes
its default, so that a type can gain fields without rewriting old rows.
"""

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast

T = TypeVar("T")
_PLAIN = (str, bool, int, float, types.NoneType)


class ShapeError(ValueError):
    """A value cannot be kept as JSON, or JSON is not of the shape that is asked for."""


def to_json(value: Any) -> Any:
    """What ``json.dumps`` takes. Raises ``ShapeError`` for a type it does not know.

    Also refused: moments without a time zone, and NaN and infinities, which are not JSON.
    """
    match value:
        case Enum():
            return value.value
        case date():  # moments are dates too
            return _date_text(value)
        case None | str() | bool() | int() | float():
            return _finite(value)
        case list() | tuple():
            return [to_json(item) for item in value]
        case Mapping():
            return {_key_text(key): to_json(item) for key, item in value.items()}
    names = _field_names(cast("Hashable", type(value)))
    return {name: to_json(getattr(value, name)) for name in names}


def from_json(shape: type[T], data: Any) -> T:
    """Read ``data`` as a ``shape``. Raises ``ShapeError`` where it is not one."""
    reader: _Reader = _reader(cast("Hashable", shape))
    read: T = reader(data)
    return read


def _date_text(day: date) -> str:
    if not isinstance(day, datetime):
        return day.isoformat()
    if day.utcoffset() is None:
        raise ShapeError(f"a moment without a time zone cannot be kept: {day!r}")
    return day.astimezone(UTC).isoformat()


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise ShapeError(f"{value} cannot be kept as JSON")
    return value


@cache
def _field_names(shape: Any) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(shape):
        raise ShapeError(f"a {shape.__name__} cannot be kept as JSON")
    return tuple(f.name for f in dataclasses.fields(shape) if f.init)


def _key_text(key: Any) -> str:
    text = key.value if isinstance(key, Enum) else key
    if not isinstance(text, str):
        raise ShapeError(f"keys must be text, not {type(key).__name__}")
    return text


_Reader = Callable[[Any], Any]


@cache
def _reader(shape: Any) -> _Reader:
    if isinstance(shape, NewType):
        return _reader(shape.__supertype__)
    origin = typing.get_origin(shape)
    if origin in (Union, types.UnionType):
        return _union_reader(typing.get_args(shape))
    if origin is tuple:
        return _tuple_reader(typing.get_args(shape))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_reader(*typing.get_args(shape))
    if not isinstance(shape, type):
        raise ShapeError(f"no way to read {shape!r}")
    return _class_reader(shape)


def _class_reader(shape: type) -> _Reader:
    if dataclasses.is_dataclass(shape):
        return _dataclass_reader(shape)
    if issubclass(shape, Enum):
        return _parsed(shape, shape)
    if shape is datetime:
        return _parsed(_aware, shape)
    if shape is date:
        return _parsed(date.fromisoformat, shape)
    if shape in _PLAIN:
        return _plain_reader(shape)
    raise ShapeError(f"no way to read a {shape.__name__}")


def _plain_reader(shape: type) -> _Reader:
    def read(data: Any) -> Any:
        if type(data) is shape:
            return data
        if shape is float and type(data) is int:  # 5.0 may have been written as 5
            return float(data)
        raise ShapeError(f"expected {shape.__name__}, found {type(data).__name__}")

    return read


def _parsed(parse: Callable[[Any], Any], shape: type) -> _Reader:
    def read(data: Any) -> Any:
        try:
            return parse(data)
        except (ValueError, TypeError) as error:
            raise ShapeError(f"not a {shape.__name__}: {type(data).__name__}") from error

    return read


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ShapeError("a moment without a time zone")
    return moment


def _union_reader(members: tuple[Any, ...]) -> _Reader:
    readers = [_reader(member) for member in members]

    def read(data: Any) -> Any:
        found = []
        for reader in readers:
            try:
                found.append(reader(data))
            except ShapeError:
                continue
        if len(found) != 1:
            raise ShapeError(f"{len(found)} of {members} fit a {type(data).__name__}")
        return found[0]

    return read


def _tuple_reader(members: tuple[Any, ...]) -> _Reader:
    if len(members) == 2 and members[1] is Ellipsis:
        item = _reader(members[0])
        return lambda data: tuple(item(value) for value in _listed(data))
    readers = [_reader(member) for member in members]

    def read(data: Any) -> Any:
        values = _listed(data)
        if len(values) != len(readers):
            raise ShapeError(f"expected {len(readers)} items, found {len(values)}")
        return tuple(reader(value) for reader, value in zip(readers, values, strict=True))

    return read


def _listed(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise ShapeError(f"expected a list, found {type(data).__name__}")
    return data


def _mapping_reader(key: Any, value: Any) -> _Reader:
    read_key, read_value = _reader(key), _reader(value)

    def read(data: Any) -> Any:
        return {read_key(k): read_value(v) for k, v in _object(data).items()}

    return read


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ShapeError(f"expected an object, found {type(data).__name__}")
    return data


def _dataclass_reader(shape: type) -> _Reader:
    @cache
    def readers() -> Mapping[str, _Reader]:  # when first read: a type may hold its own kind
        hints = typing.get_type_hints(shape)
        return {f.name: _reader(hints[f.name]) for f in dataclasses.fields(shape) if f.init}

    needed = {
        f.name
        for f in dataclasses.fields(shape)
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    }

    def read(data: Any) -> Any:
        given, known = _object(data), readers()
        if unknown := given.keys() - known.keys():
            raise ShapeError(f"{shape.__name__}: unknown fields {sorted(unknown)}")
        if missing := needed - given.keys():
            raise ShapeError(f"{shape.__name__}: missing fields {sorted(missing)}")
        try:
            return shape(**{name: known[name](value) for name, value in given.items()})
        except ShapeError as error:
            raise ShapeError(f"{shape.__name__}: {error}") from error
        except ValueError as error:  # the type's own rules, such as CriterionScore's
            raise ShapeError(f"{shape.__name__}: {error}") from error

    return read

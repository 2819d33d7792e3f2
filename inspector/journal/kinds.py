"""How a kind of thing declares its fields, once: checks of values, heads and projections follow from that.

A kind is a frozen dataclass below `Thing`; its annotations say how each value is written in the journal. Every field has
a default, since a thing is gathered field by field. No field is ever renamed or used for something else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from inspector import ids
from inspector.errors import Code, Problem, Trouble
from inspector.ids import Json

MOST_TEXT = 20_000
"""Characters that one text may have; the longest 现场情况 seen in practice is a tenth of that."""

MOST_DIGITS = 30
"""Digits that a number may have before and after the point."""


@dataclass(frozen=True)
class Thing:
    """A thing with an id, read from the heads of its fields."""

    kind: ClassVar[str] = ""
    office_only: ClassVar[bool] = False
    """Whether, once a laptop belongs to an office, only the office's own device can write it."""
    placed: ClassVar[bool] = False
    """Whether its place is there before anything is said of it: undo empties it, and does not remove it."""
    id: str = ""


T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Field:
    """One field: how its value is written and read."""

    name: str
    write: Callable[[Any], Json]
    read: Callable[[Json], Any]


@dataclass(frozen=True)
class Kind:
    """A kind of thing with its fields by name."""

    name: str
    cls: type[Thing]
    fields: Mapping[str, Field]

    @classmethod
    def of(cls, thing: type[Thing]) -> "Kind":
        hints = get_type_hints(thing)
        declared = {}
        for f in fields(thing):
            if f.name == "id":
                continue
            if f.default is MISSING and f.default_factory is MISSING:
                raise TypeError(f"{thing.__name__}.{f.name} needs a default")
            declared[f.name] = Field(f.name, *_codec(hints[f.name]))
        return cls(thing.kind, thing, declared)

    def encode(self, field: str, value: object) -> Json:
        """A value of the field as the journal has it; None takes the field back to its default.

        Raises:
            Trouble: FIELD_UNKNOWN, VALUE_INVALID.
        """
        if field not in self.fields:
            raise Trouble(Code.FIELD_UNKNOWN, kind=self.name, field=field)
        if value is None:
            return None
        try:
            return self.fields[field].write(value)
        except (TypeError, ValueError) as error:
            problem = Problem("value_malformed", f"{self.name}/{field}", {"value": str(value)[:80]})
            raise Trouble(Code.VALUE_INVALID, problems=(problem,), what=self.name) from error

    def assemble(self, entity: str, values: Mapping[str, Json]) -> Thing:
        """The thing that the *values* describe; unknown fields and unreadable values are left to newer versions."""
        found: dict[str, object] = {}
        for name, field in self.fields.items():
            stored = values.get(name)
            if stored is None:
                continue
            try:
                found[name] = field.read(stored)
            except (TypeError, ValueError):
                continue
        return self.cls(id=entity, **cast("dict[str, Any]", found))


class Kinds:
    """All kinds that this version knows; others are stored and passed on, and not projected."""

    def __init__(self, things: Iterable[type[Thing]]) -> None:
        self._by_name: dict[str, Kind] = {}
        for thing in things:
            if not thing.kind or thing.kind in self._by_name:
                raise TypeError(f"{thing.__name__} needs a kind of its own")
            self._by_name[thing.kind] = Kind.of(thing)

    def get(self, name: str) -> Kind | None:
        return self._by_name.get(name)

    def __getitem__(self, name: str) -> Kind:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def shape(self) -> Json:
        """What is known of every kind: states and lists that were made with another shape are to be made anew."""
        known = sorted(self._by_name.items())
        return [[name, kind.cls.office_only, [*sorted(kind.fields)]] for name, kind in known]

    def office_only(self, name: str) -> bool:
        known = self._by_name.get(name)
        return known is not None and known.cls.office_only

    def is_placed(self, name: str) -> bool:
        known = self._by_name.get(name)
        return known is not None and known.cls.placed


def _codec(hint: Any) -> tuple[Callable[[Any], Json], Callable[[Json], Any]]:
    """How values of a type are written and read; both sides raise TypeError or ValueError for what is none of them."""
    if hint is str:
        return _write_text, _exactly(str)
    if hint is bool or hint is int:
        return _exactly(hint), _exactly(hint)
    if hint is Decimal:
        return _write_decimal, lambda v: _decimal(_exactly(str)(v))
    if hint is datetime:
        return _write_instant, _read_instant
    if hint is date:
        return lambda v: _exactly(date)(v).isoformat(), lambda v: date.fromisoformat(_exactly(str)(v))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda v: hint(v).value, lambda v: hint(_exactly(str)(v))
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments[1:] == (...,):
        write, read = _codec(arguments[0])
        return (
            lambda v: [write(item) for item in _exactly(tuple, list)(v)],
            lambda v: tuple(read(item) for item in _exactly(list)(v)),
        )
    if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is type(None):
        return _codec(arguments[0])
    if origin is Mapping:
        return _write_mapping, _exactly(dict)
    raise TypeError(f"no way to write {hint!r} in the journal")


def _exactly(*kinds: type) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"{type(value).__name__} is not {kinds[0].__name__}")
        return value

    return checked


def _write_text(value: Any) -> Json:
    text: str = value.value if isinstance(value, StrEnum) else _exactly(str)(value)
    if len(text) > MOST_TEXT:
        raise ValueError("too long")
    text.encode("utf-8")  # a lone surrogate has no canonical form
    return text


def _decimal(text: str | int | Decimal) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("not a decimal number") from error
    if not number.is_finite() or max(abs(number.adjusted()), -int(number.as_tuple().exponent)) > MOST_DIGITS:
        raise ValueError("not a number of a size that is counted in")
    return number


def _write_decimal(value: Any) -> Json:
    return format(_decimal(_exactly(Decimal, int, str)(value)), "f")


def _write_instant(value: Any) -> Json:
    if _exactly(datetime)(value).utcoffset() is None:
        raise ValueError("an instant carries its offset")
    text: str = value.isoformat(timespec="seconds")
    return text


def _read_instant(stored: Json) -> datetime:
    instant = datetime.fromisoformat(_exactly(str)(stored))
    if instant.utcoffset() is None:
        raise ValueError("an instant carries its offset")
    return instant


def _write_mapping(value: Any) -> Json:
    stored = dict(value)
    ids.canonical(stored)
    return cast("Json", stored)

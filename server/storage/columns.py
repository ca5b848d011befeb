"""Column types of our own: aware times, msgspec values as JSON text, and enums by their value.

All are plain TEXT, DATETIME or VARCHAR in the database, so that SQLite and PostgreSQL hold the same rows.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, Text
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")

LARGE = BigInteger().with_variant(Integer(), "sqlite")
"""A number up to 2^53, as players count; SQLite's own INTEGER holds it."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. A naive one is refused: it would be somebody's guess."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To the database: UTC without a zone. Raises ValueError for a naive time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be kept")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database: aware again, in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Stored(TypeDecorator[T], Generic[T]):
    """A value of a msgspec type as JSON text. It counts as changed only when it is set anew: treat it as frozen."""

    impl = Text
    cache_ok = True

    def __init__(self, type_: Any) -> None:
        super().__init__()
        self.type_ = type_

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database: JSON with sorted keys, so that equal values are equal text."""
        return None if value is None else msgspec.json.encode(value, order="deterministic").decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:  # noqa: ARG002
        """From the database: decoded strictly. Raises msgspec.ValidationError for a row nobody here wrote."""
        return None if value is None else msgspec.json.decode(value, type=self.type_)


def choice(enum: type[StrEnum]) -> Enum:
    """A column that holds one of `enum`'s values as text."""
    return Enum(
        enum, native_enum=False, length=24, values_callable=lambda members: [member.value for member in members]
    )

"""Tables of what became of deals. What is searched is a column, all else JSON."""

from datetime import datetime
from typing import Any

from sqlmodel import Field

from store.columns import CleanJson, CleanText, UtcDateTime
from store.tables import Rows


class DealMoveRow(Rows, table=True):
    """One move of a deal; ``nth`` tells those of one kind and moment apart, in their order."""

    __tablename__ = "deal_moves"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    deal_id: str = Field(primary_key=True, sa_type=CleanText)
    at: datetime = Field(primary_key=True, sa_type=UtcDateTime)
    of: str = Field(primary_key=True, sa_type=CleanText)
    nth: int = Field(primary_key=True)
    old: str | None = Field(default=None, sa_type=CleanText)
    new: str | None = Field(default=None, sa_type=CleanText)
    seen: bool


class DealLookRow(Rows, table=True):
    """The latest look at a CRM's deals."""

    __tablename__ = "deal_looks"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)

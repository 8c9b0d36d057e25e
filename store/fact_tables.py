"""The table of what calls prove about their deals."""

from datetime import datetime
from typing import Any

from sqlmodel import Field

from store.columns import CleanJson, CleanText, UtcDateTime
from store.tables import Rows


class CallFactsRow(Rows, table=True):
    """The facts of one call, whole."""

    __tablename__ = "call_facts"
    call_id: str = Field(primary_key=True, foreign_key="calls.id", sa_type=CleanText)
    created_at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)

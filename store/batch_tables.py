"""The table of batches that a provider is working on."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from store.columns import CleanText, UtcDateTime
from store.tables import Rows


class BatchRow(Rows, table=True):
    """One batch that was sent, or is about to be; gone once its calls are due again."""

    __tablename__ = "batches"
    id: str = Field(primary_key=True, sa_type=CleanText)
    remote_id: str | None = Field(default=None, sa_type=CleanText)
    call_ids: Any = Field(sa_type=JSON)
    begun_at: datetime = Field(sa_type=UtcDateTime)

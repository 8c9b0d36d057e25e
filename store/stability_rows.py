"""The table of second readings."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from store.columns import CleanText, UtcDateTime
from store.tables import Rows


class SecondReadingRow(Rows, table=True):
    """One criterion of one call that was graded twice; ``first`` is the level that stands."""

    __tablename__ = "second_readings"
    # Everything that is counted: the counts of a reader are made from the index alone.
    __table_args__ = (
        Index(
            "ix_second_readings_pairs",
            "rubric_name", "rubric_version", "grader_version", "criterion_id", "first", "second",
        ),
    )  # fmt: skip
    call_id: str = Field(primary_key=True, foreign_key="calls.id", sa_type=CleanText)
    call_version: int = Field(primary_key=True)
    criterion_id: str = Field(primary_key=True, sa_type=CleanText)
    rubric_name: str = Field(sa_type=CleanText)
    rubric_version: int
    grader_version: str = Field(sa_type=CleanText)
    first: int | None = None
    second: int | None = None
    read_at: datetime = Field(sa_type=UtcDateTime)

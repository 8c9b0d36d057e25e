"""What more than one message needs to find its words: keys of the catalogue, and local time."""

from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.people import Person
from domain.phrases import Phrase
from domain.scores import Medal, NotScoredBecause

MEDALS = {
    Medal.GOLD: Phrase("medal-gold"),
    Medal.SILVER: Phrase("medal-silver"),
    Medal.BRONZE: Phrase("medal-bronze"),
}
NOT_SCORED = {
    NotScoredBecause.NO_OCCASION: Phrase("unscored-no-occasion"),
    NotScoredBecause.NOT_APPLICABLE: Phrase("unscored-not-applicable"),
    NotScoredBecause.NO_VALID_EVIDENCE: Phrase("unscored-no-valid-evidence"),
    NotScoredBecause.WRONG_SIDE: Phrase("unscored-wrong-side"),
    NotScoredBecause.LEVEL_OFF_SCALE: Phrase("unscored-level-off-scale"),
    NotScoredBecause.SUSPECT_EVIDENCE: Phrase("unscored-suspect-evidence"),
    NotScoredBecause.NO_READER: Phrase("unscored-no-reader"),
    NotScoredBecause.UNSUPPORTED_LANGUAGE: Phrase("unscored-unsupported-language"),
    NotScoredBecause.TOO_LITTLE_SPEECH: Phrase("unscored-too-little-speech"),
    NotScoredBecause.GRADER_UNSURE: Phrase("unscored-grader-unsure"),
    NotScoredBecause.POOR_TRANSCRIPT: Phrase("unscored-poor-transcript"),
}


def zone(person: Person) -> tzinfo:
    """The person's time zone; UTC where it is unknown."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")

"""SubRip (.srt) and YouTube's SBV: cues without a header, tags and labels as in WebVTT."""

from domain.calls import Transcript
from integrations.transcripts.cues import arrow_timing, comma_timing, scan_cues
from integrations.transcripts.text import lines_of
from integrations.transcripts.turns import transcript_of
from integrations.transcripts.vtt import speech_of


def read_srt(text: str, name: str) -> Transcript:
    """Read SRT, or WebVTT whose header was lost. Raises ``UnreadableTranscript``."""
    return transcript_of(speech_of(scan_cues(lines_of(text), arrow_timing, name, first_line=1)))


def read_sbv(text: str, name: str) -> Transcript:
    """Read SBV. Raises ``UnreadableTranscript``."""
    return transcript_of(speech_of(scan_cues(lines_of(text), comma_timing, name, first_line=1)))

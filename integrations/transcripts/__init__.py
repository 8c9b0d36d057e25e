"""Readers of transcript files: WebVTT, SRT, SBV, JSON and plain text, whoever made them."""

from integrations.transcripts.read import read_transcript

__all__ = ["read_transcript"]

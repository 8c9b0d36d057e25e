"""The page to ask on: the same answers as in messages and on the command line."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people import Person
from domain.phrases import Phrase, Words
from domain.questions import Answer
from jobs.answer import answer_now
from jobs.ask_plan import planned
from jobs.pages_access import VIA
from jobs.services import Services

MAX_TEXT = 3000
_FIXED = {
    "title": Phrase("answer-page-title"),
    "label": Phrase("answer-page-label"),
    "button": Phrase("answer-page-button"),
    "calls": Phrase("answer-from-calls"),
    "can_ask": Phrase("answer-can-ask"),
    "range": Phrase("range-note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """What was asked, and the answer in the viewer's language."""

    viewer: Person
    text: str
    answer: Answer
    words: Words

    def say(self, what: Phrase) -> str:
        """A phrase in the viewer's language; to be escaped."""
        return self.words.say(what)

    @property
    def fixed(self) -> Mapping[str, str]:
        """What always stands on the page."""
        return {name: self.words.say(each) for name, each in _FIXED.items()}

    @property
    def quoted(self) -> frozenset[str]:
        """The calls that a moment stands for."""
        return frozenset(clip.call_id for clip in self.answer.cited)


def ask_page(viewer: Person, text: str, services: Services) -> AskPage:
    """The answer to ``text``; without one, what can be asked. The look is audited."""
    asked = text[:MAX_TEXT]
    plan = planned(asked, viewer, services) if asked.strip() else ""
    return AskPage(
        viewer=viewer,
        text=asked,
        answer=answer_now(asked, viewer, services, via=VIA, plan=plan),
        words=services.speech.words(viewer.language),
    )

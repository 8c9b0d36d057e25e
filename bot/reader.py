"""Who reads a message: decides links, time zone and wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.text import NAME_CHARS, QUOTE_CHARS, escape, link, plain, shorten
from bot.words import zone
from domain import said
from domain.clips import Clip
from domain.links import SignedLinks
from domain.people import Person, PersonId
from domain.phrases import Phrase, PhraseValue, Ready, Words, phrase
from domain.rubrics import SkillId
from domain.skills import Proficiency, ProfileRules, Skill, Tier
from domain.wording import clock

STRONG_LEVEL = 3
NOTE_CHARS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The recipient, with what a view needs to speak to them. Links are theirs alone."""

    person: Person
    links: SignedLinks
    skills: Mapping[SkillId, Skill]
    now: datetime
    words: Words
    """The catalogue of the reader's language."""
    tier_bounds: tuple[tuple[Tier, float], ...] = ProfileRules().tier_bounds
    """Tiers from low to high with their lower bounds."""

    def say(self, key: str | Phrase, **values: PhraseValue) -> str:
        """A phrase for a mrkdwn text: foreign words in it are escaped."""
        return self.words.say(_phrase(key, values), escape)

    def plain(self, key: str | Phrase, **values: PhraseValue) -> str:
        """A phrase for a plain_text object: a title, a button, an option."""
        return self.words.say(_phrase(key, values), lambda foreign: plain(foreign, NAME_CHARS))

    def day(self, at: datetime) -> str:
        """``24 Nov`` in the reader's time zone and language."""
        return self.say(said.day(at.astimezone(zone(self.person))))

    def long_day(self, day: date) -> str:
        """``24 November 2026`` in the reader's language."""
        return self.say(said.long_day(day))

    def moment(self, at: datetime) -> str:
        """``Tue 24 Nov, 09:30`` in the reader's time zone and language."""
        local = at.astimezone(zone(self.person))
        weekday = phrase(f"weekday-{local.weekday()}")
        time = Ready(f"{local:%H:%M}")
        return self.say("moment", weekday=weekday, day=said.day(local), time=time)

    def quoted(self, quote: str) -> str:
        """A verbatim quote as a quotation line, in the quotation marks of the language."""
        return f"> {self.say('quoted', quote=shorten(quote, QUOTE_CHARS))}"

    def skill_name(self, skill_id: SkillId) -> str:
        """The name of a skill, or its id made readable."""
        skill = self.skills.get(skill_id)
        return skill.name if skill else skill_id.replace("_", " ").capitalize()

    def lags(self, found: Proficiency) -> bool:
        """Whether a level stands beside a tier that it has left, which asks for a word."""
        return said.lags(found, self.tier_bounds)

    def manager(self, name: str) -> str:
        """Their manager at the beginning of a sentence; there may be nobody to name."""
        return escape(name, NAME_CHARS) if name else self.say("your-manager")

    def rep_link(self, rep_id: PersonId, label: str) -> str:
        """A link to a rep's page."""
        return link(self.links.rep(rep_id, self.person.id, now=self.now), label)

    def home_link(self, label: str) -> str:
        """A link to the reader's own start page."""
        return link(self.links.home(self.person.id, now=self.now), label)

    def clip_lines(self, clip: Clip) -> list[str]:
        """What it is, the quote, and who and when with a link; no quote for a whole call."""
        url = self.links.call(clip.call_id, self.person.id, now=self.now, start_s=clip.start_s)
        day = self.day(clip.call_at)
        where = f"{shorten(clip.call_title, 44)}, {day}, {clock(clip.start_s)}"
        who = f"{escape(clip.speaker, 40)} · {link(url, where)}"
        note = self._note(clip)
        if clip.whole_call:
            whole = f"{shorten(clip.call_title, 44)}, {day}"
            return [self.say("clip-whole"), f"> {link(url, whole)}{note}"]
        return [self.say(_kind(clip)), self.quoted(clip.quote), f"> {who}{note}"]

    def _note(self, clip: Clip) -> str:
        parts = [escape(clip.note, NOTE_CHARS)] if clip.note else []
        if clip.better:
            parts.append(self.say("clip-better", words=shorten(clip.better, NOTE_CHARS)))
        return "".join(f" · {part}" for part in parts)


def _phrase(key: str | Phrase, values: Mapping[str, PhraseValue]) -> Phrase:
    return key if isinstance(key, Phrase) else Phrase(key, values)


def _kind(clip: Clip) -> str:
    if clip.level is None:
        return "clip-moment"
    return "clip-best" if clip.level >= STRONG_LEVEL else "clip-gap"

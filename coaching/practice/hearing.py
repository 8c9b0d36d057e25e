"""What a buyer hears in one message of a rep: a question, an offer, a date, an ear for a worry.

Small rules over words, English and German. They only steer a role-play and never score: what
they miss makes the buyer a little slower to warm, nothing else.
"""

import re
from dataclasses import dataclass

MAX_CHARS = 3000
"""Of one message that are read."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPEN = re.compile(
    r"\b(?:what|how|why|which|who|where|when|tell me|walk me|describe|explain|help me understand"
    r"|was|wie|warum|wieso|welche[rsn]?|wer|wo|wann|woran|erzähl\w*|beschreib\w*|erklär\w*)\b"
)
_CLOSED = re.compile(
    r"^(?:and |so |but |und |also )?"
    r"(?:do|does|did|is|are|were|was (?:it|that|this|there|your|the)|have|has|can|could|would|will"
    r"|should|may|haben|hast|ist|sind|können|kannst|würden|wollen|darf|gibt)\b"
)
_PRICE = re.compile(
    r"\b(?:pric(?:e|es|ing)|discounts?|per (?:seat|user|month)|licen[cs]es?|quote|preis\w*"
    r"|rabatt\w*|lizenz\w*|euros?|dollars?)\b|[€$£]\s?\d"
)
_PITCH = re.compile(
    r"\b(?:our (?:platform|product|tool|software|solution|system|app|company|customers)"
    r"|we (?:offer|help|provide|are the|built|have built|deliver|support)|features?|dashboards?"
    r"|unsere? (?:plattform|produkt|software|lösung|kunden)|wir (?:bieten|helfen|liefern))\b"
)
_EAR = re.compile(
    r"\b(?:(?:i|we)(?: \w+)? (?<!n't )(?<!not )understand|understood"
    r"|i (?:hear|see|get) (?:you|that|why|how|it)?|makes sense"
    r"|fair (?:point|enough|question)|good point|you(?:'re| are) right|i appreciate"
    r"|thank(?:s| you) for (?!(?:making |taking )?(?:the |your )?time)"
    r"|that (?:sounds|must)|so (?:you|what you)"
    r"|if i (?:heard|understood)|sounds like|you said|you mentioned|let me (?:check|play)"
    r"|sorry|verstehe|verständlich|sie haben recht"
    r"|du hast recht|guter punkt|klingt|habe ich .{0,20}richtig|sie sagten|danke|tut mir leid)\b"
)
_EVIDENCE = re.compile(
    r"\d|\b(?:for example|customers? (?:like|of ours|in)|another (?:clinic|customer|company|team)"
    r"|case study|reference|guarantee|proof|pilot|fixed price"
    r"|we (?:will|would|can) (?:fix|put|write)|zum beispiel|referenz|garantie|beweis"
    r"|pilot\w*|festpreis)\b"
)
_STEP = re.compile(
    r"\b(?:next steps?|meet(?:ing)?(?: again)?|call again|follow[- ]?up|schedule|book|set up"
    r"|calendar|invite|demo|workshop|pilot|send you|get back|catch up|nächste[rn]? schritt\w*"
    r"|termin\w*|treffen|wiedersehen|einladung|schicke? (?:dir|ihnen))\b"
)
_DATE = re.compile(
    r"\b(?<!last )(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\btomorrow\b"
    r"|\b(?:this|next) week\b.{0,40}\d"
    r"|\b(?:jan|febr)uary\b|\b(?:march|april|may|june|july|august) \d"
    r"|\b(?:septem|octo|novem|decem)ber\b"
    r"|\b\d{1,2}(?::\d\d)?\s?(?:am|pm|o'clock|uhr)\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}[./]\d{1,2}\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|morgen)s?\b"
)
_BYE = re.compile(
    r"\b(?:good ?bye|bye|have a (?:good|great|nice) (?:day|one|week|weekend|evening|afternoon)"
    r"|(?:talk|speak) (?:to you )?(?:soon|then)|see you (?:then|soon|later|there|tomorrow|on|next)"
    r"|auf wiedersehen|tschüss|bis dann|schönen tag)\b|\bsee you\W*$"
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|guten (?:tag|morgen)|hallo|moin)\b"
)
_SMALL = {
    "hear": re.compile(r"\b(?:can|do) you hear me\b|\bkönnen sie mich hören\b"),
    "well": re.compile(
        r"\bhow are you(?: doing)?(?: today)?\s*[?!.,]|\bhow do you do\b"
        r"|\bwie geht(?:'?s| es)\b"
    ),
    "time": re.compile(
        r"\b(?:do|have) you (?:have |got )?(?:a|some|ten|five|\d+|a few|time)\b.{0,12}"
        r"\b(?:minutes?|moment|time)\b|\bhaben sie .{0,20}(?:zeit|minuten)\b"
    ),
    "me": re.compile(
        r"\bwho (?:am i (?:speaking|talking)|are you\W*$|is this\W*$|is speaking)"
        r"|\bwhat(?: is|'s) your (?:role|name|position)\b"
        r"|\bmit wem\b|\bwer sind sie\b|\bwas ist ihre rolle\b"
    ),
}
_RUDE = re.compile(
    r"\b(?:stupid|idiots?|dumb|bullshit|shut up|fuck\w*|crap|smarter than you"
    r"|you (?:\w+ )?(?:don't|do not) (?:even )?(?:understand|know) your"
    r"|wast(?:e of|ing) my time|dumm|blödsinn|halt den mund)\b"
)
_ODD = re.compile(
    r"\b(?:(?:ignore|forget) (?:all |your |the |any )*(?:previous |prior )?(?:instructions|rules)"
    r"|system prompt|your prompt|role-?play|score me|repeat after me"
    r"|you are (?:now )?(?:an? )?(?:\w+ )?(?:assistant|ai|bot|language model))\b|<!\w+>"
)
_GERMAN = (
    "ich sie das ist und nicht wie der wir ein eine mit für haben ihnen ihre können guten danke"
    " den dem auf zu es im bei uns ihr wer davon am etwas auch aber oder gibt noch sind hat wenn"
)
_ENGLISH = "the you your is what how and we that it to of do for are have this with i our a who"
_LANGUAGES = {"de": frozenset(_GERMAN.split()), "en": frozenset(_ENGLISH.split())}
_ASKS_TO_TELL = re.compile(
    r"\b(?:can|could|would|will) you (?:please )?(?:tell|describe|explain|walk|share|help me)\b"
    r"|\b(?:kannst du|können sie) .{0,20}(?:erzählen|erklären|beschreiben)\b"
)
_HARD = 12
"""From so many words on, a sentence without a question is a speech."""
_FEW, _SHORT, _SURE = 2, 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message of a rep, as a buyer takes it."""

    words: frozenset[str]
    asked: frozenset[str]
    """The words of its questions; all of them where nothing is asked."""
    count: int
    """How many words it has."""
    open_question: bool
    closed_question: bool
    price: bool
    pitch: bool
    ear: bool
    """Shows that the buyer was heard: an acknowledgement, a playback."""
    evidence: bool
    step: bool
    dated: bool
    bye: bool
    greets: bool
    """Nothing but a greeting."""
    small: str
    """What is asked before one comes to the point: ``hear``, ``well``, ``time``, ``me``."""
    rude: bool
    odd: bool
    """Orders to a machine, and other words that no buyer would know what to do with."""
    language: str
    """ISO 639-1 code of what it is clearly written in, else empty."""

    @property
    def question(self) -> bool:
        """Whether anything is asked."""
        return self.open_question or self.closed_question

    @property
    def proposes(self) -> bool:
        """Whether a next step is named, or a day is asked for."""
        return self.step or (self.dated and self.question)

    @property
    def short(self) -> bool:
        """Whether it is a word or two."""
        return self.count <= _FEW

    @property
    def long(self) -> bool:
        """Whether it is a speech rather than a remark."""
        return self.count >= _HARD


def hear(text: str) -> Heard:
    """Read one message. Takes any text and raises nothing."""
    said = text[:MAX_CHARS].casefold().replace("’", "'")
    words = _WORD.findall(said)
    asked = [part.strip() for part in re.findall(r"[^.:!?\n]*\?", said)]
    openly = any(
        (_OPEN.search(part) and not _CLOSED.match(part)) or _ASKS_TO_TELL.search(part)
        for part in asked
    )
    openly = openly or bool(re.match(r"(?:so |and )?(?:tell me|walk me|describe)", said.strip()))
    return Heard(
        words=frozenset(words),
        asked=frozenset(_WORD.findall(" ".join(asked)) or words),
        count=len(words),
        open_question=openly,
        closed_question=bool(asked) and not openly,
        price=bool(_PRICE.search(said)),
        pitch=bool(_PITCH.search(said)),
        ear=bool(_EAR.search(said)),
        evidence=bool(_EVIDENCE.search(_DATE.sub(" ", said))),
        step=bool(_STEP.search(said)),
        dated=bool(_DATE.search(said)),
        bye=bool(_BYE.search(said)),
        greets=bool(_GREETING.match(said.strip())) and len(words) <= _SHORT and not asked,
        small=next((what for what, said_so in _SMALL.items() if said_so.search(said)), ""),
        rude=bool(_RUDE.search(said)),
        odd=bool(_ODD.search(said)),
        language=_language(words),
    )


def _language(words: list[str]) -> str:
    """The one language whose small words are clearly in front."""
    counted = {code: sum(word in small for word in words) for code, small in _LANGUAGES.items()}
    first, second = sorted(counted, key=lambda code: -counted[code])
    return first if counted[first] >= _SURE and counted[first] > 2 * counted[second] else ""

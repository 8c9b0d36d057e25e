"""Who releases the money: people and roles that are said to sign or to decide."""

import re
from collections.abc import Iterator
from typing import Final

from scoring.builtin.conversation import Conversation
from scoring.builtin.words import DAYS_AND_MONTHS
from scoring.facts.builtin.sentences import Found, Said, last_question, statements
from scoring.facts.claims import SPEAKER
from scoring.facts.support import Support

_ROLE = (
    r"(?:C[EFOTIR]O|CISO|[Oo]wner|[Pp]resident|[Ff]ounder|[Cc]ontroller|[Tt]reasurer"
    r"|(?:[Cc]hief [a-z]+|[Mm]anaging|[Ff]inance|[Oo]perations|[Ss]ales|[Ii]T|IT|[Cc]ommercial"
    r"|[Ee]xecutive|[Pp]lant|[Ss]upply chain|[Ll]ogistics) (?:[Oo]fficer|[Dd]irector|[Mm]anager)"
    r"|(?:[Ss]enior |[Ee]xecutive )?(?:VP|[Vv]ice president|[Hh]ead|[Dd]irector)"
    r"(?: (?:of|for) [\w&]+(?: [a-z]+)?)?"
    r"|(?:[Bb]usiness )?[Pp]artner|[Bb]oard|[Bb]oss|[Cc]ommittee|[Ss]teering committee)"
)
_TITLE = r"(?:Mr|Ms|Mrs|Dr|Doctor|Professor)\.? "
_NAME = rf"(?:{_TITLE})?[A-Z][\w'’-]*[a-zà-ÿ](?: (?:(?:van|de|von|der) )*[A-Z][\w'’-]+){{0,2}}"
_OF_OURS = (
    r"(?:(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir)(?: new| own)?|(?:he|she)(?:'s| is)(?: our"
    r"| the)?(?: new)?)"
)
_WHO = (
    rf"(?P<who>{_NAME},? (?:{_OF_OURS}|as) {_ROLE}|{_OF_OURS} {_ROLE},? {_NAME}"
    rf"|{_OF_OURS} {_ROLE}|{_NAME})"
)
_BETWEEN = (
    r",? (?:also |then |always |usually |still |alone |is the one who |has to |have to |needs to "
    r"|would have to |must |will )?"
)
_SIGN = (
    r"(?:signs?(?! (?:in|up|for|out|a check))(?: (?:it |that |this )?off)?"
    r"|approves?|decides?|ha(?:s|ve) the (?:last|final) (?:say|word)"
    r"|(?:has|have) to agree|must agree|ha(?:s|ve) a veto"
    r"|(?:holds?|owns?|controls?) the (?:budget|money|purse)|releases? the (?:money|budget)"
    r"|makes? (?:the|that) (?:final )?(?:decision|call))\b"
)
_THEY_SIGN = re.compile(
    rf"(?:^|[\s,;:—-])(?:(?:and|but|so|then|yes|well),? )?{_WHO}{_BETWEEN}{_SIGN}"
)
_I_SIGN = re.compile(
    r"(?:^|[,;] |\b(?:and|but|so|yes|well),? )I (?:can |will |would |do |always )?"
    r"(?:sign|approve|decide|have the (?:last|final) (?:say|word)|(?:hold|own|control) the budget"
    r"|make the (?:final )?decision)\b"
)
_LIMIT = re.compile(r"\bup to\b|\bunder\b|\bbelow\b|\bbut\b.*\b(?:over|above)\b|\bas long as\b")
_BEYOND = re.compile(
    rf"^(?:Over|Above|Beyond|Anything over|Anything above)\b[^.]{{0,40}}?\b(?:it's|it is|that's"
    rf"|that is|goes to) {_WHO}"
)
_ASKS_WHO = re.compile(
    r" who (?:\w+ ){0,3}?(?:signs?|decides?|approves?|releases?|(?:owns|holds) the (?:budget"
    r"|money)|has the (?:last|final))"
    r"| (?:who|whose) (?:\w+ ){0,3}?(?:budget|decision|signature)"
    r"| who (?:has|needs|would have|will have) to (?:sign|approve|say yes|agree)"
    r"| who is (?:the )?(?:decision maker|economic buyer|budget holder) "
)
_ASKS_WHOM = re.compile(
    r" who (?:\w+ ){0,2}?(?:besides you|else) | who is (?:choosing|involved) | who would you ask "
    r"| who do you (?:ask|need) | who would (?:have to )?(?:say yes|agree|sign|decide) "
)
"""Questions whose answer is somebody in authority only if a role is said with the name."""
_ANSWER = re.compile(
    rf"^(?:(?:It's|It is|That's|That is|That'd be|That would be|Well|Oh|Um),? )*{_WHO}"
    r"(?: (?:does|do|is|has to|would|will|and (?:only|nobody)\b.*))?[.,!]?(?: |$)"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|nobody|no one|doesn't|don't|won't|can't|isn't|used to|if|whoever|unless"
    r"|last (?:year|time)|before|didn't)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = DAYS_AND_MONTHS | frozenset(
    """
    i it he she they we you this that there here who what when everybody everyone somebody someone
    nobody so and but or if then yes no well oh because the our my their his her both either after
    before once now today tomorrow usually normally first second okay over above also each
    whoever whichever anything anyone people management corporate sales finance
    """.split()  # noqa: SIM905
)


def read_signer(talk: Conversation) -> Iterator[Found]:
    """Who signs, decides or releases the money, by name, by role, or the speaker."""
    known = Support(talk.transcript).known_names
    for said in statements(talk):
        if (found := _beyond(said, known)) is not None:
            yield found
        elif not _NOT.search(said.sentence.text) and (who := _who(said, known)) is not None:
            yield said.claim(who)


def _who(said: Said, known: frozenset[str]) -> str | None:
    """The person of whom the sentence says that they sign, or who is the answer to who does."""
    text = said.sentence.text
    if (match := _THEY_SIGN.search(text)) and (who := _named(match["who"], known)):
        return who
    if _I_SIGN.search(text) and not _LIMIT.search(_rest(said)):
        return SPEAKER
    return _answered(said, known) if said.first else None


def _answered(said: Said, known: frozenset[str]) -> str | None:
    """Who is named in answer to a question about who decides."""
    question, match = last_question(said.asked), _ANSWER.match(said.sentence.text)
    if match is None:
        return None
    if _ASKS_WHO.search(question):
        return _named(match["who"], known)
    with_role = _ASKS_WHOM.search(question) and re.search(rf"\b{_ROLE}", match["who"])
    return _named(match["who"], known) if with_role else None


def _beyond(said: Said, known: frozenset[str]) -> Found | None:
    """Who signs beyond a limit: "I sign up to fifty. Over that it's Elaine Marsh"."""
    match = _BEYOND.match(said.sentence.text)
    if match is None or " sign" not in said.turn.plain:
        return None
    who = _named(match["who"], known)
    return said.claim(who) if who else None


def _rest(said: Said) -> str:
    """The sentence and the one after it, where a limit may stand."""
    at = said.turn.sentences.index(said.sentence)
    return " ".join(s.text for s in said.turn.sentences[at : at + 2]).lower()


def _named(who: str, known: frozenset[str]) -> str | None:
    """Like "Dana Whitlock, CFO" for "our CFO, Dana Whitlock"; ``None`` if it names nobody.

    The first word of a sentence has a capital letter anyway: alone it is a name only if it is
    one elsewhere on the call.
    """
    who = who.strip(" ,")
    role = re.search(rf"\b(?:{_OF_OURS}|as) ({_ROLE})", who)
    name = re.sub(rf",? ?(?:{_OF_OURS}|as) {_ROLE},? ?", "", who).strip(" ,")
    words = name.split()
    while words and words[0].lower().strip(",") in _NO_NAME:
        words = words[1:]
    name = " ".join(words)
    if name.lower() in _NO_NAME or name.endswith(("'s", "’s", "'ll", "'d")):
        name = ""
    if len(words) == 1 and name.casefold() not in known:
        name = ""
    title = role[1] if role else ""
    return ", ".join(part for part in (name, title) if part) or None

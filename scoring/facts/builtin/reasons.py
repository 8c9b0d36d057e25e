"""What goes wrong, what the choice is measured by, how it is made, and what else could win."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from domain.facts import Rival
from scoring.builtin.conversation import Conversation
from scoring.builtin.cues import Cue
from scoring.builtin.topics import names_in
from scoring.builtin.words import DAYS_AND_MONTHS
from scoring.facts.amounts import amounts_in
from scoring.facts.builtin.sentences import Found, Said, last_question, statements
from scoring.quotes import words_of

MAX_WORDS = 45
_TROUBLE = re.compile(
    r" (?:problem is|trouble|lose|lost|losing|missed|miss|late|delayed?|delays|cost us|costs us"
    r"|overtime|penalt\w+|rebate|fined?|errors?|mistakes?|wrong|broken?|breaks|fails?|failed"
    r"|stuck"
    r"|manually|by hand|chaos|mess|guess(?:ing)?|waste[ds]?|rework|backlog|complain\w*|nightmare"
    r"|struggl\w+|frustrat\w+|sent home|send home|short of|short at|shortage|understaffed"
    r"|downtime"
    r"|stand(?:s|ing)? (?:around|in front|there)|stood around|sit(?:s)? on the dock|sit around"
    r"|wait(?:s|ing)? (?:for|until|two|three)|out of stock|can not plan|nobody knows|stale|quit"
    r"|leave us|grievance|unpredictab\w+|fed up|call in sick|forgets?|spoiled) "
)
_OURS = re.compile(r" (?:we|us|our|i|my|they|customers?|drivers|people|managers) ")
_NO_TROUBLE = re.compile(
    r" (?:no problem|not a problem|no trouble|do not worry|would not|not late|never late|thank"
    r"|thanks|sorry|bye|better|fine now|used to|i would|will not|too late|too early|do not"
    r"|not even you|will be late|running late|a bit late) "
)
_CRITERION = re.compile(
    r" (?:i|we|she|he|they|it) (?:would |will |also |really |only |just )*(?:need|needs|want"
    r"|wants|must|has to|have to"
    r"|would have to) (?:to )?(?:see|have|show|be|know|work|prove|hold|run|handle|get|payback"
    r"|proof|a reference)"
    r"| what i need | i would need | needs? to see | want to see | wants to see "
    r"| the (?:most important|first|second|main) (?:thing|point) is | deal ?breaker "
    r"| show ?stopper "
)
_ASKS_CRITERIA = re.compile(
    r" what (?:would|will|does|do|is|are) (?:\w+ ){0,6}?(?:need to see|have to see|want to see"
    r"|matter"
    r"|matters|look at|looks at|important|criteria|be true|make you (?:say|sure))"
    r"| what would (?:you|she|he|they) (?:\w+ ){0,3}?(?:need|want) to see | which matters more "
    r"| what would have to be true | what (?:else )?would (?:it take|make) "
)
_PROCESS_VERB = re.compile(
    r" (?:signs?|checks?|reads?|approves?|reviews?|stamps?|initials|decides?|votes?|looks at"
    r"|goes to"
    r"|go to|has to be heard|must be heard|be heard|put a case|puts? it to|presents?"
    r"|takes? (?:two|three|four|five|a"
    r"|one) (?:weeks?|days?|months?)|needs? (?:two|three|four|five) (?:working )?(?:days|weeks)"
    r"|informed|meets?|brings? it) "
)
_PROCESS_ROLE = re.compile(
    r" (?:cfo|ceo|coo|cio|vp|board|committee|legal|lawyer|procurement|purchasing|finance|it side"
    r"|security"
    r"|works council|director|owner|controller|boss) "
)
_ASKS_PROCESS = re.compile(
    r" (?:which order|what order|what (?:has|needs) to happen|how (?:do|does|did|would|is"
    r"|will) (?:\w+ ){0,6}?"
    r"(?:decide|decided|decision|buy|bought|approval|approve|sign)|what are the steps|who signs"
    r"|who decides|who has to|who else|walk me through|what does the (?:process|path)|approval"
    r"|process"
    r"|how does (?:that|this|it) (?:usually )?(?:go|work)) "
)
_ASKS_RIVALS = re.compile(
    r" (?:other|another) (?:suppliers?|vendors?|options?|ways|offers?|providers?|quotes?) "
    r"| looking at (?:anything|anybody|anyone|somebody|someone) else "
    r"| what else are you (?:comparing|looking|considering) | comparing (?:this|it|us) (?:with"
    r"|to) "
    r"| (?:looked at|talking to|considered) (?:anybody|anyone|anything|somebody|someone) else "
    r"| what is the alternative | what else are you comparing "
)
_NOBODY = re.compile(r"^ (?:no|nope|none|nobody|not really|not at the moment|not yet|i get|yes) ")
_RIVAL_OFFER = re.compile(
    r" another (?:offer|quote|supplier|vendor|provider) "
    r"| (?:got|have|had|is) (?:a|an) (?:comparison|quote|offer|second offer) (?:at|from|for) "
)


def read_pain(talk: Conversation) -> Iterator[Found]:
    """Sentences of the buyer that say what goes wrong, with a figure or as an answer to that."""
    for said in statements(talk):
        plain = said.plain
        if not 6 <= said.sentence.words <= MAX_WORDS or said.unsure or _NO_TROUBLE.search(plain):
            continue
        if not (_TROUBLE.search(plain) and _OURS.search(plain) and said.shows(Cue.PAIN)):
            continue
        if said.sentence.figures or _asked(said, Cue.CONSEQUENCE, Cue.PAIN, Cue.SIZE):
            yield said.claim()


def _asked(said: Said, *cues: Cue) -> bool:
    return said.asked is not None and said.asked.rep.has(*cues)


def read_criteria(talk: Conversation) -> Iterator[Found]:
    """What the buyer says has to be shown or true for a yes."""
    for said in statements(talk):
        if not 4 <= said.sentence.words <= MAX_WORDS or said.plain.startswith(" if "):
            continue
        wanted = _CRITERION.search(said.plain) is not None
        if (wanted and _weighs(said)) or _measured_by(said, wanted=wanted):
            yield said.claim()


def _measured_by(said: Said, *, wanted: bool) -> bool:
    """Whether it answers what would make it a yes, with a need or a measure that is no price."""
    if not said.first or not _ASKS_CRITERIA.search(last_question(said.asked)):
        return False
    measure = said.sentence.figures and not amounts_in(said.sentence.text, bare=True)
    return bool(wanted or measure) and not _NOBODY.match(said.plain)


_NO_CRITERION = re.compile(
    r" (?:have to see (?:we|i|if)|see you|see him|see her|diary|calendar|at some point|meet) "
)


def _weighs(said: Said) -> bool:
    """Whether a need is one of choosing: to be shown, or measured."""
    if _NO_CRITERION.search(said.plain) or said.sentence.words < 6:
        return False
    return said.shows(Cue.CRITERIA) and (
        any(w in said.plain for w in (" see ", " payback ", " reference ", " proof "))
        or bool(said.sentence.figures)
        or " know is " in said.plain
    )


def read_process(talk: Conversation) -> Iterator[Found]:
    """Steps on the way to a yes, with who takes them."""
    for said in statements(talk):
        if not 4 <= said.sentence.words <= MAX_WORDS or said.unsure:
            continue
        verbs = len(_PROCESS_VERB.findall(said.plain))
        people = len(_PROCESS_ROLE.findall(said.plain)) + len(
            {n for n in names_in(said.sentence) if n not in DAYS_AND_MONTHS}
        )
        asked = said.asked is not None and _ASKS_PROCESS.search(last_question(said.asked))
        if (
            (verbs >= 2 and people >= 2)
            or (asked and verbs and people)
            or (verbs and _PROCESS_ROLE.search(said.plain) and said.sentence.figures)
        ):
            yield said.claim()


def rivals_reader(rivals: tuple[Rival, ...]) -> Callable[[Conversation], Iterator[Found]]:
    """Reads what else could win: names of the list, or an answer to a question about it."""
    spelled: Final = [
        (rival.name, words_of(name)) for rival in rivals for name in (rival.name, *rival.also)
    ]

    def read(talk: Conversation) -> Iterator[Found]:
        for said in statements(talk):
            words = f" {' '.join(words_of(said.sentence.text))} "
            named = [how for _, how in spelled if how and f" {' '.join(how)} " in words]
            if named:
                yield said.claim(_as_said(said, named[0]))
            elif _other_offer(said):
                yield said.claim()

    return read


def _as_said(said: Said, how: tuple[str, ...]) -> str:
    """The name in the letters of the transcript."""
    text = said.sentence.text
    spans = re.search(r"\W+".join(map(re.escape, how)), text, re.IGNORECASE)
    return spans[0] if spans else " ".join(how)


def _other_offer(said: Said) -> bool:
    if not 3 <= said.sentence.words <= MAX_WORDS or _NOBODY.match(said.plain):
        return False
    if _RIVAL_OFFER.search(said.plain):
        return True
    return said.first and bool(_ASKS_RIVALS.search(last_question(said.asked)))

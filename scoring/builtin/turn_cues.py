"""Wording that tells what one turn does, as counts that ``turn_signals`` weighs.

Nothing here needs punctuation: speech recognition often writes none.
"""

import re
from typing import Final

_AUX = "do|does|did|are|is|was|were|would|will|can|could|have|has|should"
_WHO = "you|your|they|it|this|that|there|he|she|we|i|the|anyone|anybody"

PATTERNS: Final[dict[str, re.Pattern[str]]] = {
    name: re.compile(text)
    for name, text in {
        "inverted": rf"(?<! what)(?<! how)(?<! so)(?<! nor) (?:{_AUX}) (?:not )?"
        r"(?:you|your|they|anyone|anybody|there any) ",
        "opens_inverted": rf"^ (?:(?:so|and|but|ok|okay|well|or|hi|hello|hey|also|then) )*"
        rf"(?:{_AUX}) (?:not )?(?:{_WHO}) ",
        "asks_word": rf" (?:what|how|why|where|when|who|which)(?: [a-z]+)? (?:{_AUX}|about) "
        r"| how (?:much|many|often|long) | how come | why not ",
        "asks_you": rf" (?:what|how|why|where|when|who|which)(?: [a-z]+){{0,2}} (?:{_AUX}) "
        r"(?:not )?you | (?:what|how) about (?:you|your) ",
        "clause": r" (?:that is|know|see|understand|tell you|show you|just|exactly|to) "
        r"(?:what|how|why|where|who) ",
        "explain": rf" (?:what|why|how)(?: [a-z]+){{0,2}} (?:{_AUX}|about|happened|made|makes"
        r"|brought|kind|sort|else|happens) | (?:tell|walk|talk) (?:me|us) | what about "
        r"| how come | (?:can|could|would) you (?:[a-z]+ )?(?:explain|describe|elaborate"
        r"|share|say more|give me an example) | (?:want|like|care) to (?:talk|discuss|share)"
        r"(?: [a-z]+)? | mind (?:sharing|telling|explaining) | any idea (?:why|how|what) ",
        "fact": r" how (?:much|many|often|long|old|far) | what (?:time|day|date|number|amount) "
        r"| how are you | how is it going ",
        "reflects": r"^ (?:(?:yes|yeah|oh|ok|okay|right|well|and|ah|hmm|wow) )*"
        r"(?:so (?:you|your|it|that|what you|the|there|they|we|for you|if)|(?:it |that )?(?:sounds"
        r"|seems|looks) (?:like|as|to me|so)|(?:it|that) must|you (?:said|mentioned|told|feel|felt"
        r"|want|have|were|are|noticed|mean|think)|what i hear|in other words|if i understand"
        r"|i (?:can|could) (?:see|hear|tell|imagine|understand)|i am hearing) ",
        "reflects_inside": r" (?:it sounds like|that sounds|sounds like you|it seems like you"
        r"|you (?:said|mentioned|told me)|you are saying|what i hear|must (?:be|feel|have)"
        r"|i (?:can )?understand (?:that|how|why|your)|i can (?:imagine|see)|makes sense"
        r"|understandable|i (?:get|understand)|i (?:totally|completely|really) (?:get"
        r"|understand|hear)|i know (?:how|it|that|the)|empathi[sz]e|(?:is|was|be|feels?) (?:so"
        r"|really|very|such)|even (?:if|though|when) you|you (?:feel|are feeling)|sometimes) ",
        "you": r" (?:you|your|yours|yourself) ",
        "own": r" (?:i|my|me|mine|we|our) ",
        "commits": r" (?:would|are|will|can|could|do) (?:not )?you (?:[a-z]+ )?(?:like|want|be"
        r"|willing|interested|able|prepared|ready|consider|agree|commit|accept|join|sign|start"
        r"|try|go ahead|make) | (?:willing|interested|ready|prepared|comfortable) (?:to|in|with) "
        r"| (?:how much|how many) (?:[a-z]+ ){0,2}(?:would|will|do|are|can|could) you "
        r"| (?:can|could|shall) (?:i|we) (?:put|count|ask|sign|get|book|set|agree|start) "
        r"| would you (?:[a-z]+ ){0,2}(?:give|buy|pay|take|send|donate|invest|meet|sign) "
        r"| (?:please|to|you) consider (?:a|an|your|[a-z]+ing) | how would you feel about "
        r"| (?:like|want) to ask (?:you (?:to|for|if)|for your) | (?:any|an) interest in "
        r"| (?:would|will) not you (?:please )? | if you (?:would|do)? ?(?:like|want|wish) to "
        r"| (?:what|which) amount | what do you say | what would it take ",
        "informs": r" (?:like|want|interested|care) (?:to|in) (?:hear|hearing|know|knowing|learn"
        r"|learning|some info|more info) | how much (?:do|did|would) you (?:know|spend|see) ",
        "amount": r" how much | any amount | what amount ",
        "refuses": r" (?:no thank|no thanks|not interested|not (?:going|able|willing) to|do not"
        r" (?:want|think|like|trust|believe|need|feel|agree|really|have (?:the|any|much|enough))"
        r"|would not|can not|could not|rather not|will not|have to (?:think|pass|decline)|need to"
        r" think|i am not|not (?:right )?now|not sure|i doubt|too (?:much|many|low|high)|already"
        r" (?:have|do|give|gave|got|use|pay)|never|(?:would|i) prefer|would rather|not without"
        r"|leave it (?:at|there)|better (?:to|if|off)|not (?:comfortable|convinced|within|worth"
        r"|enough)|only if|i (?:have to )?question|am unclear|no (?:money|time|need|budget)) ",
        "but": r" (?:but|however|although|unfortunately|except|instead|though) ",
        "worry": r" (?:afraid|scam|scams|waste|wasted|worried|worry|concern|concerned|concerns"
        r"|skeptical|doubt|unsure|hesitant|wary|problem|expensive|afford|broke|tight|risk"
        r"|corrupt|overhead|unfair|hard|fake|pushy|tough|bad|sorry|squander|pressure) ",
        "no": r"^ (?:(?:well|oh|um|uh|sorry|honestly|i am sorry) )*(?:no|nope|nah|not) ",
        "points_back": r" (?:that|those|this|it|them|then) ",
        "echoes": r"^ (?:(?:so|and|but) )?(?:why|how|what do you mean|which|where|exactly|right"
        r"|yes|yeah|okay|ok|good|great|because|or|not|you) ",
    }.items()
}

COMMITS: Final = PATTERNS["commits"]
"""Asks the other side to commit to something."""


def counts_of(plain: str, *, most: int = 3) -> dict[str, float]:
    """How often each pattern is found in plain speech (see ``Sentence.plain``), at most ``most``.

    Matches share no words, so a run of the same word counts every other time.
    """
    return {name: float(min(most, len(p.findall(plain)))) for name, p in PATTERNS.items()}

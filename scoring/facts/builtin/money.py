"""Money and measures: the budget there is, and what the trouble costs or the gain is worth."""

import re
from collections.abc import Iterator

from scoring.builtin.conversation import Conversation
from scoring.facts.amounts import amounts_in
from scoring.facts.builtin.reasons import read_pain
from scoring.facts.builtin.sentences import Found, Said, last_question, statements

_BUDGET = re.compile(
    r" (?:budget|budgeted|set aside|earmarked|ring-fenced|contingency|in the plan for) "
    r"| (?:i|we) (?:have|have got|got|can spend|still have) (?:\w+ ){1,6}?(?:left|available"
    r"|approved"
    r"|for (?:this|it|that)|in (?:the )?(?:\w+ )?budget) "
    r"| there is (?:a line|\w+ ?\w* in the budget) "
)
_NO_BUDGET = re.compile(
    r" (?:over|above|beyond|outside|more than) (?:the|our|my) budget | budget round "
    r"| (?:no|not|never|without) (?:\w+ ){0,4}?budget | spent "
)
_ASKS_BUDGET = re.compile(
    r" (?:budget|budgeted|set aside|money for|money (?:\w+ ){0,3}?(?:for|set)|funds?|afford"
    r"|can you spend|are you able to spend) | what about money "
)
_MEASURE = re.compile(
    r"\b(?:percent|per cent|hours?|minutes?|points?|times|complaints|customers?|orders|deliveries"
    r"|a (?:week|month|year|quarter)|last (?:week|month|year|quarter))\b|%"
)
_COSTS = re.compile(
    r" (?:costs?|cost us|paid|lost|lose|loses|losing|saves?|saved|fined?|penalty|bill|rebate"
    r"|overtime|wasted?|write off|wrote off|worth|detention|in damages|spoiled|in back pay) "
)
_COMES_TO = re.compile(r" (?:it|that|this) (?:was|is|comes to|came to|adds up to) ")
_RATE = re.compile(r" an hour | per hour | a head | an order | for something | is not ")
_OUR_PRICE = re.compile(
    r" (?:price|prices|priced|offer|offers|quote|quoted|proposal|license|licence|subscription"
    r"|budget"
    r"|contract|your|comparison|discount|sign|signs|deposit|salary|hire|spend|up to"
    r"|not really|expensive|robot|tool|years ago) "
)
_ASKS_SIZE = re.compile(
    r" (?:how (?:much|many|big)|what (?:did|does|do|is|was) (?:\w+ ){1,6}?(?:cost|worth|lose"
    r"|value|amount)"
    r"|what is (?:one|that|it|each) worth|which (?:figure|number)|what follows|what happens"
    r"|at what) "
)
_ASKS_ELSE = re.compile(
    r" (?:other|another|else|alternative|comparing|budget|money for|set aside|price) "
)


def read_budget(talk: Conversation) -> Iterator[Found]:
    """An amount that the buyer says is there to be spent."""
    for said in statements(talk):
        if said.unsure or _NO_BUDGET.search(said.plain):
            continue
        asked = said.first and _ASKS_BUDGET.search(last_question(said.asked))
        own = _BUDGET.search(said.plain)
        if (asked or own) and _amount(said):
            yield said.claim()


def _amount(said: Said) -> bool:
    return bool(amounts_in(said.sentence.text, bare=True))


def read_figures(talk: Conversation) -> Iterator[Found]:
    """What the trouble costs, or the gain is worth, in the buyer's own money."""
    for said in statements(talk):
        plain = said.plain
        if _OUR_PRICE.search(plain) or _RATE.search(plain) or plain.startswith(" if "):
            continue
        if amounts_in(said.sentence.text, bare=True) and _is_cost(said):
            yield said.claim()


def _is_cost(said: Said) -> bool:
    """Whether the sentence says that it costs, or answers the question what it costs."""
    question = last_question(said.asked)
    counted = " how many " in question and not amounts_in(said.sentence.text)
    if counted or _ASKS_ELSE.search(question):
        return False
    if _COSTS.search(said.plain):
        return True
    asked = _ASKS_SIZE.search(question)
    return bool(asked and (said.first or _COMES_TO.search(said.plain)))


def read_measures(talk: Conversation) -> Iterator[Found]:
    """Figures of money, and troubles that the buyer puts a number to."""
    money = tuple(read_figures(talk))
    known = {(f.turn_index, f.quote) for f in money}
    yield from money
    for found in read_pain(talk):
        if (found.turn_index, found.quote) not in known and _MEASURE.search(found.quote):
            yield found

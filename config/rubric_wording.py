"""Words that stand for an impression: of a person's attitude, or of how good something was."""

import re

_ATTITUDES = re.compile(
    r"\b(?:confiden(?:t|ce|tly)|enthusias\w+|passiona\w+|friendl\w+"
    r"|professional(?:ly|ism)?(?! (?:services?|liability|indemnity)\b)"
    r"|effective(?:ly)?(?! (?:date|rate|tax|from|as of)\b)"
    r"|empath\w+|charisma\w*|genuine(?:ly)?|engaged|motivated|positive attitude|attitude|mindset"
    r"|rapport|credib\w+|authentic\w*|energ(?:y|etic\w*)|proactive\w*"
    r"|appropriate(?:ly)?|curio(?:us\w*|sity)|warm(?:th|ly)?|patien(?:ce|tly)|polite\w*|courte\w+"
    r"|respectful\w*|attentive\w*|sincer\w+|gravitas|presence|acumen|assertive\w*|persuasive\w*"
    r"|compelling\w*|consultative\w*|strategic(?:ally)?|thoughtful\w*|likeab\w+|calm(?:ly)?"
    r"|charm\w*|helpful\w*|supportive\w*|caring|natural(?:ly)?|comfortabl[ey]|resilien\w+"
    r"|adaptab\w+|trustworth\w+|(?:good|great|active|careful) listen\w+"
    r"|listens? (?:active|careful|attentive)ly|actively listens?)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\bthe rep (?:\w+ly )?(?:is|are|seems|sounds|feels|appears|remains|comes across|has an?)\b"
    r"|\b(?:builds?|earns?|gains?|creates?|wins?|inspires?|establish(?:es)?) (?:\w+ ){0,2}trust\b"
    r"|\b(?:rep|and|or|,) (?:\w+ly )?cares\b"
    r"|\bshows? (?:\w+ ){0,2}(?:interest|understanding|care|respect|concern)\b"
    r"|\b(?:is|and|stays|remains|very) patient\b|\bpatient (?:with|and)\b"
    r"|\b(?:sounds?|seems?|feels?|comes? across) (?:sure|natural|interested|prepared)\b",
    re.IGNORECASE,
)
"""What somebody is, seems or inspires, in place of what is said or done."""
_MEASURED = (
    r"(?:of|value|order|cost|price|time|size|length|number|rate|deal|amount|revenue|spend"
    r"|margin|volume|share|delay|wait|age|day|week|month|year)s?"
)
"""What an average is taken of, so that it is a figure and no mark."""
_DEGREES = re.compile(
    r"\b(?:(?<!as )(?<!how )well(?! as\b|[- ]being\b|-known\b| over\b| before\b| after\b)"
    r"|properly|adequately|sufficiently|somewhat|fairly|poorly"
    r"|nicely|thoroughly|strongly"
    r"|excellent(?:ly)?|outstanding|superb(?:ly)?|mediocre|good job|great job)\b"
    rf"|(?<!\bon )\baverage\b(?! (?:\w+ )?{_MEASURED}\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def attitude_in(text: str) -> str | None:
    """The first words about an attitude, as they stand there; quotations do not count."""
    said = _QUOTED.sub("", text)
    word = _ATTITUDES.search(said) or _STATES.search(said)
    return word[0].strip(" ,") if word else None


def quality_in(text: str) -> str | None:
    """The first words that say how somebody was or how good it was; quotations do not count."""
    word = _DEGREES.search(_QUOTED.sub("", text))
    return attitude_in(text) or (word[0] if word else None)

"""Words that stand for an impression: of a person's attitude, or of how good something was."""

import re

_ATTITUDES = re.compile(
    r"\b(?:confiden(?:t|ce|tly)|enthusias\w+|passiona\w+|professional(?:ly|ism)?|friendl\w+"
    r"|empath\w+|charisma\w*|genuine(?:ly)?|engaged|motivated|positive attitude|attitude|mindset"
    r"|rapport|credib\w+|authentic\w*|energ(?:y|etic\w*)|proactive\w*|effective(?:ly)?"
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
_DEGREES = re.compile(
    r"\b(?:(?<!as )well(?! as)|properly|adequately|sufficiently|somewhat|fairly|poorly"
    r"|nicely|thoroughly|strongly"
    r"|excellent(?:ly)?|outstanding|superb(?:ly)?|average|mediocre|good job|great job)\b",
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

"""Lists of single words."""

from typing import Final


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP: Final = _listed("""
    a about above actually after again all almost already alright also always am an and any
    anybody anyone anything are around as at back be because been before being bit but by call
    came can come could day did different do does doing done down each either else enough even
    ever every everybody everything exactly far few fine first for from get gets getting give go
    goes going gone good got great had happen happens has have having he hear help her here hers
    him his hold honestly how i if in into is it its just keep kind know last least less let
    like likely little long look lot made make makes many may maybe me mean might mine more most
    much my myself need never new next nice no not nothing now of off often oh okay on once one
    only or other our out over own part perhaps please point pretty probably put question quite
    rather ready really right said same say says see seem seen sense she should show since so
    some somebody someone something sometimes soon sort stuff sure take talk tell than thank
    thanks that the their them then there these they thing things think this those though
    through time to today together too took top two under understand until up us use used using
    usually very want wants was way we well went were what when where whether which while who
    whole why will with within without work works would yeah yes yet you your
""")
"""Words that carry no subject of their own."""

NUMBERS: Final = _listed("""
    billion double dozen eight eighteen eighty eleven fifteen fifty five forty four fourteen
    half hundred hundreds million millions nine nineteen ninety percent quarter seven seventeen
    seventy six sixteen sixty ten third thirteen thirty thousand thousands three triple twelve
    twenty twice two
""")
"""Numbers and parts in words; ``one`` is mostly a pronoun."""

BACKCHANNELS: Final = _listed("""
    alright cool exactly fine good got great hm hmm i it mhm mm mm-hm nice oh ok okay perfect
    right see sure thanks uh-huh wow yeah yep yes
""")
"""What a listener says to show that he or she listens."""

ENGLISH: Final = _listed("""
    about and are as at be because been but can could do for from had have he how i if is it
    just know like my not of on or our she so that the them there they think this to we were
    what when which will with would you your
""")
"""Words that are common in spoken English and rare in other languages."""

DAYS_AND_MONTHS: Final = _listed("""
    april august december february friday january july june march may monday november october
    saturday september sunday thursday tuesday wednesday
""")

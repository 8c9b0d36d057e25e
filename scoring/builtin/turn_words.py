"""Lists of single words that the turn reader tells apart; every other word is "some word"."""

from typing import Final

from scoring.builtin.words import DAYS_AND_MONTHS


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEPT: Final = _listed("""
    a able about actually afraid after again agree all almost already also although always am an
    and another any anybody anyone anything are as ask at away bad be because been before being
    better big bit bothers bring brings brought but by can care change come comfortable consider
    could curious day describe did do does doing done else enough even ever every everybody
    everyone everything example explain far feel feeling feels felt few find first for from get
    gets getting give given go goes going gone good got great had happen happened happening
    happens hard has have having he hear heard help her here him his hold home hope how however
    i idea if imagine important in instead interested into is it its join just keep kind know
    last least less let life like likely little long look looking lot love made make makes many
    matter matters may maybe me mean means might mind mine more most much must my myself need
    needs never new next nice no nobody none not nothing notice noticed now of off often okay on
    once one only open or other others our out over own part people perhaps please possible
    prefer probably problem put question questions rather ready really right said same saw say
    saying says see seem seems seen sense share she should show since so some somebody someone
    something sometimes sorry sort sound sounds still stop struggle sure take talk tell than
    thank thanks that the their them then there these they thing things think thinking this
    those though thought through time to today together told too tough tried try trying two
    understand unless until up us use used usually very walk want wanted wants was way we week
    well went were what when where whether which while who whole why will willing wish with
    without wonder wondering work worried worry would year yes yet you your yours yourself
    ask asking allow advice suggest recommend offer decide decided plan start started
    """)  # fmt: skip
"""Words of everyday speech that keep their own name in runs of words."""

FEELINGS: Final = _listed("""
    afraid alone angry annoyed annoying anxious anxiety ashamed awful awkward betrayed bitter
    bored burden challenging concerned confident confused confusing crushed dangerous daunting
    depressed desperate determined devastated devastating difficult disappointed disappointing
    discouraged discouraging down drained embarrassed embarrassing empty excited exciting
    exhausted exhausting fear fed-up frightened frightening frustrated frustrating frustration
    glad grateful grief guilt guilty happy hard heartbreaking heavy helpless hesitant hopeful
    hopeless horrible humiliated humiliating hurt hurtful hurts insecure isolated jealous
    judged lonely lost loss mad miserable miss motivated nervous overwhelmed overwhelming pain
    painful panic powerless pressure proud pushed regret rejected relief relieved resentful
    rough sad scared scary shame shock shocked sick stress stressed stressful struggling stuck
    tense terrible terrified tired torn tough trapped unappreciated uncertain uncomfortable
    undervalued uneasy unfair unhappy unsettling unsure unwanted upset upsetting useless
    vulnerable wary weird wonderful worn worried worries worry worthless
    """)
"""Words for how somebody feels, and for what makes one feel so."""

LEADS: Final = _listed("""
    ah alright also and anyway but good great hey hi hello hmm hm mhm mm no now oh ok okay or
    perfect right so sure then uh um well wow yeah yep yes
    """)
"""What a sentence may open with before it begins."""

ASKING: Final = _listed("what how why where when who which")

AUXILIARY: Final = _listed("""
    do does did is are was were would will can could have has had should might shall am about
    """)

DEPENDENT: Final = _listed("""
    know see understand tell show that exactly to just is depends matter matters about of wonder
    explain think said asked sure idea forgot remember me like
    """)
"""Words after which ``what`` or ``how`` mostly opens a clause and asks nothing."""

NOISE: Final = _listed("um uh uhm er erm hm hmm mm mhm ah eh")
"""Sounds that carry no words."""

CALENDAR: Final = DAYS_AND_MONTHS | _listed("""
    tomorrow tonight monday tuesday weekend weekends morning afternoon evening noon o'clock
    """)

SPELT: Final = {
    "youre": "you are", "youve": "you have", "youll": "you will", "youd": "you would",
    "theyre": "they are", "theyve": "they have", "theyll": "they will", "theyd": "they would",
    "weve": "we have", "hes": "he is", "shes": "she is", "ive": "i have", "im": "i am",
    "arent": "are not", "wasnt": "was not", "werent": "were not", "havent": "have not",
    "hasnt": "has not", "hadnt": "had not", "shouldnt": "should not", "dont": "do not",
    "doesnt": "does not", "didnt": "did not", "isnt": "is not", "wont": "will not",
    "cant": "can not", "wouldnt": "would not", "couldnt": "could not", "aint": "is not",
    "thats": "that is", "whats": "what is", "hows": "how is", "theres": "there is",
    "wheres": "where is", "whos": "who is", "itll": "it will", "itd": "it would",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "kinda": "kind of",
    "dunno": "do not know", "ok": "okay", "mom": "mum", "ur": "your", "u": "you", "r": "are",
    "alot": "a lot", "cause": "because", "'cause": "because", "cuz": "because", "'em": "them",
}  # fmt: skip
"""Short forms as they are written without apostrophes or in haste."""

"""The words a question may be made of besides names and skills. Anything else: no answer."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLER = _words(
    """
    a an the is are was be been being am do does did doing done has have had having how
    what which where when can could would should will may might please kindly thanks thank
    hey hi hello dear reploop ok okay so and then also really just only any some on at in
    with of for to from about around regarding by over under as than it its this that
    these those there here now currently lately recently today right moment week days
    overall general far stand stands standing go goes going get gets getting look looks
    looking perform performs performing performance rate rated score scores scored level
    levels proficiency skill skills tier tiers number numbers figure figures result
    results profile stats status progress progressing trend trends trending update report
    summary overview see show tell give list know let check call calls one ones area areas
    thing things most least very much more bit or if all each every whole you
    """
)

THIRD = frozenset({"he", "she", "they", "them", "his", "her", "hers", "their", "theirs"})
"""Understood only beside a name."""

CHANGE = _words(
    """
    improving improved progressed rising rose growing grown up down declining declined
    slipping slipped dropping dropped falling fallen fell changed changing moved moving
    """
)
"""Understood of one person: there is no ranking by change."""

OWN = frozenset({"i", "me", "my", "mine", "myself"})

GROUP = _words(
    """
    who whom whose team teams rep reps anyone anybody someone somebody everyone everybody
    people person salesperson salespeople seller sellers
    """
)

WEAK = _words(
    """
    help helping need needs needing support coaching coach coached attention weak weaker
    weakest weakness weaknesses worst worse bad badly poor poorly low lower lowest
    struggle struggles struggling behind bottom lag lags lagging improve improvement
    improvements work working practice practise focus train training gap gaps trouble
    difficulty difficulties development develop
    """
)

STRONG = _words(
    """
    best strong stronger strongest strength strengths good great well better top high
    higher highest excellent lead leads leading leader ahead star shine shines excel
    excels master rank ranked ranking
    """
)

NOT = frozenset({"not", "no", "never"})

EVERY = FILLER | THIRD | CHANGE | OWN | GROUP | WEAK | STRONG | NOT
"""Never taken for a slip of a name: ``show`` is not Shaw."""

HELP_QUESTIONS = frozenset(
    {
        "",
        "help",
        "help me",
        "help please",
        "please help",
        "hi",
        "hello",
        "hey",
        "hi reploop",
        "hello reploop",
        "hey reploop",
        "what can you do",
        "what can you answer",
        "what can you tell me",
        "what can i ask",
        "what can i ask you",
        "what do you know",
        "what do you do",
        "how does this work",
        "how do you work",
        "how do i use this",
        "how do i use you",
        "what should i ask",
        "who are you",
        "what are you",
        "commands",
        "usage",
        "examples",
    }
)

REQUESTS = (
    ("tell", "me"),
    ("show", "me"),
    ("give", "me"),
    ("let", "me", "know"),
    ("let", "me", "see"),
    ("can", "i", "see"),
    ("could", "i", "see"),
    ("may", "i", "see"),
    ("i", "want", "to", "know"),
    ("i", "want", "to", "see"),
    ("i", "would", "like", "to", "know"),
    ("i", "would", "like", "to", "see"),
    ("do", "you", "know"),
    ("can", "you"),
    ("could", "you"),
    ("would", "you"),
)
"""Ways to ask that say nothing about whom; taken out before ``my`` and ``me`` are read."""

TEAM_OF_MINE = (
    ("my", "team"),
    ("my", "teams"),
    ("my", "reps"),
    ("my", "people"),
    ("our", "team"),
    ("our", "reps"),
    ("the", "team"),
    ("in", "my", "team"),
    ("on", "my", "team"),
)

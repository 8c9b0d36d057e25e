"""The words a question may be made of besides names, skills and times.

Each kind of question has its own; a word that is in none of those it may use: no answer.
"""

from domain.questions import QuestionKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLER = _words(
    """
    a an the is are was were be been being am do does did doing done has have had having how
    what which where when can could would should will may might please kindly thanks thank
    hey hi hello dear reploop ok okay so and then also really just only any some on at in
    with of for to from about around regarding by over under as it its this that
    these those there here now currently lately recently recent right moment today
    overall general far stand stands standing goes go going get gets getting look looks
    looking perform performs performing performance rate rated score scores scored level
    levels proficiency skill skills tier tiers number numbers figure figures result
    results profile stats status report summary overview see show tell give list know let
    check call calls one ones area areas thing things most least very much more bit or if
    all each every whole you days week quick quickly me us during within between since
    into across out make makes made we our ours current present still yet already anything
    something got gotten become becoming
    """
)

THIRD = frozenset({"he", "she", "they", "them", "his", "her", "hers", "their", "theirs"})
"""Understood only beside a name."""

UP = _words(
    "improving improved improves rising rose growing grown grew gained gaining climbing climbed"
)
DOWN = _words(
    """
    declining declined slipping slipped slips drop dropping dropped drops falling fallen fell
    worsening worsened decline sliding slid regressed regressing
    """
)
MOVING = _words(
    "up down changing changed change changes moving moved move moves progressed progress"
)
CHANGE = UP | DOWN | MOVING
TREND = _words(
    """
    trend trends trending trajectory progress progressing progression progressed development
    developing developed evolved better worse day days
    """
)

OWN = frozenset({"i", "me", "my", "mine", "myself"})

GROUP = _words(
    """
    who whom whose team teams rep reps anyone anybody someone somebody everyone everybody
    people company organisation organization person salesperson salespeople seller sellers
    """
)

WEAK = _words(
    """
    help helping use need needs needing support coaching coach attention weak weaker
    weakest weakness weaknesses worst worse bad badly poor poorly low lower lowest
    struggle struggles struggling behind bottom lag lags lagging improve improvement
    improvements work working practice practise focus train training gap gaps trouble
    difficulty difficulties develop
    """
)

IMPROVE = _words("improve improvement improvements")

STRONG = _words(
    """
    best strong stronger strongest strength strengths good great well better top high
    higher highest excellent lead leads leading leader ahead star shine shines excel
    excels master rank ranked ranking
    """
)

NOT = frozenset({"not", "no", "never", "nobody"})
NO_TOPIC = NOT | _words(
    """
    most least more less fewest often oftener rarely seldom hardly without except excluding
    instead only nothing none
    """
)
"""Never words that somebody spoke: they turn or rank what is asked for."""

FOCUS = _words(
    "focus priority priorities next first work practise practice learn improve train coach coaching"
)
TOPIC = _words("talk discuss cover address")
"""What a manager does with a rep in a 1:1."""
MEETING = _words("1 one 1on1 meeting next week")
SHOULD = _words("should focus priority priorities ought")

COMPARE = _words(
    "above below compare compared compares comparing comparison versus vs against difference differ"
)
COMPARING = COMPARE | _words(
    "better worse stronger weaker ahead behind average rest others peers than"
)

COVERAGE = _words(
    """
    coverage covered unscored skipped skip missing missed ungraded graded many count number
    total why without recorded percent percentage share failed reason reasons left
    """
)

TIER_MOVES = _words(
    """
    tier tiers change changes changed move moves moved moving up down promoted demoted reached
    rose drop dropped fell new news gained lost went came became reach higher lower
    """
)

HANDLE = _words("handle handles handling answer answers answering respond responds responding")

DEAL = _words("deal deals opportunity opportunities pipeline")
WON = _words("won win wins winning closed-won")
LOST = _words("lost lose losing loses")
OPEN = _words("open active running ongoing live")
DEALS = (
    DEAL
    | WON
    | LOST
    | OPEN
    | _words("stage state last latest stood called named belong belongs involved many number count")
    | _words("happening happen happened")
)

MOMENT = _words(
    """
    moment moments example examples clip clips quote quotes instance instances said saying
    say mention mentioned mentions mentioning handled handle handles dealt responded respond
    answered answer answers answering respond responds responding heard talked talk talking
    spoke bring brings bringing brought raised raise raises discussed come came
    """
)
BUYERS = _words("buyer buyers customer customers prospect prospects")
MOMENTS = MOMENT | BUYERS | _words("find time times up was were")

ORDER_LATEST = _words("latest last newest recent")
ORDER_BEST = _words("best top strongest highest")
ORDER_WORST = _words("worst weakest lowest poorest")
CALLS = (
    ORDER_LATEST
    | ORDER_BEST
    | ORDER_WORST
    | _words("find were was took place scoring list come came up discussed raised brought")
    | _words("bring said say mention mentioned mentions mentioning heard talked talk spoke went")
    | BUYERS
)

COMMITMENT = _words(
    "commitment commitments agreed agree agreement promised promise committed commit"
)
COMMITMENTS = COMMITMENT | _words(
    """
    1 one 1on1 meeting last keeping kept keep stuck sticking stick happened happen follow
    following followed through up open work working do try with still current running latest to
    her his their
    """
)

PLAY = _words(
    """
    roleplay roleplays assignment assignments practised practiced practising practicing assigned
    """
)
PRACTICE = PLAY | _words(
    """
    role play plays practice practices practise assigned due overdue pass passed fail failed
    attempts attempt session sessions open started exercise exercises finished late
    """
)

EXTRA = {
    QuestionKind.WHO: GROUP
    | WEAK
    | STRONG
    | UP
    | DOWN
    | MOVING
    | NOT
    | _words("trend trends trending"),
    QuestionKind.REP: WEAK | STRONG | NOT | HANDLE,
    QuestionKind.TREND: TREND | CHANGE | NOT | _words("well improve improvement improvements"),
    QuestionKind.COMPARE: COMPARING | GROUP | STRONG | (WEAK - IMPROVE),
    QuestionKind.COVERAGE: COVERAGE | NOT | GROUP,
    QuestionKind.TIER_MOVES: TIER_MOVES | GROUP,
    QuestionKind.DEALS: DEALS | GROUP,
    QuestionKind.MOMENTS: MOMENTS | GROUP | STRONG | WEAK,
    QuestionKind.CALLS: CALLS | GROUP | STRONG | WEAK,
    QuestionKind.COMMITMENTS: COMMITMENTS | GROUP,
    QuestionKind.PRACTICE: PRACTICE | GROUP,
    QuestionKind.FOCUS: FOCUS | SHOULD | WEAK | TOPIC | MEETING,
}
"""What a question of each kind may hold besides ``FILLER`` and ``OWN``."""

_TIMES = _words(
    """
    january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday yesterday week weeks month months quarter
    quarters year years days past previous current since between start beginning
    """
)
EVERY = FILLER | THIRD | OWN | _TIMES | frozenset().union(*EXTRA.values())
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

NEWEST = (("most", "recent"),)
NOW = (("at", "the", "moment"), ("at", "this", "moment"), ("in", "the", "moment"))
"""Says no more than that a level is of today; no moment of a call is meant."""

REQUESTS = (
    ("tell", "me"),
    ("show", "me"),
    ("give", "me"),
    ("find", "me"),
    ("get", "me"),
    ("remind", "me"),
    ("let", "me", "know"),
    ("let", "me", "see"),
    ("can", "i", "see"),
    ("could", "i", "see"),
    ("may", "i", "see"),
    ("i", "want", "to", "know"),
    ("i", "want", "to", "see"),
    ("i", "would", "like", "to", "know"),
    ("i", "would", "like", "to", "see"),
    ("any", "idea"),
    ("play", "me"),
    ("any", "thoughts", "on"),
    ("any", "update", "on"),
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
    ("rest", "of", "my", "team"),
    ("rest", "of", "the", "team"),
    ("the", "others"),
)

"""What was said on the story's calls: the same conversation, ended in different ways."""

OPENING = """\
{rep}: Hi Sam, thanks for the time. I'd like to understand how you plan shifts today, and then \
agree whether a second conversation makes sense. Does that work for you, with thirty minutes?
Sam Cole: Yes, that works for me, thirty minutes is good.
{rep}: Great. What made you look at shift planning right now?
Sam Cole: Overtime. We plan in spreadsheets and every Saturday we are short of {short} people.
{rep}: So if I understand you right, the spreadsheet leaves you short on Saturdays and you pay \
overtime for it, is that right?
Sam Cole: Exactly. It has been getting worse since spring.
{rep}: How much does that overtime cost you in a usual month?
Sam Cole: About {cost} thousand dollars a month, and two people quit over it.
{rep}: What happens if nothing changes before the autumn peak?
Sam Cole: Then we miss deliveries, and our largest customer has a penalty clause of five percent.
{rep}: Who else besides you would have to agree before you could change the planning tool?
Sam Cole: Our finance director, Carla Mendes, signs anything above ten thousand.
{rep}: And what will Carla want to see before she signs?
Sam Cole: She wants a payback within a year. Honestly, your price looks high to me.
"""
ANSWERED = """\
{rep}: I understand, nobody likes to pay more than needed. When you say high, what are you \
comparing it with?
Sam Cole: With the tool our sister site uses, it is about half.
{rep}: That's fair. At Marlow Foods the difference came back in four months, because overtime \
fell by thirty percent in the first quarter. Does that answer the concern, or is something left?
Sam Cole: That helps. If you can show me that, I am fine with it.
"""
IGNORED = """\
{rep}: Our product is really the best one there is, everybody says so, and the price is the price.
Sam Cole: Okay. It still looks high to me.
"""
DATED = """\
{rep}: Then let me send you the Marlow figures by tomorrow noon, and could we meet with Carla on \
Thursday at {hour} to go through the payback together?
Sam Cole: Thursday at {hour} works. I will invite Carla.
{rep}: Perfect. So I send the figures tomorrow, you invite Carla for Thursday at {hour}. \
Thanks, Sam.
"""
VAGUE = """\
{rep}: All right. I'll send you some information and we'll touch base at some point.
Sam Cole: Okay, thanks. Bye.
"""
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
COSTS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
HOURS = ("eight", "nine", "ten", "eleven", "two", "three", "four", "five")


def talk(rep: str, number: int, *, dated: bool, answered: bool = True) -> str:
    """The ``number``-th conversation of a rep; no two are word for word the same."""
    parts = (OPENING, ANSWERED if answered else IGNORED, DATED if dated else VAGUE)
    n = number % len(NUMBERS)
    return "".join(parts).format(rep=rep, short=NUMBERS[n], cost=COSTS[n], hour=HOURS[n])

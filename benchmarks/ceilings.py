"""How well one person agrees with others, where a source holds several people's labels."""

from collections.abc import Mapping, Sequence
from statistics import mean

from benchmarks.agreement import auc, f1, spearman
from benchmarks.labelled import AGREED, Said, holds
from benchmarks.lessons import conversations


def ceilings() -> Mapping[str, Mapping[str, float]]:
    """For each label that several people gave: the figures one of them reaches.

    Lend an Ear: what one crowd worker quotes beside what any other quoted. Uptake: one rater
    beside the mean of the other two.
    """
    return {
        "open question, Lend an Ear": _quotes("encouraging_elaboration"),
        "reflection, Lend an Ear": _quotes("demonstrating_understanding"),
        "builds on, uptake": {"Spearman": _raters()},
    }


def _quotes(behaviour: str) -> Mapping[str, float]:
    pairs: list[tuple[float, float]] = []
    for talk in conversations("lend_an_ear"):
        said = [t["text"] for t in talk["turns"] if t["speaker"] == "supporter"]
        workers = [_quoted(worker, behaviour, said) for worker in talk["crowd_scores_with_quotes"]]
        for at, one in enumerate(workers):
            others = workers[:at] + workers[at + 1 :]
            for turn, own in enumerate(one):
                pairs.append((float(any(o[turn] for o in others)), float(own)))
    return {"F1": f1(pairs, 0.5), "AUC": auc(pairs)}


def _quoted(worker: Said, behaviour: str, said: Sequence[str]) -> list[bool]:
    mark = worker.get(behaviour) or {}
    quote = mark.get("quote") if (mark.get("score") or 0) >= AGREED else None
    return [bool(quote) and holds(text, str(quote)) for text in said]


def _raters() -> float:
    """From a mean of three ratings and how many agree follow the three, but for their order.

    Where a mean leaves two possibilities both are taken, and every rater is left out in turn.
    Exchanges that fewer than three rated, or may have, are left out: that flatters people a bit.
    """
    found = []
    for choice in (0, 1):
        for left_out in range(3):
            pairs = []
            for talk in conversations("uptake"):
                ratings = _ratings(talk, choice)
                if ratings:
                    one = ratings[left_out]
                    pairs.append(((sum(ratings) - one) / 2.0, float(one)))
            found.append(spearman(pairs))
    return mean(found)


_SPLIT: Mapping[int, Sequence[tuple[int, int, int]]] = {
    1: ((0, 0, 1),), 2: ((0, 0, 2), (0, 1, 1)), 4: ((0, 2, 2), (1, 1, 2)), 5: ((1, 2, 2),),
}  # fmt: skip
"""Three ratings of 0-2 of which two agree, by their sum."""


def _ratings(talk: Said, choice: int) -> tuple[int, int, int] | None:
    rated, agreeing = talk["uptake_mean_0_2"], talk["uptake_raters_agreeing"]
    if rated is None or rated in (0.5, 1.5) or (rated in (0.0, 1.0, 2.0) and agreeing != 3):
        return None
    if agreeing == 3:
        return (round(rated), round(rated), round(rated))
    possible = _SPLIT[round(rated * 3)]
    three = possible[choice % len(possible)]
    # Who gave which rating is not told: it changes from exchange to exchange.
    turn = sum(talk["id"].encode()) % 3
    return three[turn], three[(turn + 1) % 3], three[(turn + 2) % 3]

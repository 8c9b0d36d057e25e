"""Whether what was agreed on happened: chances seen, chances taken, the moments, the verdict."""

from bot.reader import Reader
from domain.clips import Clip
from domain.commitments import Proof, Verdict
from domain.phrases import Phrase, phrase

TAKEN_LEVEL = 3
_VERDICTS = {
    Verdict.STICKING: "proof-sticking",
    Verdict.NOT_YET: "proof-not-yet",
    Verdict.TOO_FEW: "proof-too-few",
}


def proof_lines(proof: Proof, reader: Reader) -> list[str]:
    """What was agreed on when, the verdict with its chances, then the moments."""
    made = proof.commitment
    day = reader.day(made.agreed_at)
    lines = [
        reader.say("proof-agreed", day=day, behaviour=made.agreed),
        reader.say(_VERDICTS[proof.verdict], chances=_chances(proof)),
    ]
    for clip in proof.clips:
        lines += [reader.say(_kind(clip)), *reader.clip_lines(clip)[1:]]
    return lines


def _chances(proof: Proof) -> Phrase:
    since = phrase("proof-chances", taken=proof.taken, seen=proof.seen)
    if not proof.before_seen:
        return since
    before = phrase("proof-before", taken=proof.before_taken, seen=proof.before_seen)
    return phrase("proof-since-and-before", since=since, before=before)


def _kind(clip: Clip) -> str:
    taken = clip.level is not None and clip.level >= TAKEN_LEVEL
    return "clip-taken" if taken else "clip-missed"

"""Answers that quote: what was said about something, and how it was handled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coaching.ask.tokens import stems
from coaching.clips import LOWEST_BEST_LEVEL, ScoredCall, criterion_clip, moment_key, shorten
from domain.calls import Side, Turn
from domain.clips import Clip
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.ports.search import TurnHit, Within
from domain.questions import Answer, Because, Moments
from domain.scores import CriterionScore
from jobs.ask_cited import loaded
from jobs.ask_context import Asking

SHOWN = 5
HITS = 60
CALLS_READ = 24
"""Latest calls that are read for moments; how many there are is said of these alone."""
NEAR_TURNS = 2
"""How far from the words a proof may stand to be about them."""
_WORD = re.compile(r"[^\W_]+")


def moments(query: Moments, asking: Asking) -> Answer:
    """What was said with these words, or what proves a skill, or what is both; newest first."""
    if asking.sees_no_words:
        return asking.refused(Because.NO_WORDS)
    reps = [rep for rep in asking.chosen(query.rep_id) if asking.may_read(rep)]
    if not reps:
        return asking.refused()
    within = asking.within(reps, query.period, limit=HITS)
    words = stems(query.words)
    if query.skill_id is not None:
        clips, complete = _of_skill(query, words, within, asking)
    else:
        hits = asking.tx.search.turns(words, within)
        clips, complete = _of_words(hits, asking), len(hits) < HITS
    return _answer(query, clips, reps, asking, complete=complete)


def word_clips(hits: Sequence[TurnHit], asking: Asking, *, limit: int = SHOWN) -> tuple[Clip, ...]:
    """The first hits as moments, of the calls that the asker may read."""
    return _of_words(hits[: 3 * limit], asking)[:limit]


def _answer(
    query: Moments, clips: Sequence[Clip], reps: Sequence[Person], asking: Asking, *, complete: bool
) -> Answer:
    note = [phrase("answer-with-words", words=query.words)] if query.words else []
    if query.skill_id is not None:
        note.append(phrase("answer-on-skill", skill=asking.skill_name(query.skill_id)))
    key = "answer-moments" if complete else "answer-moments-many"
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-moments"),
        headline=phrase(key, n=len(clips)) if clips else Phrase("answer-no-moments"),
        number=len(clips),
        cited=tuple(clips[:SHOWN]),
        scope=(*asking.scope(reps, query.period), *note),
    )


# ── by words ─────────────────────────────────────────────────────────────────────────


def _of_words(hits: Sequence[TurnHit], asking: Asking) -> tuple[Clip, ...]:
    """Each place that was found, with what the rep said next where the buyer spoke.

    Turns that follow within two are one place: an answer that takes up the buyer's words.
    """
    calls = {hit.call.id: hit.call for hit in hits}
    scored = {each.call.id: each for each in loaded(list(calls.values()), asking)}
    clips: list[Clip] = []
    for hit in hits:
        found = scored.get(hit.call.id)
        if found is None or hit.turn_index >= len(found.transcript.turns):
            continue
        last = clips[-1] if clips else None
        if (
            last is None
            or last.call_id != hit.call.id
            or hit.turn_index > last.turn_index + NEAR_TURNS
        ):
            clips.append(_clip(found, found.transcript.turns[hit.turn_index]))
    return tuple(clips)


def _clip(scored: ScoredCall, turn: Turn) -> Clip:
    return Clip(
        call_id=scored.call.id,
        call_title=scored.call.title,
        call_at=scored.call.started_at,
        turn_index=turn.index,
        start_s=turn.start_s,
        speaker=turn.speaker,
        quote=shorten(turn.text),
        note=_reply(scored, turn),
    )


def _reply(scored: ScoredCall, turn: Turn) -> str:
    """What the rep said next, where somebody else spoke."""
    if turn.side is Side.REP:
        return ""
    after = scored.transcript.turns[turn.index + 1 : turn.index + 1 + NEAR_TURNS]
    reply = next((t for t in after if t.side is Side.REP), None)
    return "" if reply is None else shorten(f"{reply.speaker}: {reply.text}")


# ── by skill ─────────────────────────────────────────────────────────────────────────


def _of_skill(
    query: Moments, words: Sequence[str], within: Within, asking: Asking
) -> tuple[tuple[Clip, ...], bool]:
    """Proofs of the skill, with words only those that stand near them; and whether all."""
    assert query.skill_id is not None  # noqa: S101 - the caller looked
    if words:
        hits = asking.tx.search.turns(words, within)
        calls = list({hit.call.id: hit.call for hit in hits}.values())
        complete = len(hits) < HITS
    else:
        found = asking.tx.search.observed(query.skill_id, replace(within, limit=CALLS_READ + 1))
        calls, complete = [each.call for each in found], len(found) <= CALLS_READ
    complete = complete and len(calls) <= CALLS_READ
    clips: dict[tuple[str, int], Clip] = {}
    for scored in loaded(calls[:CALLS_READ], asking):
        for score in scored.scorecard.criteria:
            if not _meant(score, query):
                continue
            for clip in _proof(scored, score, words):
                clips.setdefault(moment_key(clip), clip)
    return tuple(clips.values()), complete


def _meant(score: CriterionScore, query: Moments) -> bool:
    if score.level is None or query.skill_id not in score.skill_ids:
        return False
    return query.strong is None or query.strong == (score.level >= LOWEST_BEST_LEVEL)


def _proof(scored: ScoredCall, score: CriterionScore, words: Sequence[str]) -> Iterator[Clip]:
    """The moment that a criterion's level rests on; with words, where they were said."""
    clip = criterion_clip(scored, score)
    if clip is None:
        return
    if not words:
        yield clip
        return
    near = {
        index
        for proof in score.evidence
        for index in range(proof.turn_index - NEAR_TURNS, proof.turn_index + NEAR_TURNS + 1)
    }
    for turn in scored.transcript.turns:
        if turn.index in near and holds(turn.text, words):
            told = _clip(scored, turn)
            note = told.note or clip.note
            yield replace(told, criterion_id=score.criterion_id, level=score.level, note=note)
            return


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether a word of the text begins with each of these stems."""
    found = _WORD.findall(text.lower())
    return all(any(word.startswith(stem) for word in found) for stem in words)

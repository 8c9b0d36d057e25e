"""Which moments of a planned agenda may still be shown: calls change after it was planned."""

from coaching.clips import stands_in
from domain.agendas import Agenda, RepAgenda
from domain.calls import Call, CallId, CallState, Transcript
from domain.clips import Clip
from domain.people import PersonId
from domain.ports import Stores
from domain.scores import Scorecard
from jobs.scored_calls import held_back
from jobs.services import Services


def with_standing_moments(agenda: Agenda, tx: Stores, services: Services) -> Agenda:
    """The agenda without moments that no longer stand.

    A moment stands while its call is scored and this rep's, open to the manager, still holds
    the quoted words, and its behaviour still has the level that the moment shows.
    """
    ids = sorted(agenda.cited)
    calls = {i: call for i in ids if (call := tx.calls.get(i)) is not None}
    held = held_back(agenda.manager_id, list(calls.values()), tx, services)
    known = _Known(
        calls={i: call for i, call in calls.items() if i not in held},
        cards=dict(tx.scorecards.latest_of(ids)),
        transcripts={i: text for i in calls if (text := tx.calls.transcript(i)) is not None},
    )
    return agenda.keeping(known.stands)


class _Known:
    """What is true of the cited calls now."""

    def __init__(
        self,
        calls: dict[CallId, Call],
        cards: dict[CallId, Scorecard],
        transcripts: dict[CallId, Transcript],
    ) -> None:
        self._calls, self._cards, self._transcripts = calls, cards, transcripts

    def stands(self, rep: RepAgenda, clip: Clip) -> bool:
        """Whether this clip may be shown in this rep's part."""
        call, transcript = self._calls.get(clip.call_id), self._transcripts.get(clip.call_id)
        if call is None or transcript is None or not _is_theirs(call, rep.rep_id):
            return False
        return stands_in(clip, transcript) and self._level(clip) == clip.level

    def _level(self, clip: Clip) -> int | None:
        card = self._cards.get(clip.call_id)
        scores = card.criteria if card else ()
        return next((s.level for s in scores if s.criterion_id == clip.criterion_id), clip.level)


def _is_theirs(call: Call, rep_id: PersonId) -> bool:
    # While it is scored again its old score stands.
    return call.rep_id == rep_id and call.state in (CallState.SCORED, CallState.READY)

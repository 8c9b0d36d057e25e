"""States and reasons in plain words, as pages say them."""

from domain.calls import CallState, CallType, NotScorable, Side
from domain.changes import WriteState
from domain.effects import EffectKind, EffectState
from domain.scores import Medal, NotScoredBecause
from jobs.viewers import LookKind

NOT_SCORABLE = {
    NotScorable.NO_TRANSCRIPT: "The meeting tool made no transcript.",
    NotScorable.EMPTY_TRANSCRIPT: "The transcript is empty.",
    NotScorable.UNREADABLE_TRANSCRIPT: "The transcript could not be read.",
    NotScorable.TOO_SHORT: "The call was too short to judge.",
    NotScorable.TOO_LITTLE_REP_SPEECH: "The rep said too little to judge.",
    NotScorable.INTERNAL_ONLY: "Only colleagues were on the call.",
    NotScorable.NO_REP: "None of our reps was on the call.",
    NotScorable.NO_SPEAKERS: "The transcript does not say who speaks.",
    NotScorable.AMBIGUOUS_SPEAKERS: "Rep and buyer cannot be told apart by name.",
    NotScorable.DOWNLOAD_REFUSED: "The download address is not one of the meeting tool's.",
    NotScorable.NO_RUBRIC: "No rubric covers this type of call.",
}
NOT_SCORED = {
    NotScoredBecause.NO_OCCASION: "The call gave no occasion for it.",
    NotScoredBecause.NOT_APPLICABLE: "It is not part of this type of call.",
    NotScoredBecause.NO_VALID_EVIDENCE: "No quote in the transcript proves a level.",
    NotScoredBecause.WRONG_SIDE: "The quoted words were the other side's.",
    NotScoredBecause.LEVEL_OFF_SCALE: "The grader answered off the scale.",
    NotScoredBecause.SUSPECT_EVIDENCE: "The quoted words speak to a grader, so they prove nothing.",
    NotScoredBecause.NO_READER: "It takes a language model to judge, and none is connected.",
    NotScoredBecause.UNSUPPORTED_LANGUAGE: "The language of the call is not supported.",
    NotScoredBecause.TOO_LITTLE_SPEECH: "Too little was said to judge it.",
    NotScoredBecause.GRADER_UNSURE: "The grader was not sure.",
    NotScoredBecause.POOR_TRANSCRIPT: "The transcript is too poor to judge.",
}
CALL_STATES = {
    CallState.WAITING: "Waiting for a transcript",
    CallState.READY: "Waiting to be scored",
    CallState.SCORED: "Scored",
    CallState.SKIPPED: "Kept, not scored",
    CallState.DEAD: "Scoring failed",
    CallState.DELETED: "Deleted",
}
LOOKS = {
    LookKind.PAGE: "your page",
    LookKind.CALL: "a call of yours",
    LookKind.TEAM: "the team's figures",
    LookKind.EXPORT: "an export of figures",
    LookKind.ASK: "a question to Reploop",
    LookKind.AGENDA: "the weekly agenda",
    LookKind.APPEAL: "an appeal of yours",
}
CALL_TYPES = {
    CallType.DISCOVERY: "Discovery",
    CallType.DEMO: "Demo",
    CallType.NEGOTIATION: "Negotiation",
    CallType.RENEWAL: "Renewal",
    CallType.CHECK_IN: "Check-in",
    CallType.OTHER: "Other call",
}
SIDES = {Side.REP: "rep", Side.BUYER: "buyer", Side.UNKNOWN: "speaker"}
MEDALS = {Medal.GOLD: "Gold", Medal.SILVER: "Silver", Medal.BRONZE: "Bronze"}
WRITE_STATES = {
    WriteState.WRITTEN: "written",
    WriteState.UNCHANGED: "already so",
    WriteState.KEPT_HUMAN: "kept a person's change",
    WriteState.RESTORED: "put back what a person wrote meanwhile",
    WriteState.WAITING: "waits for approval",
    WriteState.THEIRS: "not ours to write",
    WriteState.REFUSED: "refused by the CRM",
}
CRM_WORK = {
    EffectKind.CRM_LINK: "Finding the deal of a call",
    EffectKind.CRM_DEAL: "Deals",
    EffectKind.CRM_CALL: "Call records",
    EffectKind.CRM_SNAPSHOTS: "Skill snapshots",
    EffectKind.CRM_OWNERS: "Fields of users",
    EffectKind.CRM_PULL: "The nightly look at the deals",
    EffectKind.CRM_LOOK: "A look at one deal",
    EffectKind.CRM_ROLLBACK: "Rolling back",
}
ENDS = {
    EffectState.DEAD: "given up",
    EffectState.PARKED: "waits for somebody to mend it",
}
FORM_ENDS = {
    "resumed": "Writing goes on. What was waiting is written now.",
    "not_stopped": "Nothing was to be done: it is not stopped, or was stopped anew. Look again.",
    "approved": "Approved. It is written within a minute, if it still says the same then.",
    "declined": "Declined. The same value is not asked about again.",
    "gone": "It does not wait any more: somebody decided, or the value changed since.",
}
BACK_STATES = {
    WriteState.WRITTEN: "would be put back",
    WriteState.UNCHANGED: "as before already",
    WriteState.KEPT_HUMAN: "stays: changed since",
    WriteState.RESTORED: "stays: changed meanwhile",
    WriteState.REFUSED: "not possible",
}
"""What rolling back makes of a field, before it does."""
BACK_DONE = {
    WriteState.WRITTEN: "put back",
    WriteState.UNCHANGED: "as before already",
    WriteState.KEPT_HUMAN: "left: changed since",
    WriteState.RESTORED: "left: changed meanwhile",
    WriteState.REFUSED: "not possible",
}

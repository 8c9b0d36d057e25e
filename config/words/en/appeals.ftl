# Appeals: a rep contests a level, the manager decides.

appeal-button = See it differently?
appeal-another-button = Anything else?
appeal-which = Which behaviour on which call?
appeal-choice-which = { $title } · { $call }
appeal-nothing = There is no scored call of yours yet.
appeal-title = See it differently
appeal-about = *{ $title }* on { $call }
appeal-behaviour = What counts here: { $behaviour }
appeal-level = { $level } of { $most }
appeal-no-level = not scored
appeal-graded = Level given: *{ $level }*
appeal-graded-because = Because: { $reason }
appeal-quote = > “{ $quote }”
appeal-why-label = What should your manager know?
appeal-why-hint = Say what happened on the call, and where. Your manager reads this and decides.
appeal-needs-reason = Nothing was sent: a reason is needed.
appeal-sent = Sent to your manager. You will hear from me once it is decided; until then the score stands as it is.
appeal-withdrawn-said = Taken back. The score stands as it is.
appeal-withdraw-label = Do you want to take it back?
appeal-withdraw-choice = Yes, take it back
appeal-you-wrote = You wrote: { $reason }
appeal-is-open = You sent this to your manager on { $day }. It is not decided yet.
appeal-is-decided = Your manager has decided this: { $level }. “{ $why }”
appeal-gone = The call was scored anew since, and this criterion is not part of it any more. There is nothing left to decide.

appeal-message-title = { $rep } sees a score differently
appeal-sentence = { $rep } sees “{ $title }” on { $call } differently.
appeal-open-to-you = { $rep } asks you to look at this level. It stands until you decide.
appeal-you-changed = :white_check_mark: Decided: now *{ $level }*.
appeal-you-kept = :white_check_mark: Decided, unchanged: *{ $level }*.
appeal-was-withdrawn = { $rep } took this back. There is nothing to do.
appeal-was-dropped = The call's transcript was replaced and the call scored anew, so this no longer applies.
appeal-moved = An appeal stood here. Another manager looks after it now.
appeal-rep-wrote = *{ $rep } says*
appeal-rep-says = In the rep's words: { $reason }
appeal-anchors = *What each level means*
    0 · { $a0 }
    1 · { $a1 }
    2 · { $a2 }
    3 · { $a3 }
    4 · { $a4 }
appeal-decide-button = Decide
appeal-decide-title = Decide this appeal
appeal-level-label = Which level does the call show?
appeal-choice = { $level } · { $anchor }
appeal-choice-keep = Keep it: { $level }
appeal-choice-none = The call gave no occasion for it
appeal-answer-label = Why?
appeal-answer-hint = The rep reads this.
appeal-needs-both = Nothing was decided: a level and a reason are needed.
appeal-kept-said = Decided. { $rep } is told that it stays, and why.
appeal-changed-said = Decided. { $rep } is told, and all figures that rest on this call follow.
appeal-what-follows = Your level replaces the one that was given, and both are kept. { $rep } is told what you decide, with your reason.

ruling-title = Your appeal is decided
ruling-changed = Your manager decided: *{ $became }*. Before: { $was }.
ruling-no-occasion = Your manager says that the call gave no occasion for this, so it no longer counts. It was { $was }.
ruling-kept = Your manager looked at it and kept it: *{ $became }*.
ruling-dropped = The call's transcript was replaced and the call scored anew, so what was said about the old score no longer applies. If you see the new one differently too, say so again.
ruling-why = *{ $manager } says*
ruling-follows = The call's score, your figures and your tiers follow within a minute.
ruling-kept-follows = Nothing changes in your figures. It is worth a minute in your next 1:1.
ruling-by = :speech_balloon: Given by your manager on { $day }. It was { $was } before.

# A rep's own score after a call.

call-title = Your call: { $title }
call-result = *{ $points } of 100* · one call
call-no-result = *No overall score*: too little of this call could be scored.
call-minutes = { $n } min
call-best = :star: *Best moment* — { $title } ({ $level } of { $most })
call-try = :seedling: *Try next time* — { $title } ({ $level } of { $most })
call-try-also = :seedling: *And also* — { $title } ({ $level } of { $most })
call-could-have-said = *It could sound like this:* _“{ $words }”_
call-for-example = *For example:* _“{ $words }”_
call-go-to = Go to { $at }
call-open = Open the whole call
call-one-says-little = One call says little: tiers move slowly.
call-not-scored = { $n ->
    [one] { $n } behaviour
   *[other] { $n } behaviours
} not scored: { $why }.
call-sentence = Your call: { $said } (one call).
call-said-result = { $title }: { $points } of 100
call-said-no-result = { $title } has no overall score
call-said-best = best moment “{ $title }”
call-said-try = to try next “{ $title }”

medal-gold = :first_place_medal: Gold
medal-silver = :second_place_medal: Silver
medal-bronze = :third_place_medal: Bronze

unscored-no-occasion = the call gave no occasion
unscored-not-applicable = not part of this type of call
unscored-no-valid-evidence = no words of the call could prove it
unscored-wrong-side = the quote was the other side's
unscored-level-off-scale = the answer could not be used
unscored-suspect-evidence = the quoted words spoke to the scoring, not to the other side
unscored-no-reader = it takes a language model to tell
unscored-unsupported-language = the language is not supported yet
unscored-too-little-speech = too little was said
unscored-grader-unsure = it could not be told for sure
unscored-poor-transcript = the transcript is too poor to tell
unscored-several = { $why } ({ $n })

# Answers to questions: the figure, how sure it is, the filter used and the calls behind it.

answer-you = You
answer-everybody = Everybody
answer-you-inside = you
answer-others = The others
answer-others-inside = the others on the team
answer-any-skill = any skill
answer-overall = overall score
answer-rep-in-skill = { $rep }, { $skill }

answer-asked-skill = { $who } · { $skill }
answer-asked-rep = { $who } · all skills
answer-asked-weak = Who needs help with { $skill }?
answer-asked-strong = Who is strong in { $skill }?
answer-asked-improved = Who improved in { $skill }?
answer-asked-slipping = Who is slipping in { $skill }?
answer-asked-trend = { $who } · what changed
answer-asked-compare = { $who }, compared with { $other }
answer-asked-coverage = { $who } · calls scored and not scored
answer-asked-tiers = Tiers that moved
answer-asked-calls = { $who } · calls
answer-asked-deals = { $who } · deals
answer-asked-moments = Moments in calls
answer-asked-agreed = Agreed in 1:1s
answer-asked-practice = Practice
answer-asked-focus = { $who } · what to work on

answer-skill = { $who } · { $skill }: { $figure }.
answer-skill-level = { $who } · { $skill }: { $figure }, { $tier }; { $trend }.
answer-skill-period = { $who } · { $skill }: { $figure } on average.
answer-rep = { $who }: highest in { $high }, { $most }; lowest in { $low }, { $least }.
answer-rep-one = { $who }: { $skill }, { $figure }.
answer-rep-few = { $who }: too few calls to say (at least { $least } scored calls are needed in a skill).
answer-line = { $who }: { $figure }
answer-line-tier = { $who }: { $figure }, { $tier }
answer-too-few-any = Too few scored calls to say this of anybody.
answer-too-few-for = Too few calls to say for { $reps }.
answer-more = { $n ->
    [one] and { $n } more rep
   *[other] and { $n } more reps
}
answer-weakest = Most room: { $line }.
answer-strongest = Highest: { $line }.
answer-nobody-weak = Nobody is below Proficient. Most room: { $line }.
answer-close = { $first } Then { $second }, too close to tell them apart.
answer-moved = { $rep }, { $skill }: { $trend }, now { $figure }
answer-nobody-improved = Nobody's level rose by more than chance over { $days } days.
answer-nobody-slipping = Nobody's level fell by more than chance over { $days } days.
answer-window = change over the last { $days } days

answer-trend = { $who } · { $skill }: { $trend }, now { $figure }.
answer-trends = { $who }: of { $n ->
    [one] { $n } skill
   *[other] { $n } skills
} { $up } clearly up, { $down } clearly down.
answer-trend-line = { $who }: { $trend }, now { $figure }
answer-trend-early = too early to say over { $days } days

answer-compare-ahead = { $who } · { $skill }: ahead of { $other } by { $by } ± { $half } points.
answer-compare-behind = { $who } · { $skill }: behind { $other } by { $by } ± { $half } points.
answer-compare-close = { $who }, { $skill }: too close to { $other } to say who is ahead.
answer-compare-many = { $who }, compared with { $other }: clearly ahead in { $ahead ->
    [one] { $ahead } skill
   *[other] { $ahead } skills
}, behind in { $behind }, too close to tell in { $close }.
answer-pair = { $skill } · { $who }: { $mine }; { $other }: { $theirs }
answer-average-basis = The average is of at least five people

answer-coverage = { $who }: { $scored } of { $n ->
    [one] { $n } call was scored
   *[other] { $n } calls were scored
}.
answer-no-calls = { $who }: no calls in that time.
answer-why-no-transcript = No transcript
answer-why-unreadable = Transcript could not be read
answer-why-too-short = Too short
answer-why-little-speech = Too little said by the rep
answer-why-internal = Internal meeting
answer-why-no-rep = No rep found on the call
answer-why-speakers = Speakers could not be told apart
answer-why-no-rubric = No rubric for this type of call
answer-why-failed = Scoring failed
answer-why-waiting = Still on the way

answer-calls-best = Best calls by { $by }.
answer-calls-worst = Calls with the most room to grow by { $by }.
answer-calls-latest = Latest calls, { $by }.
answer-calls-about = { $n ->
    [one] { $n } call found.
   *[other] { $n } calls found.
}
answer-calls-about-many = { $n ->
    [one] { $n } call among the latest; there may be more.
   *[other] { $n } calls among the latest; there may be more.
}
answer-no-call-found = No call found that you can see.
answer-call-line = { $who } · { $title }, { $day }: { $score }
answer-one-call = A score is of one call alone; it says little about a level

answer-deals = { $n ->
    [one] { $n } deal with scored calls.
   *[other] { $n } deals with scored calls.
}
answer-deals-many = { $n } deals with scored calls, here the { $most } with the latest.
answer-no-deals = No such deal that you can see.
answer-deal-line = { $deal } · { $who } · { $stage } · { $outcome } · last call { $day }, { $last }
answer-deal-open = open
answer-deal-won = won
answer-deal-lost = lost
answer-deal-score = scored { $score }
answer-deal-no-score = no overall score

answer-moments = { $n ->
    [one] { $n } moment found.
   *[other] { $n } moments found.
}
answer-moments-many = { $n ->
    [one] { $n } moment in the latest calls; there may be more.
   *[other] { $n } moments in the latest calls; there may be more.
}
answer-no-moments = No such moment in the calls that you can read.
answer-with-words = with the words “{ $words }”
answer-on-skill = as proof of { $skill }

answer-tiers = { $n ->
    [one] { $n } tier moved.
   *[other] { $n } tiers moved.
}
answer-tiers-many = { $n ->
    [one] { $n } tier move among the latest; there are more.
   *[other] { $n } tier moves among the latest; there are more.
}
answer-no-tiers = No tier moved.
answer-tier-line = { $rep } · { $skill }: { $before } → { $after } on { $day } ({ $figure })

answer-agreed = { $n ->
    [one] { $n } commitment is open.
   *[other] { $n } commitments are open.
}
answer-none-agreed = No commitment is open.
answer-agreed-line = { $rep }, agreed on { $day }: { $behaviour }
answer-agreed-proof = { $line } · { $verdict }
answer-sticking = sticking, { $taken } of { $seen ->
    [one] { $seen } chance
   *[other] { $seen } chances
} taken
answer-not-yet = not yet, { $taken } of { $seen ->
    [one] { $seen } chance
   *[other] { $seen } chances
} taken
answer-too-few-chances = too few chances to say, { $taken } of { $seen ->
    [one] { $seen } chance
   *[other] { $seen } chances
} taken

answer-practice = { $n ->
    [one] { $n } practice assignment.
   *[other] { $n } practice assignments.
}
answer-no-practice = No practice is assigned.
answer-practice-none-open = No assignment is open.
answer-practice-none-overdue = No assignment is overdue.
answer-practice-none-passed = No assignment was passed.
answer-practice-none-failed = No assignment ended without a pass.
answer-practice-line = { $rep } · { $skill }: { $state }, { $best }, { $used } of { $allowed } attempts, due { $day }
answer-practice-assigned = not started
answer-practice-started = started
answer-practice-passed = passed
answer-practice-not-passed = not passed
answer-practice-overdue = past its day, still open
answer-practice-best = best { $score }
answer-practice-no-score = no score yet
answer-no-live-call = Practice is no live call, so no call is cited

answer-focus = { $who }: work on { $skills }.

answer-of-you = Your own calls
answer-of-rep = Calls of { $rep }
answer-of-reps = Calls of { $n ->
    [one] { $n } rep you may see
   *[other] { $n } reps you may see
}
answer-ever = all time
answer-since = since { $day }
answer-on = { $day }
answer-between = { $first } to { $last }
answer-average-of = average of what calls scored, { $when }
answer-as-of = all calls, as of { $day }
answer-numbers-only = You see numbers, not words, so no moment is quoted
answer-no-call = No call is cited: there is none that you may open now
answer-from-agenda = As it stands on this week's agenda

answer-cannot = I cannot answer that.
answer-purpose = I do not answer that. Figures are here for coaching: not for pay, for whom to let go, and they say nothing about health or feelings.
answer-no-words = I can show you numbers, but not what was said.
answer-own-only = I can show you your own figures, not those of others.
answer-not-calling = You have no scored calls of your own. Ask about a rep, or about your team.
answer-few-people = I give averages for five people or more, so that nobody can be picked out.
answer-help = I answer from stored figures, and show the calls behind them.
answer-can-ask = You can ask
answer-you-asked = I understood: { $question }
answer-from-calls = From these calls
answer-only-you = Only you can see this answer.
answer-every-skill = See every skill
answer-your-team = See your team

answer-example-own = How am I doing?
answer-example-own-skill = How am I doing on { $skill }?
answer-example-own-trend = Am I improving in { $skill }?
answer-example-own-focus = What should I work on?
answer-example-own-calls = My best calls last month
answer-example-rep-skill = How is { $rep } doing on { $skill }?
answer-example-who = Who needs help with { $skill }?
answer-example-improved = Who improved most in { $skill } over 90 days?
answer-example-coverage = How many calls were scored last month?
answer-example-tiers = Which tiers moved this quarter?
answer-example-moments = Every pricing objection last quarter and how it was handled

answer-prompts-title = Ask about your calls
answer-thinking = is looking it up …
answer-page-title = Ask
answer-page-label = Your question
answer-page-button = Ask

# The weekly agenda: what a manager and a rep talk about, and whether last week stuck.

agenda-title = Your 1:1s · week of { $day }
agenda-facts = { $reps } · { $calls ->
    [one] { $calls } scored call
   *[other] { $calls } scored calls
} in the last 7 days · as of { $at }
agenda-facts-skipped = { $reps } · { $calls ->
    [one] { $calls } scored call
   *[other] { $calls } scored calls
} in the last 7 days, { $skipped } not scored · as of { $at }
agenda-draft-note = This is your draft. A rep sees their part only when you share it.
agenda-nobody = Nobody is on your team in Reploop yet. As soon as reps are assigned to you, this message says what to talk about with each of them.
agenda-sentence = Your 1:1s for the week of { $day }: { $reps }.
agenda-more-reps = { $n ->
    [one] and { $n } more rep
   *[other] and { $n } more reps
}
agenda-more-reps-page = { $n ->
    [one] { $n } more rep
   *[other] { $n } more reps
}: { $link }
agenda-see-team = see them on your team page
agenda-open-team = Open your team
agenda-work-on = { $rep }: work on { $skills }
agenda-work-skill = { $skill } ({ $figure })
agenda-nothing-yet = { $rep }: ask what they want to work on
agenda-rep-line = *{ $rep }* · { $n ->
    [one] { $n } call
   *[other] { $n } calls
} in the last 7 days · { $page }
agenda-all-skills = all skills
agenda-no-move = No skill moved by more than chance since last week.
agenda-nothing = There is nothing to pick this week.
agenda-last-focus = *Last week's focus.* { $said }

focus-too-few = Too few scored calls to say anything yet: ask what they want to work on.
focus-nothing-left = Nothing stands out in the scored calls: ask what they want to work on.
focus-too-few-own = Too few scored calls to say anything yet. What would you like to work on?
focus-nothing-left-own = Nothing stands out in your scored calls. What would you like to work on?
focus-why = { $skill }: { $figure }, { $reason }.
focus-why-detail = { $skill }: { $figure }, { $reason }; { $detail }.
focus-largest-gap = the most room to grow
focus-slipping = lower than before
focus-held = in focus since { $since }
focus-room = with room to grow
focus-chosen = chosen for this 1:1
focus-recurring = on { $short } of the last { $seen } calls there was room in “{ $title }”
since-too-few = { $skill }: too few calls since to say ({ $n })
since-noise = { $skill }: not yet ({ $was } to { $became } over { calls }, which could be chance)
since-up = { $skill }: moved up, { $was } to { $became } over { calls }
since-down = { $skill }: moved down, { $was } to { $became } over { calls }
move-up = :arrow_up_small: { $skill } up { $by } since last week (looking back: { $was } → { $became })
move-down = :arrow_down_small: { $skill } down { $by } since last week (looking back: { $was } → { $became })
tier-first-line = :round_pushpin: First tiers: { $levels }
tier-first-one = { $skill } { $tier } ({ $figure })
focus-tier = Tier: { $tier }.
focus-tier-none = Too early for a tier.
tier-moved-line = :round_pushpin: { $skill }: { $before } → { $after } ({ $figure }, at the time)
early-improving = :seedling: { $skill }: an early sign of improving. The last five weeks ({ calls }) are above the three months before. If that lasts, the tier may follow.
early-slipping = :seedling: { $skill }: an early sign of slipping. The last five weeks ({ calls }) are below the three months before. If that lasts, the tier may follow.

ask-both = Ask { $rep }: what worked in “{ $best }”, and how could it have worked in “{ $gap }” too?
ask-room = Ask { $rep }: where in “{ $gap }” was there room for it?
ask-gap = Listen to the moment together and ask { $rep }: what would you say there now?
ask-best = Ask { $rep } what they did in “{ $best }”, and where it fits next.
ask-next = Ask { $rep } on which coming call { $skill } will matter most.

proof-agreed = *Agreed on { $day }:* { $behaviour }
proof-chances = { $taken } of { $seen ->
    [one] { $seen } chance
   *[other] { $seen } chances
} taken since
proof-before = { $taken } of { $seen } before
proof-sticking = :white_check_mark: *It is sticking.* { $chances }.
proof-not-yet = :hourglass_flowing_sand: *Not yet.* { $chances }.
proof-too-few = :grey_question: *Too few chances to say.* { $chances }.
clip-taken = Chance taken:
clip-missed = Not taken this time:
clip-gap = To work on:
clip-best = Already strong:
clip-moment = A moment:
clip-better = Better: { $words }
clip-whole = Missing on the whole call:

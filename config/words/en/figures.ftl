# Figures about a person: never without how sure they are and on how many calls they stand.

plain = { $text }
quoted = “{ $quote }”
calls = { $n ->
    [one] { $n } call
   *[other] { $n } calls
}
reps = { $n ->
    [one] { $n } rep
   *[other] { $n } reps
}
sure = { $level } ± { $half }
from-calls = { $level } ± { $half } from { calls }
figure-few = too few calls to say ({ $n } of at least { $least })
tier-needs-work = Needs Work
tier-developing = Developing
tier-proficient = Proficient
tier-excellent = Excellent
tier-none = too early for a tier
trend-early = too early for a trend
trend-steady = no clear change over { $days } days
trend-up = up { $by } ± { $half } points over { $days } days
trend-down = down { $by } ± { $half } points over { $days } days
trend-probably-up = probably up { $by } ± { $half } points over { $days } days
trend-probably-down = probably down { $by } ± { $half } points over { $days } days
range-note = ± shows how sure a figure is: nine times in ten the true level lies within it, 100 at most.
tier-lags = A tier moves only when it is sure.
your-manager = Your manager

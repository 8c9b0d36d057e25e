# The app's home in Slack: for reps, managers, RevOps, and whoever Reploop does not know.

home-rep-title = Your skills
home-rep-empty = There is nothing here yet. After your first scored calls you find your skills here: where you stand, what moves, and what to try next. Your manager sees it too; RevOps and admins see figures only, never what was said.
home-skill = *{ $skill }* · { $tier } · { $figure }
home-skill-trend = *{ $skill }* · { $tier } · { $figure } · { $trend }
home-open-page = Open your page
home-moves-title = Why did my number move?
home-move = *{ $skill }*: { $before } → { $after } ± { $half } since { $day }, now from { calls }
home-tenths = { $sign }{ $whole }.{ $tenth }
home-move-part = { $by } { $cause }
home-cause-call = { $n ->
    [one] from { $n } new call
   *[other] from { $n } new calls
}
home-cause-call-again = { $n ->
    [one] from { $n } call scored again
   *[other] from { $n } calls scored again
}
home-cause-call-gone = { $n ->
    [one] from { $n } call taken out
   *[other] from { $n } calls taken out
}
home-cause-deal = { $n ->
    [one] from { $n } call that turned out to be part of one deal with others
   *[other] from { $n } calls that turned out to be part of one deal with others
}
home-cause-criterion = from a behaviour left out or brought back, because its grades were unsteady
home-cause-basis = from new company figures or rules
home-cause-ruling = { $n ->
    [one] from a decision on an appeal about { $n } call
   *[other] from decisions on appeals about { $n } calls
}
home-calls-title = Your last calls
home-call = *{ $title }* · { $day } · { $result }
home-call-score = { $score } of 100
home-call-medal = { $medal } · { $score } of 100
home-call-none = no overall score
home-calls-note = One call says little: tiers move slowly.
home-open = Open
home-agreed-title = What you agreed on
home-practice-title = To practise
home-clips-title = Moments you share
home-clip-in = “{ $title }” ({ $skill }): in the clip library
home-clip-offered = “{ $title }” ({ $skill }): offered to your manager
home-viewers-title = Who looked at your figures
home-viewer = { $name }, last on { $day }
home-viewers-none = Nobody but you in the last 90 days.

home-manager-title = Your team
home-agenda-title = This week’s 1:1s
home-agenda-none = The agenda for your 1:1s comes on Monday morning.
home-agenda-rep = *{ $rep }*: { $skills }
home-agenda-ask = *{ $rep }*: ask what they want to work on
home-agenda-done = :handshake: { $line } · 1:1 done
home-agenda-shared = :white_check_mark: { $line } · shared
home-agenda-snoozed = :zzz: { $line } · not this week
home-appeals-title = { $n ->
    [one] One appeal waits for you
   *[other] { $n } appeals wait for you
}
home-appeal = { $rep } asks you to look at a score.
home-appeal-decide = Decide
home-team-title = Where the team stands
home-team-empty = Nobody is on your team in Reploop yet. As soon as reps are assigned to you, you find them here.
home-team-line = *{ $rep }* · { $skills }
home-team-skill = { $skill } { $figure }
home-team-nothing = *{ $rep }* · too few calls to say
home-team-more = { $n ->
    [one] { $n } more rep
   *[other] { $n } more reps
} on { $link }.
home-team-page = your team page

home-company-title = How Reploop is doing
home-coverage-title = Calls
home-coverage-line = { $state }: { $n }
home-coverage-none = No call has come in yet.
home-state-waiting = Waiting for a transcript
home-state-ready = Being scored
home-state-scored = Scored
home-state-skipped = Not scored, with the reason on your page
home-state-dead = Failed
home-state-deleted = Deleted
home-rates-title = Messages people act on, likely range (6 weeks)
home-rate = { $kind }: { $acted } of { $sent } ({ $low }–{ $high }%)
home-rates-none = No message has been sent yet.
home-crm-title = Writes to the CRM
home-crm-none = Nothing was written to a CRM yet.
home-write-pending = On their way
home-write-sent = Done
home-write-skipped = Left out on purpose
home-write-parked = Waiting for the connection to work again
home-write-dead = Failed

home-nobody-title = Hello
home-nobody = Reploop does not know you yet. If you sell, or lead people who do, ask whoever looks after Reploop in your company to add your e-mail address.

home-settings-heading = When Reploop writes to you
home-hours = Quiet from { $from } to { $until }
home-hours-never = No quiet hours
home-weekend = quiet at weekends
home-cap = at most { $n ->
    [one] { $n } message
   *[other] { $n } messages
} a week that you did not ask for, the rest once on Friday
home-snoozed-until = :zzz: Snoozed until { $day }, { $time }. Answers to your questions still come.
home-settings-button = Settings
home-snooze-tomorrow = Snooze until tomorrow
home-snooze-monday = Until Monday
home-snooze-weeks = For 2 weeks
home-snooze-end = End snooze
home-snoozed = Snoozed until { $day }, { $time }.
home-snooze-ended = You hear from Reploop again.
home-as-of = As of { $at } · { range-note }
home-as-of-now = As of { $at }

home-settings-title = Messages to you
home-settings-about = Hours are those of your time zone, { $zone }. Answers to your questions come at any time.
home-quiet-from-label = Quiet from
home-quiet-until-label = Quiet until
home-weekend-label = At weekends
home-weekend-quiet = Quiet
home-weekend-open = Like other days
home-cap-label = Messages a week
home-cap-hint = Of those you did not ask for. The rest come once, on Friday.
home-cap-choice = at most { $n }
home-digest-label = Only once a week, together
home-digest-hint = These come in one message on Friday instead of one by one.
home-language-label = Language
language-en = English
language-de = Deutsch

# Kinds of message, and the weekly digest of what was not worth one of its own.

kind-slack-call-scored = Call scores
kind-slack-tier-change = Tier changes
kind-slack-agenda = The weekly agenda
kind-slack-shared-agenda = What is shared for a 1:1
kind-slack-answer = Answers
kind-slack-home = The home
kind-slack-appeal = Appeals to decide
kind-slack-ruling = Decisions on appeals
kind-slack-practice = Practice
kind-slack-clip = Shared moments
kind-slack-approval = CRM changes to approve
kind-slack-crm-report = The weekly CRM report
kind-slack-digest = The weekly digest

digest-title = Your week in one message
digest-about = { $n ->
    [one] One thing
   *[other] { $n } things
} that did not need a message of { $n ->
    [one] its
   *[other] their
} own. Each as it stands now.
digest-group = *{ $kind }*
digest-open = Open
digest-show = Show it
digest-more = { $n ->
    [one] One more is
   *[other] { $n } more are
} on { $link }.
digest-your-page = your page
digest-fell-back = To keep things quiet, these now come here once a week: { $kind }. You can have them one by one again.
digest-keep = Keep them separate
digest-kept = Done. These come by themselves again: { $kind }.
digest-settings = What comes here, and when Reploop may write to you, is yours to choose: open the app’s home in Slack.

# CRM fields: changes that wait for a person, and the week's report.

approval-title = { $n ->
    [one] A CRM change waits for you
   *[other] { $n } CRM changes wait for you
}
approval-title-none = Nothing waits here any more
approval-about = These fields are only written once you approve them.
approval-sentence = *{ $field }* on { $record }
approval-change = *{ $field }* on *{ $record }* · { $crm }
approval-now = Stands there: { $value }
approval-then = Would be: { $value }
approval-empty = _empty_
approval-value = { $value }
approval-hidden = The values are words from the call. They are for { $rep } and their manager, so you do not see them here.
approval-hidden-nobody = The values are words from a call, so you do not see them here.
approval-from = From { $call } · { $rep }
approval-from-call = From { $call }
approval-approve = Approve
approval-decline = Decline
approval-open = Open
approval-was-approved = :white_check_mark: { $by } approved *{ $field }* on { $record }.
approval-was-approved-nobody = :white_check_mark: Approved: *{ $field }* on { $record }.
approval-was-declined = :no_entry_sign: { $by } declined *{ $field }* on { $record }.
approval-was-declined-nobody = :no_entry_sign: Declined: *{ $field }* on { $record }.
approval-was-withdrawn = :wastebasket: *{ $field }* on { $record } does not wait any more: something else came since.
approval-is-elsewhere = :arrow_right: Somebody else decides now about *{ $field }* on { $record }.
approval-follows = What you approve is written within a minute, if nobody changed the field meanwhile. What you decline is not asked about again until a later call says something else.
approval-page = the page of waiting changes
approval-more = { $n ->
    [one] One more waits
   *[other] { $n } more wait
}: { $link } shows all.
approval-all = All on one page: { $link }.
approval-approved-said = Approved. It is written within a minute.
approval-declined-said = Declined. It is not asked about again until a later call says something else.
approval-gone = It does not wait any more: somebody decided, or the value changed since.

crm-report-title = CRM, { $from } to { $to }
crm-report-quiet = Nothing was written to { $crms } in this week, and nothing waits.
crm-report-crm = *{ $crm }*
crm-report-nothing = Nothing happened.
crm-report-written = { $fields ->
    [one] One field
   *[other] { $fields } fields
} written on { $records ->
    [one] one record
   *[other] { $records } records
}
crm-report-kept = { $n ->
    [one] One field
   *[other] { $n } fields
} left as people wrote { $n ->
    [one] it
   *[other] them
}
crm-report-restored = { $n ->
    [one] One field
   *[other] { $n } fields
} put back for people who wrote at the same moment
crm-report-waiting = { $n ->
    [one] One change waits
   *[other] { $n } changes wait
} for approval
crm-report-refused = { $n ->
    [one] One field
   *[other] { $n } fields
} not taken: { $reason }
crm-report-gone = { $n ->
    [one] One record was
   *[other] { $n } records were
} deleted in the CRM; its calls are without a deal now
crm-report-waits = Waited for its limit { $n ->
    [one] once
   *[other] { $n } times
}
crm-report-rollbacks = { $n ->
    [one] Rolled back once
   *[other] Rolled back { $n } times
}
crm-report-stopped = :octagonal_sign: *Stopped: too many records would have been changed at once.* Look at the changes, then resume or roll back.
crm-report-linked = Scored calls that are linked to a deal: { $linked } of { $n }.
crm-report-unlinked = Scored calls that are linked to a deal: { $linked } of { $n }. What the others say stands in no CRM; their pages say why.
crm-report-no-calls = No call was scored in this week.
crm-report-page = the page of CRM changes
crm-report-open = Every change, with where it comes from, and taking it back: { $link }.

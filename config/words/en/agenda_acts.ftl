# What a manager does with the agenda, and what the rep then reads.

agenda-button-done = 1:1 done
agenda-button-edit = Edit
agenda-button-share = Share with { $rep }
agenda-button-snooze = Not this week
agenda-button-back = Bring back
agenda-button-practice = Assign practice
agenda-button-page = Open page
agenda-wrong = Wrong clip: “{ $quote }”
agenda-shared-line = :white_check_mark: Shared. { $rep } sees what you change from now on.
agenda-done-line = :handshake: 1:1 done. Agreed: *{ $agreed }*. The next agenda counts the chances.
agenda-done-nothing = :handshake: 1:1 done. Nothing was agreed on.
agenda-snoozed-line = Not this week.
agenda-note-line = :pencil2: *Your note:* { $note }
agenda-shared-now = Shared. { $rep } has it as a direct message.
agenda-saved = Saved. The agenda shows it.
agenda-clip-hidden = Thanks. The clip is gone from this agenda, and noted as wrong.
agenda-done-kept = Noted. The next agenda opens with whether it happened.
agenda-chart = Where the focus skills stand, week by week. { $rows }
agenda-chart-row = { $rep }, { $skill }: { $figure }

edit-title = Edit the agenda
edit-about = *{ $rep }* sees what you save here once you share it.
edit-first = First skill
edit-second = Second skill
edit-third = Third skill
edit-none = None
edit-skill = { $skill }, { $figure }
edit-hide = Clips to leave out
edit-clip = “{ $quote }”
edit-note = Your note
edit-note-hint = The rep reads it too.

done-title = 1:1 done
done-about = What did you and *{ $rep }* agree on? One thing is enough.
done-behaviour = To try on the next calls
done-behaviour-hint = The next agenda shows on how many calls there was a chance, and how often it was taken.
done-nothing = Nothing this time
done-note = In your own words
done-note-hint = For example on which call. Both of you see it.

shared-title = For your 1:1 with { $manager }
shared-intro = What { $manager } would like to talk about with you. It comes from your own calls; if something looks wrong, say so.
shared-note = :pencil2: *{ $manager } writes:* { $note }
shared-agreed = :handshake: *You agreed on:* { $agreed }. The next agenda counts the chances, and says so if there were too few.
shared-nothing = Nothing stands out. Bring what you would like to work on.
shared-question = :speech_balloon: To think about: { $question }
shared-page = See all your skills
shared-sentence = For your 1:1 with { $manager }: { $skills }.
shared-sentence-nothing = For your 1:1 with { $manager }: bring what you would like to work on.
ask-both-own = What made “{ $best }” go well, and what would have brought that into “{ $gap }”?
ask-room-own = Where in “{ $gap }” was there room for it?
ask-gap-own = What would you say at that moment now?
ask-best-own = What did you do in “{ $best }”, and where does it fit next?
ask-next-own = On which coming call will { $skill } matter most?
proof-since-and-before = { $since }; { $before }
focus-comes-up = comes up on { $seen } of the last { $calls } calls

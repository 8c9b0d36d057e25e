# Practice: what is said around a role-play, and the buyer's stock lines.

practice-assigned-title = Practice: { $skill }
practice-assigned = { $manager } asked you to practise *{ $skill }* with { $who } by { $due }.
practice-who = { $name } ({ $role }, { $industry })
practice-goal = *Your goal:* { $goal }
practice-terms = Pass mark { $pass } of 100 in one role-play · { $n ->
    [one] { $n } attempt
   *[other] { $n } attempts
}
practice-own-moment = One of the buyer's lines comes from a call of yours. Names are left out.
practice-how = You write, the buyer answers in the thread. It takes about ten minutes. You and your manager see the result; RevOps and admins see figures only.
practice-reminder = Due { $due }: practise *{ $skill }* with { $who }.
practice-start = Start
practice-again = Try again
practice-stop = End the role-play
practice-opening-title = Role-play: { $name }
practice-opening-how = Answer in this thread. Write “stop” when you are done.
practice-opening-says = { $name } says:
practice-says = *{ $name }:* { $said }
practice-over = :checkered_flag: The role-play is over. Your result follows in a moment.
practice-too-short = The role-play was too short to be scored. It does not count as an attempt.
practice-no-score = This role-play gave too little to score { $skill }. It does not count as an attempt.
practice-abandoned = Nobody wrote for a day, so this role-play is closed. It does not count as an attempt.
practice-closed = This role-play is over. Write “practice” in a direct message for a new one.
practice-result = *{ $score } of 100* in { $skill } · one role-play with { $name }
practice-result-short = { $score } of 100 in { $skill } (one role-play)
practice-passed = :white_check_mark: Passed (pass mark { $pass }).
practice-not-passed = Not passed this time (pass mark { $pass }). All attempts are used: worth a word in your next 1:1.
practice-not-yet = Not there yet (pass mark { $pass }). { $n ->
    [one] { $n } attempt left
   *[other] { $n } attempts left
}.
practice-went-well = :star: *What went well:* { $what }
practice-try = :seedling: *One thing to try:* { $what }
practice-example = For example: _“{ $example }”_
practice-open-call = See every point of it
practice-one-says-little = One role-play says little. Practice is shown beside your calls.
practice-status-assigned = Not started yet. Due { $due }.
practice-status-started = Started. Due { $due }.
practice-status-overdue = Due since { $due }. You can still play.
practice-status-passed = :white_check_mark: Passed with { $score } of 100 ({ $plays }).
practice-status-not-passed = Not passed: best { $score } of 100 ({ $plays }).
plays = { $n ->
    [one] { $n } role-play
   *[other] { $n } role-plays
}

practice-line-assigned = Practice { $skill }: not started, due { $due }
practice-line-started = Practice { $skill }: { $n ->
    [0] started, nothing scored yet
   *[other] { plays } of { $allowed }, best { $score } of 100, pass mark { $pass }
}, due { $due }
practice-line-overdue = Practice { $skill }: due since { $due }, { $n ->
    [0] nothing scored yet
   *[other] { plays } of { $allowed }, best { $score } of 100
}
practice-line-passed = :white_check_mark: Practice { $skill }: passed with { $score } of 100 ({ plays })
practice-line-not-passed = Practice { $skill }: not passed, best { $score } of 100 ({ plays }, pass mark { $pass })
practice-gap = { $skill }: practice { $points } ± { $half } points above live calls ({ $plays }, { $calls })
practice-gap-below = { $skill }: practice { $points } ± { $half } points below live calls ({ $plays }, { $calls })
practice-gap-even = { $skill }: practice and live calls are alike within ± { $half } points ({ $plays }, { $calls })
practice-gap-few = { $skill }: too few to compare practice with live calls ({ $plays }, { $calls })

practice-form-title = Assign practice
practice-form-send = Assign
practice-form-for = For { $rep }. They are told at once and see your name.
practice-form-weakest = Chosen first: the skill with the most room on live calls.
practice-form-no-skill = There are too few live calls to propose a skill. Choose one you agreed on.
practice-field-skill = Skill
practice-field-persona = Buyer
practice-field-days = Due
practice-field-pass = Pass mark
practice-field-attempts = Attempts
practice-persona-own = From their own call (names left out)
practice-persona-fitting = The one that fits the skill
practice-in-days = { $n ->
    [one] tomorrow
   *[other] in { $n } days
}
practice-of-100 = { $n } of 100
practice-assigned-now = Assigned. { $rep } is told now; the agenda shows how it goes.
practice-assigned-already = { $rep } practises { $skill } already. That has to end first.
practice-no-such = That buyer or skill is not there any more. Please choose again.
practice-running = You are in a role-play already: go on in its thread, or write “stop” there.
practice-started-now = Your buyer is waiting: see the new message from me.
practice-none-left = Nothing left to play here. Write “practice” to play just for yourself.
practice-being-scored = Your last role-play is being scored. Its result says whether an attempt is left.
practice-only-reps = Practice is for reps. As a manager you can assign it from your agenda.
practice-ended-now = Ended. The result comes in the thread.

buyer-unclear-1 = Sorry, I did not get that.
buyer-unclear-2 = Pardon? Say that once more, please.
buyer-language-1 = Sorry, my German is not good enough for that. Can we speak English?
buyer-language-2 = I did not follow. In English, please.
buyer-rude-1 = I would like to keep this polite.
buyer-rude-2 = That is no way to talk to me.
buyer-hello-1 = Hello. Go ahead, I am listening.
buyer-short-1 = Yes? I am listening.
buyer-short-2 = And? What would you like to know?
buyer-short-3 = You will have to say a little more than that.
buyer-small-hear = Yes, I can hear you well.
buyer-small-well = Fine, thank you. Busy, as always.
buyer-small-time = Yes, a few minutes. Go ahead.
buyer-small-me = { $name }, { $role }.
buyer-yes-1 = Yes, more or less.
buyer-yes-2 = Partly. It depends.
buyer-yes-3 = I would say so, yes.
buyer-vague-1 = Oh, quite a few things. What exactly do you mean?
buyer-vague-2 = Hard to say in general.
buyer-vague-3 = That is a big question. Where should I start?
buyer-known-1 = As I said before, I have nothing to add to that.
buyer-known-2 = We talked about that already.
buyer-nothing-1 = I cannot tell you much about that.
buyer-nothing-2 = I would have to ask somebody else that.
buyer-neutral-1 = Okay. And what does that mean for us?
buyer-neutral-2 = I see.
buyer-neutral-3 = Hm. Go on.
buyer-confirm-1 = Yes, exactly.
buyer-confirm-2 = That is right, you put it well.
buyer-confirm-3 = Yes, that is how it is.
buyer-early-pitch-1 = Before you tell me what it does: you do not know our situation yet.
buyer-early-pitch-2 = That sounds like a brochure. What does it have to do with us?
buyer-softer-1 = All right, I see you take that seriously. But what does that mean in practice?
buyer-softer-2 = Fair enough. I would still need something to hold on to.
buyer-settled-1 = Okay, that helps. I can live with that.
buyer-settled-2 = Good, that answers it for me.
buyer-again-1 = You have not answered my point.
buyer-again-2 = Let me come back to what I said.
buyer-cold-1 = Well. Let us leave it at that for now.
buyer-cold-2 = I notice that I get no answer to this.
buyer-when-1 = In principle yes. When exactly, and what happens then?
buyer-when-2 = Give me a day, or nothing will come of it.
buyer-too-early-1 = That is quick. We have hardly talked yet.
buyer-too-early-2 = Let us first see whether this is of use to us at all.
buyer-agree-1 = Yes, that works. I will put it in my calendar and bring a colleague.
buyer-agree-2 = Agreed. Send the invitation and I will prepare our figures.
buyer-decline-1 = No, not yet. There is something open between us.
buyer-decline-2 = Better not. Just send me something to read.
buyer-agreed-already-1 = As agreed. I look forward to it.
buyer-agreed-already-2 = Yes, that stands.
buyer-but-1 = There is one thing, though.
buyer-but-2 = To be honest with you:
buyer-hurry-1 = I have to leave in a moment.
buyer-bye-agreed-1 = Good, then we have it. See you then.
buyer-bye-open-1 = All right. Goodbye.
buyer-bye-bored-1 = I do not think this leads anywhere today. Let us stop here.
buyer-bye-time-1 = I have to go to my next meeting. Goodbye.

# The clip library: moments that a team shares, with the rep's consent.

clips-button-offer = Share with my team
clips-button-ask = Share strong moment?
clips-button-agree = Yes, share it
clips-button-decline = No, thanks
clips-button-withdraw = Take back
clips-button-choose = Put in the library
clips-button-leave = Leave out
clips-button-out = Take out
clips-button-rename = Change the title
clips-button-library = Clip library
clips-button-find = Search

clips-offer-title = Share this moment?
clips-offer-text = Your manager decides whether it goes into the team's clip library. There your team and manager read the quote, your name, the call's title and day, and a link to the recording. No score is shown. You can take it back at any time.
clips-offer-yes = Share
clips-who-sees = In the library your team and your manager read the quote, your name, the call's title and day, and a link to the recording. No score is shown, and nobody outside the team sees it. You can take it back at any time.

clips-rep-asked = { $manager } would like to share a moment of yours with the team. It is up to you, and both answers are fine.
clips-rep-offered = Thank you for sharing this moment. { $manager } decides whether it goes into the library.
clips-rep-chosen = :star: Your moment is in the team's clip library as “{ $title }”.
clips-rep-left = This moment is not in the library now. { $manager } may still take it in.
clips-rep-declined = You chose not to share this moment. Nobody is told, and nobody asks you about it again.
clips-rep-withdrawn = You took this moment back. It is gone from the library and from the messages that showed it.
clips-manager-offered = { $rep } offers a moment for the team's clip library.
clips-manager-chosen = :star: { $rep }'s moment is in the clip library as “{ $title }”.
clips-manager-left = You left this moment of { $rep } out of the library. You can still take it in.
clips-gone = A shared moment stood here. It is not there any more.

clips-moment-gone = This moment cannot be shared any more.
clips-offered = Thank you. Your manager decides whether it goes into the library; you can take it back at any time.
clips-asked = Asked. You will hear from me if it is shared.
clips-asked-before = This moment was brought up before. It is up to the rep now.
clips-agreed = Thank you. Your manager decides whether it goes into the library.
clips-declined = That is fine. Nobody is told.
clips-withdrawn = Taken back. It is gone from the library, and within a minute from the messages that showed it.
clips-chosen = It is in the library now.
clips-left = It is not in the library.

clips-ask-title = Ask to share this
clips-ask-submit = Ask
clips-ask-said = { $rep } is asked, and may say no without anybody hearing of it. You hear from me only if the moment is shared.
clips-choose-title = Into the library
clips-choose-submit = Put in
clips-choose-said = The team reads the title, the quote, the rep's name and where it was said. No score is shown.
clips-title-label = A title
clips-title-hint = What others can learn from it, such as “Asks what waiting costs”.
clips-quote = “{ $quote }” ({ $title })
clips-find-title = Search the clips
clips-find-submit = Search
clips-find-text = Words
clips-find-skill = Skill

clips-library-title = Clip library
clips-lead = *{ $title }* · { $rep } · { $skill }
clips-lead-untitled = *{ $rep }* · { $skill }
clips-peer = *How { $rep } did it* · { $title }
clips-recording = Recording, go to { $at }
clips-found-all = { $n ->
    [one] 1 moment
   *[other] { $n } moments
}
clips-found = { $n ->
    [one] 1 moment
   *[other] { $n } moments
}, the newest { $shown } here
clips-about-skill = { $skill }
clips-about-text = “{ $text }”
clips-none-found = Nothing in the library fits that. Try fewer words, or another skill.
clips-none-yet = The library is empty. Moments appear here once a rep shares one and their manager takes it in.
clips-waiting-title = *Offered to you*
clips-own-title = *Shared by you*
clips-open-page = Open the library

# Die Clip-Bibliothek: Momente, die ein Team teilt, mit Einverständnis der Person.

clips-button-offer = Mit meinem Team teilen
clips-button-ask = Starken Moment teilen?
clips-button-agree = Ja, gern teilen
clips-button-decline = Nein, danke
clips-button-withdraw = Zurückziehen
clips-button-choose = In die Bibliothek aufnehmen
clips-button-leave = Nicht aufnehmen
clips-button-out = Herausnehmen
clips-button-rename = Titel ändern
clips-button-library = Clip-Bibliothek
clips-button-find = Suchen

clips-offer-title = Diesen Moment teilen?
clips-offer-text = Deine Führungskraft entscheidet, ob er in die Clip-Bibliothek kommt. Dort liest dein Team das Zitat, deinen Namen, Titel und Tag des Gesprächs und einen Link zur Aufnahme, ohne Punkte. Du kannst ihn jederzeit zurückziehen.
clips-offer-yes = Teilen
clips-who-sees = In der Bibliothek lesen dein Team und deine Führungskraft das Zitat, deinen Namen, Titel und Tag des Gesprächs und einen Link zur Aufnahme. Punkte stehen nicht dabei, und außerhalb des Teams sieht es niemand. Du kannst den Moment jederzeit zurückziehen.

clips-rep-asked = { $manager } würde gern einen Moment von dir mit dem Team teilen. Das entscheidest du, und beide Antworten sind in Ordnung.
clips-rep-offered = Danke, dass du diesen Moment teilst. { $manager } entscheidet, ob er in die Bibliothek kommt.
clips-rep-chosen = :star: Dein Moment steht in der Clip-Bibliothek des Teams: „{ $title }“.
clips-rep-left = Dieser Moment steht gerade nicht in der Bibliothek. { $manager } kann ihn noch aufnehmen.
clips-rep-declined = Du teilst diesen Moment nicht. Niemand erfährt davon, und niemand fragt dich noch einmal danach.
clips-rep-withdrawn = Du hast diesen Moment zurückgezogen. Er steht nicht mehr in der Bibliothek und nicht mehr in den Nachrichten, die ihn zeigten.
clips-manager-offered = { $rep } bietet einen Moment für die Clip-Bibliothek des Teams an.
clips-manager-chosen = :star: Der Moment von { $rep } steht in der Clip-Bibliothek: „{ $title }“.
clips-manager-left = Du hast diesen Moment von { $rep } nicht aufgenommen. Du kannst das noch nachholen.
clips-gone = Hier stand ein geteilter Moment. Es gibt ihn nicht mehr.

clips-moment-gone = Dieser Moment lässt sich nicht mehr teilen.
clips-offered = Danke. Deine Führungskraft entscheidet, ob er in die Bibliothek kommt; du kannst ihn jederzeit zurückziehen.
clips-asked = Gefragt. Du hörst von mir, wenn der Moment geteilt wird.
clips-asked-before = Um diesen Moment ging es schon einmal. Alles Weitere entscheidet die Person selbst.
clips-agreed = Danke. Deine Führungskraft entscheidet, ob er in die Bibliothek kommt.
clips-declined = Das ist in Ordnung. Niemand erfährt davon.
clips-withdrawn = Zurückgezogen. Der Moment steht nicht mehr in der Bibliothek und in einer Minute auch nicht mehr in den Nachrichten, die ihn zeigten.
clips-chosen = Der Moment steht jetzt in der Bibliothek.
clips-left = Der Moment steht nicht in der Bibliothek.

clips-ask-title = Um Freigabe bitten
clips-ask-submit = Fragen
clips-ask-said = { $rep } wird gefragt und kann Nein sagen, ohne dass jemand davon erfährt. Du hörst nur von mir, wenn der Moment geteilt wird.
clips-choose-title = In die Bibliothek
clips-choose-submit = Aufnehmen
clips-choose-said = Das Team liest den Titel, das Zitat, den Namen und wo es gesagt wurde. Punkte stehen nicht dabei.
clips-title-label = Ein Titel
clips-title-hint = Was andere daraus lernen können, etwa „Fragt, was das Warten kostet“.
clips-quote = „{ $quote }“ ({ $title })
clips-find-title = Clips durchsuchen
clips-find-submit = Suchen
clips-find-text = Wörter
clips-find-skill = Fähigkeit

clips-library-title = Clip-Bibliothek
clips-lead = *{ $title }* · { $rep } · { $skill }
clips-lead-untitled = *{ $rep }* · { $skill }
clips-peer = *So hat { $rep } es gemacht* · { $title }
clips-recording = Aufnahme, Stelle { $at }
clips-found-all = { $n ->
    [one] 1 Moment
   *[other] { $n } Momente
}
clips-found = { $n ->
    [one] 1 Moment
   *[other] { $n } Momente
}, hier die neuesten { $shown }
clips-about-skill = { $skill }
clips-about-text = „{ $text }“
clips-none-found = In der Bibliothek passt nichts dazu. Versuch es mit weniger Wörtern oder einer anderen Fähigkeit.
clips-none-yet = Die Bibliothek ist noch leer. Momente stehen hier, sobald jemand im Team einen teilt und die Führungskraft ihn aufnimmt.
clips-waiting-title = *Dir angeboten*
clips-own-title = *Von dir geteilt*
clips-open-page = Bibliothek öffnen

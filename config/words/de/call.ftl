# Die eigene Bewertung nach einem Gespräch.

call-title = Dein Gespräch: { $title }
call-result = *{ $points } von 100* · ein Gespräch
call-no-result = *Keine Gesamtbewertung*: Von diesem Gespräch ließ sich zu wenig bewerten.
call-minutes = { $n } Min.
call-best = :star: *Bester Moment* — { $title } ({ $level } von { $most })
call-try = :seedling: *Probier beim nächsten Mal* — { $title } ({ $level } von { $most })
call-try-also = :seedling: *Und außerdem* — { $title } ({ $level } von { $most })
call-could-have-said = *So könnte es klingen:* _„{ $words }“_
call-for-example = *Zum Beispiel:* _„{ $words }“_
call-go-to = Zum Moment { $at }
call-open = Das ganze Gespräch öffnen
call-one-says-little = Ein Gespräch sagt wenig: Stufen ändern sich langsam.
call-not-scored = { $n ->
    [one] { $n } Verhalten
   *[other] { $n } Verhaltensweisen
} nicht bewertet: { $why }.
call-sentence = Dein Gespräch: { $said } (ein Gespräch).
call-said-result = { $title }: { $points } von 100
call-said-no-result = { $title } hat keine Gesamtbewertung
call-said-best = bester Moment „{ $title }“
call-said-try = als Nächstes „{ $title }“ probieren

medal-gold = :first_place_medal: Gold
medal-silver = :second_place_medal: Silber
medal-bronze = :third_place_medal: Bronze

unscored-no-occasion = das Gespräch bot keine Gelegenheit
unscored-not-applicable = gehört nicht zu dieser Art von Gespräch
unscored-no-valid-evidence = nichts aus dem Gespräch konnte es belegen
unscored-wrong-side = das Zitat kam von der anderen Seite
unscored-level-off-scale = die Antwort war nicht verwertbar
unscored-suspect-evidence = die zitierten Worte galten der Bewertung, nicht der anderen Seite
unscored-no-reader = dafür braucht es ein Sprachmodell
unscored-unsupported-language = die Sprache wird noch nicht unterstützt
unscored-too-little-speech = es wurde zu wenig gesagt
unscored-grader-unsure = es ließ sich nicht sicher sagen
unscored-poor-transcript = das Transkript ist zu ungenau
unscored-several = { $why } ({ $n })

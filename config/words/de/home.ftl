# Die Startseite der App in Slack: für Reps, Führungskräfte, RevOps und alle, die Reploop nicht kennt.

home-rep-title = Deine Fähigkeiten
home-rep-empty = Hier steht noch nichts. Nach deinen ersten bewerteten Gesprächen findest du hier deine Fähigkeiten: wo du stehst, was sich bewegt und was du als Nächstes ausprobieren kannst. Deine Führungskraft sieht das auch; RevOps und Admins sehen nur Zahlen, nie das Gesagte.
home-skill = *{ $skill }* · { $tier } · { $figure }
home-skill-trend = *{ $skill }* · { $tier } · { $figure } · { $trend }
home-open-page = Deine Seite öffnen
home-moves-title = Warum hat sich meine Zahl bewegt?
home-move = *{ $skill }*: { $before } → { $after } ± { $half } seit dem { $day }, jetzt aus { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gesprächen
}
home-tenths = { $sign }{ $whole },{ $tenth }
home-move-part = { $by } { $cause }
home-cause-call = { $n ->
    [one] durch { $n } neues Gespräch
   *[other] durch { $n } neue Gespräche
}
home-cause-call-again = { $n ->
    [one] durch { $n } neu bewertetes Gespräch
   *[other] durch { $n } neu bewertete Gespräche
}
home-cause-call-gone = { $n ->
    [one] durch { $n } herausgenommenes Gespräch
   *[other] durch { $n } herausgenommene Gespräche
}
home-cause-deal = { $n ->
    [one] durch { $n } Gespräch, das zum selben Deal gehört wie andere
   *[other] durch { $n } Gespräche, die zum selben Deal gehören wie andere
}
home-cause-criterion = durch ein Verhalten mit unsicherer Bewertung, das wegfiel oder wieder dazukam
home-cause-basis = durch neue Vergleichswerte oder Regeln der Firma
home-cause-ruling = { $n ->
    [one] durch einen entschiedenen Einspruch zu { $n } Gespräch
   *[other] durch entschiedene Einsprüche zu { $n } Gesprächen
}
home-calls-title = Deine letzten Gespräche
home-call = *{ $title }* · { $day } · { $result }
home-call-score = { $score } von 100
home-call-medal = { $medal } · { $score } von 100
home-call-none = keine Gesamtbewertung
home-calls-note = Ein Gespräch sagt wenig: Stufen ändern sich langsam.
home-open = Öffnen
home-agreed-title = Was ihr vereinbart habt
home-practice-title = Zum Üben
home-clips-title = Momente, die du teilst
home-clip-in = „{ $title }“ ({ $skill }): in der Clip-Bibliothek
home-clip-offered = „{ $title }“ ({ $skill }): deiner Führungskraft angeboten
home-viewers-title = Wer deine Zahlen angesehen hat
home-viewer = { $name }, zuletzt am { $day }
home-viewers-none = In den letzten 90 Tagen niemand außer dir.

home-manager-title = Dein Team
home-agenda-title = Die 1:1s dieser Woche
home-agenda-none = Die Agenda für deine 1:1s kommt am Montagmorgen.
home-agenda-rep = *{ $rep }*: { $skills }
home-agenda-ask = *{ $rep }*: Frag nach, welches Thema als Nächstes dran ist
home-agenda-done = :handshake: { $line } · 1:1 geführt
home-agenda-shared = :white_check_mark: { $line } · geteilt
home-agenda-snoozed = :zzz: { $line } · nicht diese Woche
home-appeals-title = { $n ->
    [one] Ein Einspruch wartet auf dich
   *[other] { $n } Einsprüche warten auf dich
}
home-appeal = { $rep } bittet dich, eine Bewertung anzusehen.
home-appeal-decide = Entscheiden
home-team-title = Wo das Team steht
home-team-empty = In Reploop ist noch niemand in deinem Team. Sobald dir Reps zugeordnet sind, findest du sie hier.
home-team-line = *{ $rep }* · { $skills }
home-team-skill = { $skill } { $figure }
home-team-nothing = *{ $rep }* · zu wenige Gespräche für eine Aussage
home-team-more = { $n ->
    [one] { $n } weitere Person
   *[other] { $n } weitere Personen
} auf { $link }.
home-team-page = deiner Teamseite

home-company-title = Wie es mit Reploop läuft
home-coverage-title = Gespräche
home-coverage-line = { $state }: { $n }
home-coverage-none = Bisher ist kein Gespräch angekommen.
home-state-waiting = Warten auf ein Transkript
home-state-ready = Werden gerade bewertet
home-state-scored = Bewertet
home-state-skipped = Nicht bewertet, der Grund steht auf deiner Seite
home-state-dead = Fehlgeschlagen
home-state-deleted = Gelöscht
home-rates-title = Nachrichten mit Reaktion, wahrscheinlicher Bereich (6 Wochen)
home-rate = { $kind }: { $acted } von { $sent } ({ $low }–{ $high } %)
home-rates-none = Bisher wurde keine Nachricht verschickt.
home-crm-title = Einträge im CRM
home-crm-none = Bisher wurde nichts ins CRM geschrieben.
home-write-pending = Unterwegs
home-write-sent = Erledigt
home-write-skipped = Absichtlich ausgelassen
home-write-parked = Warten, bis die Verbindung wieder steht
home-write-dead = Fehlgeschlagen

home-nobody-title = Hallo
home-nobody = Reploop kennt dich noch nicht. Wenn du verkaufst oder Menschen führst, die verkaufen, dann bitte die Person, die Reploop bei euch betreut, deine E-Mail-Adresse aufzunehmen.

home-settings-heading = Wann Reploop dir schreibt
home-hours = Ruhe von { $from } bis { $until } Uhr
home-hours-never = Keine Ruhezeiten
home-weekend = Ruhe am Wochenende
home-cap = höchstens { $n ->
    [one] { $n } Nachricht
   *[other] { $n } Nachrichten
} pro Woche, um die du nicht gebeten hast, der Rest gesammelt am Freitag
home-snoozed-until = :zzz: Pause bis { $day }, { $time } Uhr. Antworten auf deine Fragen kommen trotzdem.
home-settings-button = Einstellungen
home-snooze-tomorrow = Pause bis morgen
home-snooze-monday = Pause bis Montag
home-snooze-weeks = Pause: 2 Wochen
home-snooze-end = Pause beenden
home-snoozed = Pause bis { $day }, { $time } Uhr.
home-snooze-ended = Du hörst wieder von Reploop.
home-as-of = Stand: { $at } · { range-note }
home-as-of-now = Stand: { $at }

home-settings-title = Nachrichten an dich
home-settings-about = Die Zeiten gelten in deiner Zeitzone, { $zone }. Antworten auf deine Fragen kommen jederzeit.
home-quiet-from-label = Ruhe ab
home-quiet-until-label = Ruhe bis
home-weekend-label = Am Wochenende
home-weekend-quiet = Ruhe
home-weekend-open = Wie an anderen Tagen
home-cap-label = Nachrichten pro Woche
home-cap-hint = Gemeint sind die, um die du nicht gebeten hast. Der Rest kommt gesammelt am Freitag.
home-cap-choice = höchstens { $n }
home-digest-label = Nur einmal pro Woche, gesammelt
home-digest-hint = Diese kommen am Freitag in einer Nachricht statt einzeln.
home-language-label = Sprache
language-en = English
language-de = Deutsch

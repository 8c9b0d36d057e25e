# Antworten auf Fragen: die Zahl, wie sicher sie ist, der Filter und die Gespräche dahinter.

answer-you = Du
answer-everybody = Alle
answer-you-inside = dir
answer-others = Die anderen
answer-others-inside = den anderen im Team
answer-any-skill = irgendeiner Fähigkeit
answer-overall = Gesamtwert
answer-rep-in-skill = { $rep }, { $skill }

answer-asked-skill = { $who } · { $skill }
answer-asked-rep = { $who } · alle Fähigkeiten
answer-asked-weak = Wer braucht Hilfe bei { $skill }?
answer-asked-strong = Wer ist stark bei { $skill }?
answer-asked-improved = Wer ist besser geworden bei { $skill }?
answer-asked-slipping = Wer lässt nach bei { $skill }?
answer-asked-trend = { $who } · was sich verändert hat
answer-asked-compare = { $who } im Vergleich mit { $other }
answer-asked-coverage = { $who } · bewertete und nicht bewertete Gespräche
answer-asked-tiers = Stufen, die sich verändert haben
answer-asked-calls = { $who } · Gespräche
answer-asked-deals = { $who } · Deals
answer-asked-moments = Momente in Gesprächen
answer-asked-agreed = In 1:1s vereinbart
answer-asked-practice = Übungen
answer-asked-focus = { $who } · woran arbeiten

answer-skill = { $who } · { $skill }: { $figure }.
answer-skill-level = { $who } · { $skill }: { $figure }, { $tier }; { $trend }.
answer-skill-period = { $who } · { $skill }: im Schnitt { $figure }.
answer-rep = { $who }: am höchsten bei { $high }, { $most }; am niedrigsten bei { $low }, { $least }.
answer-rep-one = { $who }: { $skill }, { $figure }.
answer-rep-few = { $who }: zu wenige Gespräche für eine Aussage (mindestens { $least } bewertete je Fähigkeit).
answer-line = { $who }: { $figure }
answer-line-tier = { $who }: { $figure }, { $tier }
answer-too-few-any = Zu wenige bewertete Gespräche, um das über jemanden zu sagen.
answer-too-few-for = Zu wenige Gespräche für eine Aussage bei { $reps }.
answer-more = { $n ->
    [one] und { $n } weitere Person
   *[other] und { $n } weitere Personen
}
answer-weakest = Am meisten Luft nach oben: { $line }.
answer-strongest = Am höchsten: { $line }.
answer-nobody-weak = Niemand liegt unter „Sicher“. Am meisten Luft nach oben: { $line }.
answer-close = { $first } Dann { $second }, zu nah beieinander für einen Unterschied.
answer-moved = { $rep }, { $skill }: { $trend }, jetzt { $figure }
answer-nobody-improved = Bei niemandem ist ein Wert in { $days } Tagen deutlicher gestiegen, als es Zufall sein kann.
answer-nobody-slipping = Bei niemandem ist ein Wert in { $days } Tagen deutlicher gefallen, als es Zufall sein kann.
answer-window = Veränderung in den letzten { $days } Tagen

answer-trend = { $who } · { $skill }: { $trend }, jetzt { $figure }.
answer-trends = { $who }: von { $n ->
    [one] { $n } Fähigkeit
   *[other] { $n } Fähigkeiten
} { $up } klar gestiegen, { $down } klar gefallen.
answer-trend-line = { $who }: { $trend }, jetzt { $figure }
answer-trend-early = noch zu früh für eine Aussage über { $days } Tage

answer-compare-ahead = { $who } · { $skill }: { $by } ± { $half } Punkte vor { $other }.
answer-compare-behind = { $who } · { $skill }: { $by } ± { $half } Punkte hinter { $other }.
answer-compare-close = { $who } · { $skill }: zu nah an { $other } für einen Unterschied.
answer-compare-many = { $who } im Vergleich mit { $other }: klar vorn bei { $ahead ->
    [one] { $ahead } Fähigkeit
   *[other] { $ahead } Fähigkeiten
}, hinten bei { $behind }, zu nah beieinander bei { $close }.
answer-pair = { $skill } · { $who }: { $mine }; { $other }: { $theirs }
answer-average-basis = Der Schnitt ist aus mindestens fünf Personen

answer-coverage = { $who }: { $scored } von { $n ->
    [one] { $n } Gespräch bewertet
   *[other] { $n } Gesprächen bewertet
}.
answer-no-calls = { $who }: in dieser Zeit keine Gespräche.
answer-why-no-transcript = Kein Transkript
answer-why-unreadable = Transkript nicht lesbar
answer-why-too-short = Zu kurz
answer-why-little-speech = Zu wenig eigener Redeanteil
answer-why-internal = Internes Treffen
answer-why-no-rep = Niemand aus dem Team im Gespräch gefunden
answer-why-speakers = Sprecher nicht zu unterscheiden
answer-why-no-rubric = Kein Bewertungsbogen für diese Art Gespräch
answer-why-failed = Bewertung gescheitert
answer-why-waiting = Noch unterwegs

answer-calls-best = Beste Gespräche nach { $by }.
answer-calls-worst = Gespräche mit der meisten Luft nach oben nach { $by }.
answer-calls-latest = Neueste Gespräche, { $by }.
answer-calls-about = { $n ->
    [one] { $n } Gespräch gefunden.
   *[other] { $n } Gespräche gefunden.
}
answer-calls-about-many = { $n ->
    [one] { $n } Gespräch unter den neuesten; es kann mehr geben.
   *[other] { $n } Gespräche unter den neuesten; es kann mehr geben.
}
answer-no-call-found = Kein Gespräch gefunden, das du sehen kannst.
answer-call-line = { $who } · { $title }, { $day }: { $score }
answer-one-call = Ein Wert gilt nur für das eine Gespräch; über das Können sagt er wenig

answer-deals = { $n ->
    [one] { $n } Deal mit bewerteten Gesprächen.
   *[other] { $n } Deals mit bewerteten Gesprächen.
}
answer-deals-many = { $n } Deals mit bewerteten Gesprächen, hier die { $most } mit den neuesten.
answer-no-deals = Kein solcher Deal, den du sehen kannst.
answer-deal-line = { $deal } · { $who } · { $stage } · { $outcome } · letztes Gespräch { $day }, { $last }
answer-deal-open = offen
answer-deal-won = gewonnen
answer-deal-lost = verloren
answer-deal-score = Wert { $score }
answer-deal-no-score = ohne Gesamtwert

answer-moments = { $n ->
    [one] { $n } Moment gefunden.
   *[other] { $n } Momente gefunden.
}
answer-moments-many = { $n ->
    [one] { $n } Moment in den neuesten Gesprächen; es kann mehr geben.
   *[other] { $n } Momente in den neuesten Gesprächen; es kann mehr geben.
}
answer-no-moments = Kein solcher Moment in den Gesprächen, die du lesen kannst.
answer-with-words = mit den Worten „{ $words }“
answer-on-skill = als Beleg für { $skill }

answer-tiers = { $n ->
    [one] { $n } Stufe hat sich verändert.
   *[other] { $n } Stufen haben sich verändert.
}
answer-tiers-many = { $n ->
    [one] { $n } Änderung der Stufe unter den neuesten; es gibt mehr.
   *[other] { $n } Änderungen der Stufe unter den neuesten; es gibt mehr.
}
answer-no-tiers = Keine Stufe hat sich verändert.
answer-tier-line = { $rep } · { $skill }: { $before } → { $after } am { $day } ({ $figure })

answer-agreed = { $n ->
    [one] { $n } Vereinbarung ist offen.
   *[other] { $n } Vereinbarungen sind offen.
}
answer-none-agreed = Keine Vereinbarung ist offen.
answer-agreed-line = { $rep }, vereinbart am { $day }: { $behaviour }
answer-agreed-proof = { $line } · { $verdict }
answer-sticking = es sitzt, { $taken } von { $seen ->
    [one] { $seen } Gelegenheit
   *[other] { $seen } Gelegenheiten
} genutzt
answer-not-yet = noch nicht, { $taken } von { $seen ->
    [one] { $seen } Gelegenheit
   *[other] { $seen } Gelegenheiten
} genutzt
answer-too-few-chances = zu wenige Gelegenheiten für eine Aussage, { $taken } von { $seen ->
    [one] { $seen } Gelegenheit
   *[other] { $seen } Gelegenheiten
} genutzt

answer-practice = { $n ->
    [one] { $n } Übung.
   *[other] { $n } Übungen.
}
answer-no-practice = Es ist keine Übung zugewiesen.
answer-practice-none-open = Keine Übungsaufgabe ist offen.
answer-practice-none-overdue = Keine Übungsaufgabe ist überfällig.
answer-practice-none-passed = Keine Übungsaufgabe ist bestanden.
answer-practice-none-failed = Keine Übungsaufgabe ging ohne Bestehen zu Ende.
answer-practice-line = { $rep } · { $skill }: { $state }, { $best }, { $used } von { $allowed } Versuchen, fällig am { $day }
answer-practice-assigned = nicht begonnen
answer-practice-started = begonnen
answer-practice-passed = bestanden
answer-practice-not-passed = nicht bestanden
answer-practice-overdue = Termin vorbei, noch offen
answer-practice-best = bester Wert { $score }
answer-practice-no-score = noch kein Wert
answer-no-live-call = Üben ist kein echtes Gespräch, deshalb ist keins genannt

answer-focus = { $who }: arbeiten an { $skills }.

answer-of-you = Deine eigenen Gespräche
answer-of-rep = Gespräche von { $rep }
answer-of-reps = Gespräche von { $n ->
    [one] { $n } Person, die du sehen darfst
   *[other] { $n } Personen, die du sehen darfst
}
answer-ever = gesamte Zeit
answer-since = seit dem { $day }
answer-on = { $day }
answer-between = { $first } bis { $last }
answer-average-of = Schnitt der Gesprächswerte, { $when }
answer-as-of = alle Gespräche, Stand { $day }
answer-numbers-only = Du siehst Zahlen, keine Worte, deshalb ist kein Moment zitiert
answer-no-call = Kein Gespräch ist genannt: Es gibt keins, das du jetzt öffnen darfst
answer-from-agenda = So steht es auf der Agenda dieser Woche

answer-cannot = Das kann ich nicht beantworten.
answer-purpose = Das beantworte ich nicht. Die Zahlen sind zum Coachen da: nicht für Gehalt oder Kündigung, und sie sagen nichts über Gesundheit oder Gefühle.
answer-no-words = Ich kann dir Zahlen zeigen, aber nicht, was gesagt wurde.
answer-own-only = Ich kann dir deine eigenen Zahlen zeigen, nicht die von anderen.
answer-not-calling = Von dir gibt es keine bewerteten Gespräche. Frag nach einer Person oder nach deinem Team.
answer-few-people = Einen Schnitt nenne ich ab fünf Personen, damit niemand erkennbar ist.
answer-help = Ich antworte aus gespeicherten Zahlen und zeige die Gespräche dahinter.
answer-can-ask = Du kannst fragen (auf Englisch)
answer-you-asked = Ich habe verstanden: { $question }
answer-from-calls = Aus diesen Gesprächen
answer-only-you = Nur du kannst diese Antwort sehen.
answer-every-skill = Alle Fähigkeiten ansehen
answer-your-team = Dein Team ansehen

answer-example-own = How am I doing? (Wie stehe ich da?)
answer-example-own-skill = How am I doing on { $skill }? (Wie stehe ich da bei …?)
answer-example-own-trend = Am I improving in { $skill }? (Werde ich besser bei …?)
answer-example-own-focus = What should I work on? (Woran soll ich arbeiten?)
answer-example-own-calls = My best calls last month (Meine besten Gespräche im letzten Monat)
answer-example-rep-skill = How is { $rep } doing on { $skill }? (Wie steht es um …?)
answer-example-who = Who needs help with { $skill }? (Wer braucht Hilfe bei …?)
answer-example-improved = Who improved most in { $skill } over 90 days? (Wer wurde am meisten besser?)
answer-example-coverage = How many calls were scored last month? (Wie viele Gespräche wurden bewertet?)
answer-example-tiers = Which tiers moved this quarter? (Welche Stufen haben sich verändert?)
answer-example-moments = Every pricing objection last quarter and how it was handled (Jeder Preiseinwand im letzten Quartal)

answer-prompts-title = Frag nach deinen Gesprächen
answer-thinking = schaut nach …
answer-page-title = Fragen
answer-page-label = Deine Frage (auf Englisch)
answer-page-button = Fragen

# Üben: was um ein Rollenspiel herum gesagt wird, und die Standardsätze der Kundenseite.

practice-assigned-title = Üben: { $skill }
practice-assigned = { $manager } bittet dich, bis zum { $due } *{ $skill }* mit { $who } zu üben.
practice-who = { $name } ({ $role }, { $industry })
practice-goal = *Dein Ziel:* { $goal }
practice-terms = Bestanden ab { $pass } von 100 in einem Rollenspiel · { $n ->
    [one] { $n } Versuch
   *[other] { $n } Versuche
}
practice-own-moment = Ein Satz der Kundenseite stammt aus einem deiner Gespräche. Namen sind weggelassen.
practice-how = Du schreibst, die Kundenseite antwortet im Thread. Das dauert etwa zehn Minuten. Du und deine Führungskraft seht das Ergebnis; RevOps und Admins sehen nur Zahlen.
practice-reminder = Bis zum { $due }: *{ $skill }* üben mit { $who }.
practice-start = Los geht’s
practice-again = Noch einmal
practice-stop = Rollenspiel beenden
practice-opening-title = Rollenspiel: { $name }
practice-opening-how = Antworte hier im Thread. Schreib „stopp“, wenn du fertig bist.
practice-opening-says = { $name } sagt:
practice-says = *{ $name }:* { $said }
practice-over = :checkered_flag: Das Rollenspiel ist zu Ende. Dein Ergebnis kommt gleich.
practice-too-short = Das Rollenspiel war zu kurz für eine Bewertung. Es zählt nicht als Versuch.
practice-no-score = Dieses Rollenspiel gab zu wenig her, um { $skill } zu bewerten. Es zählt nicht als Versuch.
practice-abandoned = Einen Tag lang kam nichts mehr, deshalb ist dieses Rollenspiel geschlossen. Es zählt nicht als Versuch.
practice-closed = Dieses Rollenspiel ist zu Ende. Schreib „üben“ in einer Direktnachricht, um ein neues zu beginnen.
practice-result = *{ $score } von 100* in { $skill } · ein Rollenspiel mit { $name }
practice-result-short = { $score } von 100 in { $skill } (ein Rollenspiel)
practice-passed = :white_check_mark: Bestanden (ab { $pass }).
practice-not-passed = Diesmal nicht bestanden (ab { $pass }). Alle Versuche sind genutzt: ein guter Punkt fürs nächste 1:1.
practice-not-yet = Noch nicht ganz (bestanden ab { $pass }). { $n ->
    [one] Noch { $n } Versuch
   *[other] Noch { $n } Versuche
}.
practice-went-well = :star: *Das lief gut:* { $what }
practice-try = :seedling: *Probier das:* { $what }
practice-example = Zum Beispiel: _„{ $example }“_
practice-open-call = Alle Punkte ansehen
practice-one-says-little = Ein Rollenspiel sagt wenig. Übungen stehen neben deinen Gesprächen.
practice-status-assigned = Noch nicht begonnen. Fällig am { $due }.
practice-status-started = Begonnen. Fällig am { $due }.
practice-status-overdue = War bis zum { $due } geplant. Du kannst trotzdem noch üben.
practice-status-passed = :white_check_mark: Bestanden mit { $score } von 100 ({ $plays }).
practice-status-not-passed = Nicht bestanden: bestes Ergebnis { $score } von 100 ({ $plays }).
plays = { $n ->
    [one] { $n } Rollenspiel
   *[other] { $n } Rollenspiele
}

practice-line-assigned = { $skill } üben: noch nicht begonnen, fällig am { $due }
practice-line-started = { $skill } üben: { $n ->
    [0] begonnen, noch nichts bewertet
   *[other] { plays } von { $allowed }, bestes Ergebnis { $score } von 100, bestanden ab { $pass }
}, fällig am { $due }
practice-line-overdue = { $skill } üben: war bis zum { $due } geplant, { $n ->
    [0] noch nichts bewertet
   *[other] { plays } von { $allowed }, bestes Ergebnis { $score } von 100
}
practice-line-passed = :white_check_mark: { $skill } üben: bestanden mit { $score } von 100 ({ plays })
practice-line-not-passed = { $skill } üben: nicht bestanden, bestes Ergebnis { $score } von 100 ({ plays }, bestanden ab { $pass })
practice-gap = { $skill }: beim Üben { $points } ± { $half } Punkte über den echten Gesprächen ({ $plays }, { $calls })
practice-gap-below = { $skill }: beim Üben { $points } ± { $half } Punkte unter den echten Gesprächen ({ $plays }, { $calls })
practice-gap-even = { $skill }: Üben und echte Gespräche sind gleichauf, auf ± { $half } Punkte genau ({ $plays }, { $calls })
practice-gap-few = { $skill }: zu wenig, um Üben mit echten Gesprächen zu vergleichen ({ $plays }, { $calls })

practice-form-title = Übung zuweisen
practice-form-send = Zuweisen
practice-form-for = Für { $rep }. Die Nachricht geht sofort raus, mit deinem Namen.
practice-form-weakest = Vorausgewählt: die Fähigkeit mit der meisten Luft nach oben in echten Gesprächen.
practice-form-no-skill = Für einen Vorschlag gibt es zu wenige echte Gespräche. Wähle, was ihr vereinbart habt.
practice-field-skill = Fähigkeit
practice-field-persona = Kundenseite
practice-field-days = Fällig
practice-field-pass = Bestanden ab
practice-field-attempts = Versuche
practice-persona-own = Aus dem eigenen Gespräch (ohne Namen)
practice-persona-fitting = Wer zur Fähigkeit passt
practice-in-days = { $n ->
    [one] morgen
   *[other] in { $n } Tagen
}
practice-of-100 = { $n } von 100
practice-assigned-now = Zugewiesen. { $rep } erfährt es jetzt; der Stand steht in der Agenda.
practice-assigned-already = { $rep } übt { $skill } schon. Das muss erst zu Ende sein.
practice-no-such = Diese Kundenseite oder Fähigkeit gibt es nicht mehr. Bitte wähle neu.
practice-running = Du bist schon in einem Rollenspiel: Mach im Thread weiter oder schreib dort „stopp“.
practice-started-now = Du wirst erwartet: Sieh dir meine neue Nachricht an.
practice-none-left = Hier gibt es nichts mehr zu spielen. Schreib „üben“, um nur für dich zu spielen.
practice-being-scored = Dein letztes Rollenspiel wird gerade bewertet. Das Ergebnis sagt dir, ob noch ein Versuch bleibt.
practice-only-reps = Üben ist für Reps. Als Führungskraft kannst du es aus deiner Agenda zuweisen.
practice-ended-now = Beendet. Das Ergebnis kommt im Thread.

buyer-unclear-1 = Entschuldigung, das habe ich nicht verstanden.
buyer-unclear-2 = Wie bitte? Sagen Sie das noch einmal.
buyer-language-1 = Entschuldigung, dafür reicht mein Englisch nicht. Können wir Deutsch sprechen?
buyer-language-2 = Das habe ich nicht verstanden. Auf Deutsch, bitte.
buyer-rude-1 = Bleiben wir bitte höflich.
buyer-rude-2 = So möchte ich nicht mit mir reden lassen.
buyer-hello-1 = Hallo. Ich höre zu.
buyer-short-1 = Ja? Ich höre.
buyer-short-2 = Und? Was möchten Sie wissen?
buyer-short-3 = Ein bisschen mehr müssen Sie schon sagen.
buyer-small-hear = Ja, ich höre Sie gut.
buyer-small-well = Gut, danke. Viel zu tun, wie immer.
buyer-small-time = Ja, ein paar Minuten. Bitte.
buyer-small-me = { $name }, { $role }.
buyer-yes-1 = Ja, mehr oder weniger.
buyer-yes-2 = Teils, teils. Kommt darauf an.
buyer-yes-3 = Ich würde sagen, ja.
buyer-vague-1 = Ach, so einiges. Was genau meinen Sie?
buyer-vague-2 = Das lässt sich so allgemein schwer sagen.
buyer-vague-3 = Das ist eine große Frage. Wo soll ich anfangen?
buyer-known-1 = Wie gesagt, dem habe ich nichts hinzuzufügen.
buyer-known-2 = Darüber haben wir schon gesprochen.
buyer-nothing-1 = Dazu kann ich Ihnen nicht viel sagen.
buyer-nothing-2 = Da müsste ich jemand anderen fragen.
buyer-neutral-1 = Okay. Und was heißt das für uns?
buyer-neutral-2 = Verstehe.
buyer-neutral-3 = Hm. Und weiter?
buyer-confirm-1 = Ja, genau.
buyer-confirm-2 = Das stimmt, gut gesagt.
buyer-confirm-3 = Ja, so ist es.
buyer-early-pitch-1 = Bevor Sie mir erzählen, was es kann: Sie kennen unsere Lage noch gar nicht.
buyer-early-pitch-2 = Das klingt nach Broschüre. Was hat das mit uns zu tun?
buyer-softer-1 = Gut, ich merke, Sie nehmen das ernst. Aber was heißt das in der Praxis?
buyer-softer-2 = In Ordnung. Ich bräuchte trotzdem etwas Handfestes.
buyer-settled-1 = Okay, das hilft. Damit kann ich leben.
buyer-settled-2 = Gut, damit ist das für mich beantwortet.
buyer-again-1 = Auf meinen Punkt sind Sie nicht eingegangen.
buyer-again-2 = Ich komme noch einmal auf das zurück, was ich gesagt habe.
buyer-cold-1 = Nun gut. Lassen wir das für den Moment.
buyer-cold-2 = Ich merke, darauf bekomme ich keine Antwort.
buyer-when-1 = Grundsätzlich ja. Wann genau, und was passiert dann?
buyer-when-2 = Nennen Sie mir einen Tag, sonst wird das nichts.
buyer-too-early-1 = Das geht schnell. Wir haben ja kaum gesprochen.
buyer-too-early-2 = Schauen wir erst einmal, ob uns das überhaupt etwas nützt.
buyer-agree-1 = Ja, das passt. Ich trage es ein und bringe eine Kollegin mit.
buyer-agree-2 = Abgemacht. Schicken Sie die Einladung, ich bereite unsere Zahlen vor.
buyer-decline-1 = Nein, noch nicht. Da ist noch etwas offen zwischen uns.
buyer-decline-2 = Lieber nicht. Schicken Sie mir einfach etwas zum Lesen.
buyer-agreed-already-1 = Wie vereinbart. Ich freue mich darauf.
buyer-agreed-already-2 = Ja, dabei bleibt es.
buyer-but-1 = Eine Sache allerdings.
buyer-but-2 = Ehrlich gesagt:
buyer-hurry-1 = Ich muss gleich los.
buyer-bye-agreed-1 = Gut, dann haben wir es. Bis dann.
buyer-bye-open-1 = In Ordnung. Auf Wiedersehen.
buyer-bye-bored-1 = Ich glaube, das führt heute zu nichts. Lassen wir es hier gut sein.
buyer-bye-time-1 = Ich muss in den nächsten Termin. Auf Wiedersehen.

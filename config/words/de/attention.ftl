# Arten von Nachrichten, und der Wochenüberblick über alles, was keine eigene Nachricht brauchte.

kind-slack-call-scored = Bewertungen von Gesprächen
kind-slack-tier-change = Änderungen der Stufe
kind-slack-agenda = Die wöchentliche Agenda
kind-slack-shared-agenda = Was für ein 1:1 geteilt wird
kind-slack-answer = Antworten
kind-slack-home = Die Startseite
kind-slack-appeal = Einsprüche zum Entscheiden
kind-slack-ruling = Entscheidungen über Einsprüche
kind-slack-practice = Übungen
kind-slack-clip = Geteilte Momente
kind-slack-approval = CRM-Änderungen zum Freigeben
kind-slack-crm-report = Der wöchentliche CRM-Bericht
kind-slack-digest = Der Wochenüberblick

digest-title = Deine Woche in einer Nachricht
digest-about = { $n ->
    [one] Ein Punkt, der
   *[other] { $n } Punkte, die
} keine eigene Nachricht { $n ->
    [one] brauchte
   *[other] brauchten
}. Jeweils auf dem Stand von jetzt.
digest-group = *{ $kind }*
digest-open = Öffnen
digest-show = Anzeigen
digest-more = { $n ->
    [one] Ein weiterer Punkt steht
   *[other] { $n } weitere Punkte stehen
} auf { $link }.
digest-your-page = deiner Seite
digest-fell-back = Damit es ruhiger bleibt, kommen diese jetzt einmal pro Woche hier: { $kind }. Du kannst sie wieder einzeln bekommen.
digest-keep = Wieder einzeln schicken
digest-kept = Erledigt. Diese kommen wieder einzeln: { $kind }.
digest-settings = Was hierher kommt und wann Reploop dir schreibt, bestimmst du: auf der Startseite der App in Slack.

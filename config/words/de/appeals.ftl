# Einsprüche: Jemand sieht eine Stufe anders, die Führungskraft entscheidet.

appeal-button = Siehst du das anders?
appeal-another-button = Noch etwas anders?
appeal-which = Welches Verhalten in welchem Gespräch?
appeal-choice-which = { $title } · { $call }
appeal-nothing = Von dir ist noch kein Gespräch bewertet.
appeal-title = Das sehe ich anders
appeal-about = *{ $title }* in { $call }
appeal-behaviour = Darum geht es: { $behaviour }
appeal-level = { $level } von { $most }
appeal-no-level = nicht bewertet
appeal-graded = Bisher: *{ $level }*
appeal-graded-because = Begründung: { $reason }
appeal-quote = > „{ $quote }“
appeal-why-label = Was sollte deine Führungskraft wissen?
appeal-why-hint = Schreib, was im Gespräch passiert ist und wo. Deine Führungskraft liest das und entscheidet.
appeal-needs-reason = Es wurde nichts geschickt: Ein Grund gehört dazu.
appeal-sent = Ist bei deiner Führungskraft. Sobald entschieden ist, melde ich mich; bis dahin bleibt die Bewertung, wie sie ist.
appeal-withdrawn-said = Zurückgenommen. Die Bewertung bleibt, wie sie ist.
appeal-withdraw-label = Möchtest du es zurücknehmen?
appeal-withdraw-choice = Ja, zurücknehmen
appeal-you-wrote = Du hast geschrieben: { $reason }
appeal-is-open = Das hast du am { $day } deiner Führungskraft geschickt. Entschieden ist es noch nicht.
appeal-is-decided = Deine Führungskraft hat entschieden: { $level }. „{ $why }“
appeal-gone = Das Gespräch wurde inzwischen neu bewertet, und dieses Kriterium gehört nicht mehr dazu. Es gibt nichts mehr zu entscheiden.

appeal-message-title = { $rep } sieht eine Bewertung anders
appeal-sentence = { $rep } sieht „{ $title }“ in { $call } anders.
appeal-open-to-you = { $rep } bittet dich, auf diese Bewertung zu schauen. Sie gilt, bis du entscheidest.
appeal-you-changed = :white_check_mark: Entschieden, jetzt: *{ $level }*.
appeal-you-kept = :white_check_mark: Entschieden, unverändert: *{ $level }*.
appeal-was-withdrawn = { $rep } hat das zurückgenommen. Du musst nichts tun.
appeal-was-dropped = Das Transkript wurde ersetzt und das Gespräch neu bewertet; das hier ist damit erledigt.
appeal-moved = Hier stand ein Einspruch. Darum kümmert sich jetzt eine andere Führungskraft.
appeal-rep-wrote = *{ $rep } schreibt*
appeal-rep-says = In eigenen Worten: { $reason }
appeal-anchors = *Was 0 bis 4 bedeuten*
    0 · { $a0 }
    1 · { $a1 }
    2 · { $a2 }
    3 · { $a3 }
    4 · { $a4 }
appeal-decide-button = Entscheiden
appeal-decide-title = Einspruch entscheiden
appeal-level-label = Was zeigt das Gespräch?
appeal-choice = { $level } · { $anchor }
appeal-choice-keep = So lassen: { $level }
appeal-choice-none = Das Gespräch gab keinen Anlass dazu
appeal-answer-label = Warum?
appeal-answer-hint = Die andere Person liest das.
appeal-needs-both = Es wurde nichts entschieden: Bewertung und Begründung gehören dazu.
appeal-kept-said = Entschieden. { $rep } erfährt, dass es so bleibt und warum.
appeal-changed-said = Entschieden. { $rep } erfährt es, und alle Zahlen, die auf diesem Gespräch beruhen, ziehen nach.
appeal-what-follows = Deine Bewertung ersetzt die bisherige; beide bleiben erhalten. { $rep } erfährt deine Entscheidung mit deiner Begründung.

ruling-title = Dein Einspruch ist entschieden
ruling-changed = Deine Führungskraft hat entschieden: *{ $became }*. Vorher: { $was }.
ruling-no-occasion = Deine Führungskraft sagt, das Gespräch gab keinen Anlass dazu; es zählt also nicht mehr. Vorher: { $was }.
ruling-kept = Deine Führungskraft hat es sich angesehen und lässt es so: *{ $became }*.
ruling-dropped = Das Transkript wurde ersetzt und das Gespräch neu bewertet. Was zur alten Bewertung gesagt war, gilt deshalb nicht mehr. Wenn du auch die neue anders siehst, sag es noch einmal.
ruling-why = *{ $manager } schreibt*
ruling-follows = Die Bewertung des Gesprächs, deine Zahlen und deine Stufen ziehen innerhalb einer Minute nach.
ruling-kept-follows = An deinen Zahlen ändert sich nichts. Eine Minute im nächsten 1:1 ist es wert.
ruling-by = :speech_balloon: Von deiner Führungskraft am { $day } vergeben. Vorher: { $was }.

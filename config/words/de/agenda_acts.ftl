# Was eine Führungskraft mit der Agenda macht, und was die andere Person dann liest.

agenda-button-done = 1:1 geführt
agenda-button-edit = Bearbeiten
agenda-button-share = Mit { $rep } teilen
agenda-button-snooze = Diese Woche nicht
agenda-button-back = Zurückholen
agenda-button-practice = Übung zuweisen
agenda-button-page = Seite öffnen
agenda-wrong = Falscher Moment: „{ $quote }“
agenda-shared-line = :white_check_mark: Geteilt. { $rep } sieht ab jetzt, was du änderst.
agenda-done-line = :handshake: 1:1 geführt. Vereinbart: *{ $agreed }*. Die nächste Agenda zählt die Gelegenheiten.
agenda-done-nothing = :handshake: 1:1 geführt. Vereinbart wurde nichts.
agenda-snoozed-line = Diese Woche nicht.
agenda-note-line = :pencil2: *Deine Notiz:* { $note }
agenda-shared-now = Geteilt. { $rep } hat es als Direktnachricht.
agenda-saved = Gespeichert. Die Agenda zeigt es.
agenda-clip-hidden = Danke. Der Moment ist aus dieser Agenda verschwunden und als falsch vermerkt.
agenda-done-kept = Notiert. Die nächste Agenda beginnt damit, ob es geschehen ist.
agenda-chart = Wo die Schwerpunkte stehen, Woche für Woche. { $rows }
agenda-chart-row = { $rep }, { $skill }: { $figure }

edit-title = Agenda bearbeiten
edit-about = *{ $rep }* sieht, was du hier speicherst, sobald du es teilst.
edit-first = Erster Schwerpunkt
edit-second = Zweiter Schwerpunkt
edit-third = Dritter Schwerpunkt
edit-none = Keiner
edit-skill = { $skill }, { $figure }
edit-hide = Momente weglassen
edit-clip = „{ $quote }“
edit-note = Deine Notiz
edit-note-hint = Sie ist auch für die andere Person.

done-title = 1:1 geführt
done-about = Was habt ihr vereinbart, du und *{ $rep }*? Eine Sache genügt.
done-behaviour = In den nächsten Gesprächen
done-behaviour-hint = Die nächste Agenda zeigt, in wie vielen Gesprächen es eine Gelegenheit gab und wie oft sie genutzt wurde.
done-nothing = Diesmal nichts
done-note = In euren Worten
done-note-hint = Zum Beispiel, in welchem Gespräch. Ihr seht es beide.

shared-title = Für dein 1:1 mit { $manager }
shared-intro = Worüber { $manager } mit dir sprechen möchte. Es kommt aus deinen eigenen Gesprächen; wenn etwas nicht stimmt, sag es.
shared-note = :pencil2: *{ $manager } schreibt:* { $note }
shared-agreed = :handshake: *Ihr habt vereinbart:* { $agreed }. Die nächste Agenda zählt die Gelegenheiten und sagt auch, wenn es zu wenige waren.
shared-nothing = Nichts sticht heraus. Bring mit, woran du arbeiten möchtest.
shared-question = :speech_balloon: Zum Nachdenken: { $question }
shared-page = Alle deine Fähigkeiten ansehen
shared-sentence = Für dein 1:1 mit { $manager }: { $skills }.
shared-sentence-nothing = Für dein 1:1 mit { $manager }: Bring mit, woran du arbeiten möchtest.
ask-both-own = Was hat „{ $best }“ gelingen lassen, und was hätte das in „{ $gap }“ gebracht?
ask-room-own = Wo war in „{ $gap }“ Platz dafür?
ask-gap-own = Was würdest du in diesem Moment jetzt sagen?
ask-best-own = Was hast du in „{ $best }“ gemacht, und wo passt es als Nächstes?
ask-next-own = In welchem kommenden Gespräch zählt { $skill } am meisten?
proof-since-and-before = { $since }; { $before }
focus-comes-up = kommt in { $seen } der letzten { $calls } Gespräche vor

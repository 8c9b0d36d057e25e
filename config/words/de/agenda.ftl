# Die wöchentliche Agenda: worüber Führungskraft und Rep sprechen, und ob die letzte Woche trägt.

agenda-title = Deine 1:1s · Woche vom { $day }
agenda-facts = { $reps } · { $calls ->
    [one] { $calls } bewertetes Gespräch
   *[other] { $calls } bewertete Gespräche
} in den letzten 7 Tagen · Stand { $at }
agenda-facts-skipped = { $reps } · { $calls ->
    [one] { $calls } bewertetes Gespräch
   *[other] { $calls } bewertete Gespräche
} in den letzten 7 Tagen, { $skipped } nicht bewertet · Stand { $at }
agenda-draft-note = Das ist dein Entwurf. Seinen Teil sieht ein Teammitglied erst, wenn du ihn teilst.
agenda-nobody = In Reploop ist noch niemand in deinem Team. Sobald dir Personen zugeordnet sind, steht hier, worüber du mit ihnen sprechen kannst.
agenda-sentence = Deine 1:1s für die Woche vom { $day }: { $reps }.
agenda-more-reps = { $n ->
    [one] und { $n } weitere Person
   *[other] und { $n } weitere Personen
}
agenda-more-reps-page = { $n ->
    [one] { $n } weitere Person
   *[other] { $n } weitere Personen
}: { $link }
agenda-see-team = auf deiner Teamseite ansehen
agenda-open-team = Dein Team öffnen
agenda-work-on = { $rep }: arbeiten an { $skills }
agenda-work-skill = { $skill } ({ $figure })
agenda-nothing-yet = { $rep }: nach dem eigenen Wunschthema fragen
agenda-rep-line = *{ $rep }* · { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gespräche
} in den letzten 7 Tagen · { $page }
agenda-all-skills = alle Fähigkeiten
agenda-no-move = Seit letzter Woche hat sich keine Fähigkeit stärker bewegt, als es der Zufall erklärt.
agenda-nothing = Diese Woche gibt es nichts auszuwählen.
agenda-last-focus = *Schwerpunkte der letzten Woche.* { $said }

focus-too-few = Noch zu wenige bewertete Gespräche für eine Aussage: Frag, woran die Person arbeiten möchte.
focus-nothing-left = In den bewerteten Gesprächen sticht nichts hervor: Frag, woran die Person arbeiten möchte.
focus-too-few-own = Noch zu wenige bewertete Gespräche für eine Aussage. Woran möchtest du arbeiten?
focus-nothing-left-own = In deinen bewerteten Gesprächen sticht nichts hervor. Woran möchtest du arbeiten?
focus-why = { $skill }: { $figure }, { $reason }.
focus-why-detail = { $skill }: { $figure }, { $reason }; { $detail }.
focus-largest-gap = hier ist am meisten Luft nach oben
focus-slipping = zuletzt niedriger
focus-held = Schwerpunkt seit dem { $since }
focus-room = mit Luft nach oben
focus-chosen = für dieses 1:1 ausgewählt
focus-recurring = in { $short } der letzten { $seen } Gespräche war bei „{ $title }“ noch Luft
since-too-few = { $skill }: seitdem zu wenige Gespräche für eine Aussage ({ $n })
since-noise = { $skill }: noch nicht ({ $was } auf { $became } in { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gesprächen
}, das kann Zufall sein)
since-up = { $skill }: gestiegen, { $was } auf { $became } in { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gesprächen
}
since-down = { $skill }: gesunken, { $was } auf { $became } in { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gesprächen
}
move-up = :arrow_up_small: { $skill } seit letzter Woche um { $by } gestiegen (im Rückblick: { $was } → { $became })
move-down = :arrow_down_small: { $skill } seit letzter Woche um { $by } gesunken (im Rückblick: { $was } → { $became })
tier-first-line = :round_pushpin: Erste Stufen: { $levels }
tier-first-one = { $skill } { $tier } ({ $figure })
focus-tier = Stufe: { $tier }.
focus-tier-none = Stufe noch offen.
tier-moved-line = :round_pushpin: { $skill }: { $before } → { $after } ({ $figure }, damals)
early-improving = :seedling: { $skill }: ein frühes Zeichen, dass es aufwärtsgeht. Die letzten fünf Wochen ({ calls }) liegen über den drei Monaten davor; hält das an, kann die Stufe folgen.
early-slipping = :seedling: { $skill }: ein frühes Zeichen, dass es nachlässt. Die letzten fünf Wochen ({ calls }) liegen unter den drei Monaten davor; hält das an, kann die Stufe folgen.

ask-both = Frag { $rep }: Was hat in „{ $best }“ gut geklappt, und wie hätte das auch in „{ $gap }“ gehen können?
ask-room = Frag { $rep }: Wo wäre in „{ $gap }“ Platz dafür gewesen?
ask-gap = Hört euch den Moment zusammen an und frag { $rep }: Was würdest du da jetzt sagen?
ask-best = Frag { $rep }, was in „{ $best }“ den Unterschied gemacht hat und wo es als Nächstes passt.
ask-next = Frag { $rep }, in welchem nächsten Gespräch { $skill } am wichtigsten wird.

proof-agreed = *Vereinbart am { $day }:* { $behaviour }
proof-chances = { $taken } von { $seen ->
    [one] { $seen } Gelegenheit
   *[other] { $seen } Gelegenheiten
} seitdem genutzt
proof-before = { $taken } von { $seen } davor
proof-sticking = :white_check_mark: *Es sitzt.* { $chances }.
proof-not-yet = :hourglass_flowing_sand: *Noch nicht.* { $chances }.
proof-too-few = :grey_question: *Zu wenige Gelegenheiten für eine Aussage.* { $chances }.
clip-taken = Gelegenheit genutzt:
clip-missed = Diesmal nicht genutzt:
clip-gap = Daran arbeiten:
clip-best = Schon stark:
clip-moment = Ein Moment:
clip-better = Besser: { $words }
clip-whole = Fehlte im ganzen Gespräch:

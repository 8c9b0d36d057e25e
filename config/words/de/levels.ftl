# Eine Stufe hat sich bewegt: für die Person selbst und für ihre Führungskraft.

level-title-own = { $skill } bei dir: { $after }
level-title-rep = { $rep }, { $skill }: { $after }
level-titles-own = Deine Stufen: { $n } Fähigkeiten haben sich bewegt, { $ways }
level-titles-rep = Stufen von { $rep }: { $n } Fähigkeiten haben sich bewegt, { $ways }
level-ways-up = { $n } nach oben
level-ways-down = { $n } nach unten
level-first-own = { $skill }: Du hast jetzt eine erste Stufe: { $after } ({ $sure }).
level-first-rep = { $rep } hat in { $skill } jetzt eine erste Stufe: { $after } ({ $sure }).
level-moved-own = { $skill }: Deine Stufe ist jetzt „{ $after }“, vorher „{ $before }“ ({ $sure }).
level-moved-rep = { $rep }, { $skill }: Die Stufe ist jetzt „{ $after }“, vorher „{ $before }“ ({ $sure }).
level-today = Heute steht der Wert bei { $figure }.
level-open-call = Gespräch dazu öffnen
level-see-skills = alle Fähigkeiten ansehen

level-advice-first-own = Ab jetzt erfährst du, wenn sie sich bewegt.
level-advice-first-rep = Ab jetzt erfährst du, wenn sie sich deutlich bewegt.
level-advice-up-own = Das stützt sich auf mehrere Gespräche, nicht auf einen guten Tag. Bleib bei dem, was gut geklappt hat.
level-advice-up-rep = Ein guter Moment, das zu sagen, mit dem Gespräch zur Hand.
level-advice-down-own = Das stützt sich auf mehrere Gespräche, nicht auf eines. Hör dir das Gespräch unten an und such dir eine Sache aus, die du im nächsten probierst.
level-advice-down-rep = Zehn Minuten im nächsten 1:1 lohnen sich: Hört euch das Gespräch zusammen an und einigt euch auf eine Sache zum Ausprobieren.

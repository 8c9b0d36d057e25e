# Zahlen über eine Person: nie ohne Unsicherheit und ohne die Zahl der Gespräche dahinter.

plain = { $text }
quoted = „{ $quote }“
calls = { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gespräche
}
reps = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
sure = { $level } ± { $half }
from-calls = { $level } ± { $half } aus { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gesprächen
}
figure-few = zu wenige Gespräche für eine Aussage ({ $n } von mindestens { $least })
tier-needs-work = Ausbaufähig
tier-developing = Im Aufbau
tier-proficient = Sicher
tier-excellent = Ausgezeichnet
tier-none = Stufe noch offen
trend-early = zu früh für einen Trend
trend-steady = keine klare Veränderung in { $days } Tagen
trend-up = { $by } ± { $half } Punkte mehr in { $days } Tagen
trend-down = { $by } ± { $half } Punkte weniger in { $days } Tagen
trend-probably-up = in { $days } Tagen wahrscheinlich gestiegen ({ $by } ± { $half } Punkte)
trend-probably-down = in { $days } Tagen wahrscheinlich gefallen ({ $by } ± { $half } Punkte)
range-note = ± zeigt, wie sicher eine Zahl ist: In neun von zehn Fällen liegt der wahre Wert darin, höchstens bei 100.
tier-lags = Eine Stufe ändert sich erst, wenn es sicher ist.
your-manager = Deine Führungskraft

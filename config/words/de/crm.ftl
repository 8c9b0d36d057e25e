# CRM-Felder: Änderungen, die auf eine Person warten, und der Wochenbericht.

approval-title = { $n ->
    [one] Eine CRM-Änderung wartet auf dich
   *[other] { $n } CRM-Änderungen warten auf dich
}
approval-title-none = Hier wartet nichts mehr
approval-about = Diese Felder werden erst geschrieben, wenn du sie freigibst.
approval-sentence = *{ $field }* bei { $record }
approval-change = *{ $field }* bei *{ $record }* · { $crm }
approval-now = Steht dort: { $value }
approval-then = Künftig: { $value }
approval-empty = _leer_
approval-value = { $value }
approval-hidden = Die Werte sind Worte aus dem Gespräch. Sie sind für { $rep } und die zuständige Führungskraft, deshalb siehst du sie hier nicht.
approval-hidden-nobody = Die Werte sind Worte aus einem Gespräch, deshalb siehst du sie hier nicht.
approval-from = Aus { $call } · { $rep }
approval-from-call = Aus { $call }
approval-approve = Freigeben
approval-decline = Ablehnen
approval-open = Öffnen
approval-was-approved = :white_check_mark: { $by } hat *{ $field }* bei { $record } freigegeben.
approval-was-approved-nobody = :white_check_mark: Freigegeben: *{ $field }* bei { $record }.
approval-was-declined = :no_entry_sign: { $by } hat *{ $field }* bei { $record } abgelehnt.
approval-was-declined-nobody = :no_entry_sign: Abgelehnt: *{ $field }* bei { $record }.
approval-was-withdrawn = :wastebasket: *{ $field }* bei { $record } wartet nicht mehr: Inzwischen kam etwas anderes.
approval-is-elsewhere = :arrow_right: Über *{ $field }* bei { $record } entscheidet jetzt jemand anderes.
approval-follows = Was du freigibst, wird innerhalb einer Minute geschrieben, sofern niemand das Feld inzwischen geändert hat. Was du ablehnst, wird nicht noch einmal gefragt, bis ein späteres Gespräch etwas anderes sagt.
approval-page = die Seite der wartenden Änderungen
approval-more = { $n ->
    [one] Eine weitere wartet
   *[other] { $n } weitere warten
}: Alle zeigt { $link }.
approval-all = Alle auf einer Seite: { $link }.
approval-approved-said = Freigegeben. Wird innerhalb einer Minute geschrieben.
approval-declined-said = Abgelehnt. Danach wird nicht noch einmal gefragt, bis ein späteres Gespräch etwas anderes sagt.
approval-gone = Das wartet nicht mehr: Jemand hat entschieden, oder der Wert hat sich geändert.

crm-report-title = CRM, { $from } bis { $to }
crm-report-quiet = In dieser Woche wurde in { $crms } nichts geschrieben, und nichts wartet.
crm-report-crm = *{ $crm }*
crm-report-nothing = Nichts passiert.
crm-report-written = { $fields ->
    [one] Ein Feld
   *[other] { $fields } Felder
} in { $records ->
    [one] einem Datensatz
   *[other] { $records } Datensätzen
} geschrieben
crm-report-kept = { $n ->
    [one] Ein Feld
   *[other] { $n } Felder
} so gelassen, wie Menschen { $n ->
    [one] es
   *[other] sie
} geschrieben haben
crm-report-restored = { $n ->
    [one] Ein Feld
   *[other] { $n } Felder
} zurückgestellt, weil jemand im selben Moment geschrieben hat
crm-report-waiting = { $n ->
    [one] Eine Änderung wartet
   *[other] { $n } Änderungen warten
} auf Freigabe
crm-report-refused = { $n ->
    [one] Ein Feld
   *[other] { $n } Felder
} nicht angenommen: { $reason }
crm-report-gone = { $n ->
    [one] Ein Datensatz wurde
   *[other] { $n } Datensätze wurden
} im CRM gelöscht; die Gespräche dazu stehen jetzt ohne Deal da
crm-report-waits = { $n ->
    [one] Einmal
   *[other] { $n }-mal
} auf das Limit des CRM gewartet
crm-report-rollbacks = { $n ->
    [one] Einmal
   *[other] { $n }-mal
} zurückgerollt
crm-report-stopped = :octagonal_sign: *Angehalten: Es wären zu viele Datensätze auf einmal geändert worden.* Sieh dir die Änderungen an, dann fortsetzen oder zurückrollen.
crm-report-linked = Bewertete Gespräche, die mit einem Deal verknüpft sind: { $linked } von { $n }.
crm-report-unlinked = Bewertete Gespräche, die mit einem Deal verknüpft sind: { $linked } von { $n }. Was die übrigen sagen, steht in keinem CRM; warum, steht auf ihren Seiten.
crm-report-no-calls = In dieser Woche wurde kein Gespräch bewertet.
crm-report-page = die Seite der CRM-Änderungen
crm-report-open = Jede Änderung mit Herkunft, und Zurücknehmen: { $link }.

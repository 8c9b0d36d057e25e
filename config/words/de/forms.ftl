# Was jedes Formular hat.

form-loading = Einen Moment …
form-cancel = Abbrechen
form-close = Schließen
form-send = Senden
form-save = Speichern
form-gone-title = Gerade nicht möglich
act-not-yours = Das kannst du nicht ändern, oder es ist nicht mehr da.
act-done-before = Das ist schon erledigt.

# What every form has.

form-loading = One moment …
form-cancel = Cancel
form-close = Close
form-send = Send
form-save = Save
form-gone-title = Not possible now
act-not-yours = That is not yours to change, or it is not there any more.
act-done-before = That is settled already.

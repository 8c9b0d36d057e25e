# Was sofort gesagt wird, bevor es eine Antwort gibt.

heard-command = Ich sehe nach. Die Antwort kommt gleich als Direktnachricht.
heard-answered-in-private = Ich habe in einer Direktnachricht geantwortet, die nur du sehen kannst.

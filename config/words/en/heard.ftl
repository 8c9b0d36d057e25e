# What is said at once, before there is an answer.

heard-command = I am looking it up. The answer comes as a direct message in a moment.
heard-answered-in-private = I have answered in a direct message, where only you can see it.

"""What a rep types to begin a role-play, and to end one."""

_BEGIN = ("practice", "practise", "role play", "role-play", "roleplay", "üben", "rollenspiel")
_END = ("stop", "end", "done", "quit", "enough", "stopp", "ende", "fertig", "schluss", "aufhören")
MAX_WISH_CHARS = 60


def wish(text: str) -> str | None:
    """What to practise: ``""`` for anything, ``None`` if the text asks for no practice.

    Only a short message that begins with the word does: "practice", "practice objections".
    """
    said = " ".join(text.casefold().split()).strip(" .!")
    for word in _BEGIN:
        if said == word:
            return ""
        rest = said.removeprefix(f"{word} ")
        if rest != said and len(rest) <= MAX_WISH_CHARS and "?" not in rest:
            return rest
    return None


def wants_to_stop(text: str) -> bool:
    """Whether a message is nothing but the word that ends a role-play."""
    return text.strip().strip(".!").casefold() in _END

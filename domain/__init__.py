"""Words and ports that every room of Reploop shares. The standard library alone."""

"""Settings, and what RevOps edits, with the loader that stops with file, line and reason."""

"""Everything Reploop remembers: tables, and one store a noun. Rows never leave this room."""

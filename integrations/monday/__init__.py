"""monday.com: deals are items of a board, fields are columns, found by their titles."""

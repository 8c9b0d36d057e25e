"""The demo: the whole line on a sandbox company, through the real clients."""

"""What Reploop costs, measured: each section is a module with one function ``measure``."""

"""Proficiency becomes what to do. Pure: no I/O."""

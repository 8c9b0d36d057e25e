"""Orchestration: load, think, keep, ask for what follows."""

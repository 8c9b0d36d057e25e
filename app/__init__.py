"""Composition: which concrete thing goes where; the only reader of environment and clock."""

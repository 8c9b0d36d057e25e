"""Pipedrive: deals, their custom fields and change log, and calls as activities."""

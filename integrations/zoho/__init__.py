"""Zoho CRM, version 8 of its API: deals are deals, calls are calls, snapshots a custom module."""

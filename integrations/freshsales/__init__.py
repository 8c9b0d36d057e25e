"""Freshsales (Freshworks CRM): deals are deals, fields are custom fields that a person makes."""

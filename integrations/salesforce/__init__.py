"""Salesforce: deals are Opportunities, fields are custom fields on them."""

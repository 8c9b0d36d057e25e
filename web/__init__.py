"""HTTP: webhooks, health, metrics and the pages."""

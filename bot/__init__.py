"""Slack: listeners that only enqueue, pure views, and the messenger."""

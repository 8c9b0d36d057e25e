"""HubSpot: deals are deals, fields are deal properties in a group of our own."""

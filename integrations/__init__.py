"""One folder a vendor; vendor types stop here."""

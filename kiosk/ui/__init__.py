"""All that Qt shows."""

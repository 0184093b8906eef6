"""The preview for authors: the kiosk's own window beside what the check says of the text."""

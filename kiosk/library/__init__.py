"""The content that people write: read, checked, and made into what the screens need."""

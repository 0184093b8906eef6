"""Named tokens, type, and painting shared by every widget."""

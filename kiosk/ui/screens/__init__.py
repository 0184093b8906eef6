"""One visitor screen a file."""

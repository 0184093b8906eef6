"""The blocks of the page, from top to bottom; each gives a measured piece."""

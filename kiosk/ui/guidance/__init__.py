"""Spoken guidance through a visit, for who does not see the screen."""

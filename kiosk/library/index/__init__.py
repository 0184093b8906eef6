"""What can be counted of the health-literacy of a text; the rest is for people to judge."""

"""What leaves the kiosk for other systems."""

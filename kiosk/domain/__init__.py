"""What the kiosk is about: data and pure functions, no Qt, no I/O, no clock."""

"""Every screen and state as pictures, for who looks through them."""

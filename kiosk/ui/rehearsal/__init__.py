"""A simulated visitor that taps the real windows."""

"""Keys, a switch, a trembling hand: what comes before any widget gets it."""

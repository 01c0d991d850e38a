"""Numbers as printed: digits, scale words, bounds, units, and what only looks like a quantity."""

"""Relations between periods: growth, points, compound rates, base years, targets, trends."""

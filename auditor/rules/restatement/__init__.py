"""History that was told again: changed silently, changed openly, not comparable."""

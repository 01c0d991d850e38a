"""Claims become relations: same fact, sums, differences, ratios, growth, shares, definitions."""

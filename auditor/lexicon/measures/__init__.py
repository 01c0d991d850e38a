"""What numbers are told in, and how large they may be: units, currencies, fractions, factors, bounds."""

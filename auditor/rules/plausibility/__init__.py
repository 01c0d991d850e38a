"""Numbers that cannot be, without a second number to hold them against."""

"""Relations that multiply or divide: shares, quotients, intensities, factors, definitions, means."""

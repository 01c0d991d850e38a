"""Relations become verdicts: the interval engine, then the diagnosis of what failed."""

"""Totals that their parts do not give."""

"""Periods that the report cannot mean."""

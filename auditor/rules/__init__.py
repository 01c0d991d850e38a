"""Verdicts and restatements become findings: one small file for each finding code."""

"""Year-over-year report diff and consistency auditor."""

from __future__ import annotations

__version__ = "0.1.0"

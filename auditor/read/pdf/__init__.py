"""A PDF file becomes a document: pypdfium2 gives characters and paths, the rest is ours."""

from __future__ import annotations

from auditor.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]

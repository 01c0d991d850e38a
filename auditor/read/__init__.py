"""A file becomes a document: blocks, tables and footnotes, each character with its place."""

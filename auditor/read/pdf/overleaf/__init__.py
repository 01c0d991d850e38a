"""What goes on over the end of a page: tables, rows and paragraphs."""

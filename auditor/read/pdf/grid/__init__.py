"""Words and rules become the drafts of tables: columns, rows and heads, ruled or not."""

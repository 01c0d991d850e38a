"""Words and rules become the drafts of tables: columns, rows and heads, ruled or not.

All measures are points, origin at the top left of the visible page.
"""

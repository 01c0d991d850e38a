"""Small words of the language by what they signal: times, acts, causes, clauses, the parts of a page."""

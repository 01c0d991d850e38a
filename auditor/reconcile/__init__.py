"""Two or more reports become restatements: paired, classified, with note and cause."""

"""What was made before, kept by what it was made of: documents, reports, relations, audits."""

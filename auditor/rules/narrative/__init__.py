"""Words and tables that tell one fact differently."""

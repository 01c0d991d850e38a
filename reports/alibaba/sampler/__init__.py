"""Sets the sample: its source format, its typesetting, its tables and its pages."""

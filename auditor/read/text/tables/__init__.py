"""Tables in plain text: parted by tabs, bars, tags, or only by spaces."""

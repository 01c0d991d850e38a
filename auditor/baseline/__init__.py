"""An audit is held against the one that people accepted: what is new, changed, gone, reworded."""

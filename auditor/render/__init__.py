"""An audit becomes files and a terminal summary."""

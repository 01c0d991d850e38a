"""The claims of a table: what its rows, columns and captions say of each cell."""

"""One fact told twice: in a report, in two editions, in an earlier report, in the press."""

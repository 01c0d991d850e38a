"""Days, years and spans as printed, and how a report counts its years."""

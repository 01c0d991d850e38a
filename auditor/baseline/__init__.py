"""An audit is held against an accepted one."""

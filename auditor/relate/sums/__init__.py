"""Relations that add: totals, parts, balances, declared identities."""

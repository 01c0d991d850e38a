"""A document becomes claims: numbers with metric, scope, period, unit and bound."""

"""The nouns: place, document, interval, quantity, unit, period, metric, claim, relation, finding."""

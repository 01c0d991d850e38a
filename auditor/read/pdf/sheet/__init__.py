"""What lies on a page before it is understood: words, rules, shaded areas."""

"""The claims of a sentence: what each number speaks of, when, and what moved."""

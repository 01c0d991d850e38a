"""The words and facts of the trade as data (TOML), their loaders, and the folding of text."""

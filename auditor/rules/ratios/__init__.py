"""Ratios, shares and growth that do not follow from their inputs."""

"""A copy."""

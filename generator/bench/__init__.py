"""Measuring what the library's promises cost at sizes that no real library has yet."""

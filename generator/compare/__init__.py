"""Comparison tables: a table spec and the library make a grid of cells that say what may be compared and why not."""

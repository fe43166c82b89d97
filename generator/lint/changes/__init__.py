"""What was touched: since a revision, and between two runs of `check`."""

"""Table specs held against what exists, every fault with its place and the nearest right word."""

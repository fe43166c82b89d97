"""The slides of a handout."""

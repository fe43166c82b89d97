"""References found in text and resolved, once, before anything is rendered."""

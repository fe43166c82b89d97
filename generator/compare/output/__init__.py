"""A grid as CSV, workbook, JSON and terminal text."""

"""Full-text search: one folding, records, the browser's index and the desktop's."""

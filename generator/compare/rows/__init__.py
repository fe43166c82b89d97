"""The rows of tables of figures, clauses and records."""

"""The manuals' publisher: a MkDocs plugin that lays out the book's page views and reads no file of content."""

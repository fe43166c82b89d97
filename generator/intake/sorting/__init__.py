"""The lines of a page sorted: text, captions, authors, what belongs to the page, and where it comes from."""

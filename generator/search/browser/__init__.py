"""The index that the browser searches: scripts under ``search/`` of the built site."""

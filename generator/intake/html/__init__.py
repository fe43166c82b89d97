"""Pages saved from a browser: which part is the article, its blocks as lines, and everything else told."""

"""The PDF of a handout, set by Typst."""

"""Markdown to HTML: prose, references to facts, evidence marks; sanitised."""

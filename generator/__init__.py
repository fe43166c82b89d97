"""实践库: structured markdown in, a practice library that opens by double-click out."""

__version__ = "0.1.0"

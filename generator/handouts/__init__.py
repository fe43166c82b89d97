"""Handouts: a neutral document made from the library, the measures of its pages, and writers."""

"""The library site: a Pelican plugin that writes the page views and reads no file of content."""

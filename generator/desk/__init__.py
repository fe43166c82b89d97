"""The editor's desk: starting a new file, seeing the site while writing, knowing what is still to be written."""

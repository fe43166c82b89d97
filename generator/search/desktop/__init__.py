"""Search on the desktop: a Whoosh index of the same records, and answers for the command line."""

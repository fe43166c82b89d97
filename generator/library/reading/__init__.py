"""Content files to typed content: the body's chunks, typed tables, cases, manuals; every fault at its place."""

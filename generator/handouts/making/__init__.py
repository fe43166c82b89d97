"""From the library to a document: one module for each kind of thing that a handout may hold."""

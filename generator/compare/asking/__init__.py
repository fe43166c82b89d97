"""Tables that a reader asks for: on the command line and in compare.html."""

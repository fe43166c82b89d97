"""The closed lists of fields that tables may show, and how each is read from the library."""

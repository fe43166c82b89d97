"""Whether two figures may be held against each other, and which may stand together."""

"""The content model: types, strict reading of `content/`, links between its parts, and checks."""

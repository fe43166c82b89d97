"""Rules that hold across files: closed lists, evidence, care; one function a rule."""

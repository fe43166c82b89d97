"""The checklist of `check --checklist`: questions for the editor, and what a case shows beside each."""

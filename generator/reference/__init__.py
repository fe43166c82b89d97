"""What is generated from the models of content for its editors: JSON Schemas, the field reference, VS Code's snippets."""

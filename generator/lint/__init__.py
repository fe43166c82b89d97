"""What `check` looks for beyond what the loader forbids: rules of good cases, each an editor may set aside with a reason."""

"""Everything that is generated from the models, written where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..content import load_content
from ..report import Diagnostics
from ..schemas import schemas
from .examples import examples
from .page import reference_text
from .snippets import snippets_text

REFERENCE = "docs/content-reference.md"
SNIPPETS = ".vscode/shijianku.code-snippets"


def generated(root: Path) -> Mapping[str, str]:
    """Return the text of every generated file by its path below the checkout at ``root``, whose content gives the examples."""
    library = load_content(root, Diagnostics())
    told = reference_text(examples(library) if library else {})
    given = {f"docs/schema/{name}": text for name, text in schemas().items()}
    return {**given, REFERENCE: told, SNIPPETS: snippets_text()}


def write_generated(root: Path) -> list[str]:
    """Write every generated file; return their paths."""
    files = generated(root)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")
    return list(files)

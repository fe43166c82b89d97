"""Content read and checked by every rule there is: the loader's own, and those of the parts that build on it."""

from __future__ import annotations

from pathlib import Path

from .compare.checking.spec_check import check_spec
from .compare.checking.spec_coverage import check_coverage
from .handouts.checking import check_fields
from .library.load import load_library
from .library.model import Library
from .report import Diagnostics


def load_content(root: Path, diagnostics: Diagnostics) -> Library | None:
    """Return the library of the project at ``root``; what is wrong goes to ``diagnostics``.

    None only when a file it cannot do without could not be read.
    """
    library = load_library(root, diagnostics)
    if library is not None:
        for id_, spec in library.tables.items():
            at = library.table_files[id_].position
            check_spec(id_, spec, library, at, diagnostics)
            check_coverage(id_, spec, library, at, diagnostics)
        for id_, handout in library.handouts.items():
            check_fields(id_, handout, library, diagnostics)
    return library

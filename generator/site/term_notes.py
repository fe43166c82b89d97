"""data/terms/: what a term means, for the note beside its links; one script a letter, loaded when the first such note opens.

By letters, so that a note of a library with thousands of terms still costs a page some ten kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..library.linking.link import term_anchors
from ..library.model import Library
from ..markup.plain import plain
from .scripts import joined

FOLDER = "data/terms"
_GLOBAL = "window.PracticeTerms"
_PREFIX = len("term-")


def term_scripts(library: Library) -> Iterator[tuple[str, bytes]]:
    """Return path and bytes of each classic script, which adds ``anchor → [name, synonyms, definition]`` to one global.

    The script is named by the first character after ``term-`` of its anchors; the definition of an unexplained term is ''.
    """
    anchors = term_anchors(library.terms)
    told = sorted(
        (anchors[name], [name, "、".join(term.synonyms), plain(term.definition)])
        for name, term in library.terms.items()
    )
    for letter, entries in groupby(told, key=lambda entry: entry[0][_PREFIX]):
        yield f"{FOLDER}/{letter}.js", joined(_GLOBAL, dict(entries))

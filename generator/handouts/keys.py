"""Under which key a prepared handout is kept: the hash of exactly what the file is made from.

That is the document as data, the format, the code that writes it, and the fonts of this machine, which PDFs and pictures hold. Making all
documents to know their keys takes as long as a small build, so the keys are remembered under one digest of all content and code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from ..digest import PACKAGE, code_digest, digest
from ..library.handout_spec import HandoutFormat
from ..library.model import Library
from ..paths import Project
from ..saving import SaveError, save
from .engine import fonts_digest
from .formats import Variants, made

WRITERS = (PACKAGE / "handouts", PACKAGE / "views" / "orgchart")
"""The code that turns a document into a file. How text is broken into lines lies with the diagrams."""
PACKAGES = ("python-docx", "python-pptx", "typst", "xlsxwriter", "lxml")
_LENGTH = 32
_MEMORY = "keys.json"

Keys = Mapping[str, Mapping[HandoutFormat, str]]
"""The key of each prepared handout in each of its formats, by its id."""


def handout_key(kind: HandoutFormat, said: str) -> str:
    """The key of a file of this format, from the digest of what it says."""
    told = " ".join((kind, code_digest(*WRITERS, packages=PACKAGES), fonts_digest(), said))
    return hashlib.sha256(told.encode()).hexdigest()[:_LENGTH]


def document_digest(variants: Variants) -> str:
    """A digest of all that a handout says. Of variants the richest counts: the others are made of it."""
    return hashlib.sha256(repr(variants[0]).encode()).hexdigest()


def keys_of(library: Library) -> tuple[Keys, dict[tuple[str, HandoutFormat], Variants]]:
    """The keys of all prepared handouts, and what each is to be written from."""
    keys: dict[str, dict[HandoutFormat, str]] = {}
    variants = {(id_, kind): own for id_, kind, own in made(library.handouts, lambda spec: spec.formats, library)}
    said = {id(own): own for own in variants.values()}  # formats share documents
    digests = {place: document_digest(own) for place, own in said.items()}
    for (id_, kind), own in variants.items():
        keys.setdefault(id_, {})[kind] = handout_key(kind, digests[id(own)])
    return keys, variants


def remembered_keys(library: Library, project: Project, folder: Path) -> Keys:
    """The keys of all prepared handouts, without making a document when neither content nor code has changed.

    Fonts are not looked up for this: with other fonts a file says the same, and `handouts` makes it anew.
    """
    known = _known(project, folder)
    if known is None:
        known, _ = keys_of(library)
        remember(known, project, folder)
    return known


def current_keys(library: Library, project: Project, folder: Path) -> Keys:
    """As ``remembered_keys``, for who may not write: what had to be found out is not kept."""
    known = _known(project, folder)
    return keys_of(library)[0] if known is None else known


def made_keys(folder: Path) -> Keys:
    """The keys under which the handouts were last made; none where none ever was."""
    return _kept(folder, "made")[1]


def remember(keys: Keys, project: Project, folder: Path, were_made: bool = False) -> None:
    """Keep ``keys`` for the next build, and as those of the last making where they ``were_made``.

    A medium that cannot be written only costs time.
    """
    made = keys if were_made else made_keys(folder)
    told = json.dumps({"state": _state(project), "keys": keys, "made": made})
    try:
        save({folder / _MEMORY: told.encode()}, overwrite=True, make_folder=True)
    except SaveError:
        return


def _known(project: Project, folder: Path) -> Keys | None:
    """The keys kept, if neither content nor code has changed since."""
    state, keys = _kept(folder, "keys")
    return keys if state == _state(project) else None


def _kept(folder: Path, name: str) -> tuple[str, Keys]:
    """The state kept, and keys by the name under which they are; nothing where there are none, or they are damaged."""
    try:
        known = json.loads((folder / _MEMORY).read_text("utf-8"))
        keys = {id_: {HandoutFormat(kind): str(key) for kind, key in own.items()} for id_, own in known[name].items()}
        return str(known["state"]), keys
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return "", {}


def _state(project: Project) -> str:
    """One digest of all that documents are made from."""
    content = digest((file for file in project.content.rglob("*") if file.is_file()), project.root)
    return f"{content} {code_digest(PACKAGE, packages=PACKAGES)}"

"""The file itself: the same document makes the same bytes, whatever the clock and the machine."""

from __future__ import annotations

import io

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from ..layout import FACES, Face
from ..packing import normal_zip

_DROPPED = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""What python-docx's template brings and a handout has no use for: a picture of an empty page, an empty bibliography, lists
that number themselves, and all styles once more (430 kB) for Word 2010."""
_FONT_TABLE = "/word/fontTable.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def set_parts(word: WordDocument) -> None:
    """Drop the template's own parts and tell what stands in for each font."""
    package = word.part.package
    for relations in (package.rels, word.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in _DROPPED]:
            del relations[key]
    for part in package.iter_parts():
        if part.partname == _FONT_TABLE:
            _refill(part)


def _refill(part: Part) -> None:
    fonts = "".join(_font(face) for face in FACES)
    part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'.encode()


def _font(face: Face) -> str:
    names = ",".join(face.fallbacks)
    return (
        f'<w:font w:name="{face.name}"><w:altName w:val="{names}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{face.generic}"/><w:pitch w:val="auto"/></w:font>'
    )


def to_bytes(word: WordDocument) -> bytes:
    """The package, the same for the same document."""
    written = io.BytesIO()
    word.save(written)
    return normal_zip(written.getvalue())

"""The smallest Word files, made of the markup of their body."""

from __future__ import annotations

import zipfile
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = '<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)


def p(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def part(name: str, content: str) -> str:
    """A part of a Word file whose root is called ``name``."""
    return f"<w:{name} {_W}>{content}</w:{name}>"


def document(body: str, properties: str = "", **parts: str) -> bytes:
    """A Word file with this body and properties; ``parts`` are further parts in word/: ``comments=part("comments", …)``."""
    related = "".join(_RELATION.format(id=f"r{name}", kind=f"{_OFFICE}/{name}", target=f"{name}.xml") for name in parts)
    main = _RELATION.format(id="r0", kind=f"{_OFFICE}/officeDocument", target="word/document.xml")
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(main),
        "word/_rels/document.xml.rels": _RELATIONS.format(related),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **({"docProps/core.xml": _CORE.format(properties)} if properties else {}),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return packed(files)


def packed(files: dict[str, str]) -> bytes:
    """A zip of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()

"""A package of Office: what it says of itself, and bytes that depend on its content alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection
from datetime import datetime
from typing import Any

from .document import FOOTER, Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell."""
_FIRST = "[Content_Types].xml"


def set_properties(properties: Any, document: Document) -> None:
    """Title, compiler, language and the document's own day; ``properties`` are those of python-docx or python-pptx."""
    cover = document.cover
    properties.title, properties.subject = cover.title, cover.subtitle
    properties.author = properties.last_modified_by = cover.compiler
    properties.comments, properties.keywords, properties.category = FOOTER, "", "学习资料"
    properties.language, properties.revision = "zh-CN", 1
    properties.created = properties.modified = datetime.fromisoformat(document.day)


def normal_zip(package: bytes, without: Collection[str] = ()) -> bytes:
    """Return ``package`` with its members in order and no time of writing; those named in ``without`` are left out."""
    normal = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(normal, "w") as target:
        names = [name for name in source.namelist() if name not in without]
        for name in sorted(names, key=lambda name: (name != _FIRST, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type, member.external_attr, member.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(member, source.read(name))
    return normal.getvalue()

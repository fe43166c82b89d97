"""A package of Office whose bytes depend on its content alone: members in order, no time of writing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell."""
_FIRST = "[Content_Types].xml"


def normal_zip(package: bytes, without: Collection[str] = ()) -> bytes:
    """Return ``package`` written anew, the list of contents first; members named in ``without`` are left out."""
    normal = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(normal, "w") as target:
        names = [name for name in source.namelist() if name not in without]
        for name in sorted(names, key=lambda name: (name != _FIRST, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type, member.external_attr, member.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(member, source.read(name))
    return normal.getvalue()

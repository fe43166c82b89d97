"""The zip: the same files make the same bytes; too large for a letter, it becomes several that unpack into one folder."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from .bundle import PackError

_OVERHEAD = 160
"""Bytes of a zip's own records for a file, its name apart (4.3.7 and 4.3.12 of PKWARE's APPNOTE), generously."""
_REGULAR = 0o644 << 16
_DEFLATED = {".docx", ".xlsx", ".pptx", ".pdf", ".png", ".jpg", ".zip"}
"""Already compressed: kept as they are, which is quicker and no larger."""


def zipped(files: Mapping[str, bytes], day: str) -> bytes:
    """Return a zip of ``files`` in their order, each dated ``day`` (2026-11-22)."""
    year, month, date = (int(part) for part in day.split("-"))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, (year, month, date, 0, 0, 0))
            member.create_system, member.external_attr = 3, _REGULAR
            member.compress_type = zipfile.ZIP_STORED if _is_packed(name) else zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return made.getvalue()


def split(files: Mapping[str, bytes], always: Mapping[str, bytes], limit: int) -> list[dict[str, bytes]]:
    """Share out ``files`` so that each share with ``always`` makes a zip of at most ``limit`` bytes.

    Raises PackError for a file that is too large by itself.
    """
    base = sum(_size(name, content) for name, content in always.items())
    sizes = {name: _size(name, content) for name, content in files.items()}
    heavy = [name for name, size in sizes.items() if base + size > limit]
    if heavy:
        raise PackError(f"{heavy[0]} 一个文件就超过 {limit / 1e6:g} MB，分不开。请把 --split 写大一些。")
    return [{name: files[name] for name in share} | dict(always) for share in _shares(list(files), sizes, limit - base)]


def _shares(names: Sequence[str], sizes: Mapping[str, int], room: int) -> Iterator[list[str]]:
    share: list[str] = []
    used = 0
    for name in names:
        if share and used + sizes[name] > room:
            yield share
            share, used = [], 0
        share.append(name)
        used += sizes[name]
    yield share


def _size(name: str, content: bytes) -> int:
    packed = len(content) if _is_packed(name) else len(zlib.compress(content))
    return packed + _OVERHEAD + 2 * len(name)


def _is_packed(name: str) -> bool:
    return any(name.endswith(ending) for ending in _DEFLATED)

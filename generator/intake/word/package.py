"""A Word file as a package of parts: what it is, and whether it can be read at all."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ..page import UnreadableError

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
"""How a package begins, and how a file of the older format or a locked one does."""
MOST_UNPACKED = 300_000_000
"""Bytes of all parts together: a package that grows to more is no article and may be made to fill the memory."""
MOST_TEXT = 6_000_000
"""Bytes of one part that holds text, unpacked: a hundred thousand characters with Word's markup around them; read in ten seconds."""
MOST_PARTS = 5000
_SAVE = "请用 Word 或 WPS 打开，另存为 docx 再导入。"
_OTHERS = {"xl/workbook.xml": "Excel", "ppt/presentation.xml": "PPT", "content.xml": "ODT 一类"}
BROKEN = "这个 Word 文件坏了，读不出来。请用 Word 或 WPS 打开修复，另存为 docx 再导入；打不开的，请找原来的文件。"
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What the zip reader raises for damaged, foreign or locked parts."""


class Package:
    """The parts of a Word file. Raises UnreadableError for what is none, and for what is too large to be an article."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(ZIP):
            raise UnreadableError(_not_zip(data))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN_ZIP as problem:
            raise UnreadableError(BROKEN) from problem
        self._check()

    def _check(self) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableError("这个文件加了密码。请用 Word 打开，去掉密码，另存为 docx 再导入。")
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableError(f"这个文件展开后超过 {MOST_UNPACKED // 1_000_000} MB，没有展开。{_SAVE}")
        kind = next((kind for name, kind in _OTHERS.items() if name in self.names()), "")
        if kind or not self.main():
            told = f"这是 {kind} 文件，不是 Word 文件。" if kind else "这不是 Word 文件，是压缩包。"
            raise UnreadableError(f"{told}请换成 txt、html 或 docx 文件；压缩包请先解压。")
        if any(part.file_size > MOST_TEXT for part in parts if part.filename.endswith(".xml")):
            raise UnreadableError(
                f"这个文件的文字部分超过 {MOST_TEXT // 1_000_000} MB，不像一篇文章。请把文章单独另存为 docx 再导入。"
            )

    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def main(self) -> str:
        """The name of the part that holds the text; empty when there is none."""
        return next((name for name in sorted(self.names()) if re.fullmatch(r"word/document\d*\.xml", name)), "")

    def roots(self, pattern: str) -> Iterator[etree._Element]:
        """The roots of the XML parts whose name fits. Raises UnreadableError for a broken one."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
        for name in sorted(self.names()):
            if re.fullmatch(pattern, name):
                try:
                    yield etree.fromstring(self._zip.read(name), parser)
                except (*BROKEN_ZIP, etree.XMLSyntaxError) as problem:
                    raise UnreadableError(BROKEN) from problem


def _not_zip(data: bytes) -> str:
    if not data.startswith(OLE):
        return BROKEN if data else "这是空文件。请找原来的文件。"
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "这个文件加了密码。请用 Word 打开，去掉密码，另存为 docx 再导入。"
    return f"这是旧的 Word 或 WPS 格式（doc、wps）。{_SAVE}"

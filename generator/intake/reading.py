"""Which reader a file gets: what its bytes are decides, then the ending of its name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from .html.reading import html_page
from .page import Page, UnreadableError, text_page
from .word.package import OLE, ZIP
from .word.reading import word_page

HTML = (".html", ".htm", ".xhtml")
WORD = (".docx",)
ENDINGS = (".txt", *HTML, *WORD)
_PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_ANOTHER = {
    b"{\\rtf": "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 docx 再导入。",
    b"%PDF": "这是 PDF 文件。请打开后全选、复制，存成 txt 文件再导入；是扫描件的，请先识别文字。",
    b"\x89PNG": "这是图片。请先识别文字，存成 txt 文件再导入。",
    b"\xff\xd8\xff": "这是图片。请先识别文字，存成 txt 文件再导入。",
}


def read_page(data: bytes, name: str) -> Page:
    """Read a file by what it is. Raises NotTextError with what to do instead for what cannot be read."""
    ending = PurePath(name).suffix.lower()
    if data.startswith((ZIP, OLE)) or ending in WORD:
        return _told(word_page(data), "Word 文件", ending in WORD)
    for beginning, told in _ANOTHER.items():
        if data.startswith(beginning):
            raise UnreadableError(told)
    if ending in (".mht", ".mhtml"):
        raise UnreadableError("这是单个文件的网页。请在浏览器里另存为“网页，仅 HTML”再导入。")
    # An old page begins with its mark of UTF-8 before anything else.
    is_page = ending in HTML or _PAGE.match(data.removeprefix(b"\xef\xbb\xbf"))
    return _told(html_page(data), "网页", ending in HTML) if is_page else text_page(data)


def _told(page: Page, kind: str, named: bool) -> Page:
    """The page, and a remark where its name says that it is something else."""
    told = () if named else (f"文件名不是这样说的，但内容是{kind}，已按{kind}读。",)
    return replace(page, remarks=(*told, *page.remarks))

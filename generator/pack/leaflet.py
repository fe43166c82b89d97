"""What stands beside the site in a package: README.txt for whoever opens it, checksums.txt for whoever doubts it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from .. import __version__
from ..library.model import Library
from ..views.render import DISCLAIMER, edition

README, CHECKSUMS = "README.txt", "checksums.txt"


def readme(library: Library, zips: int = 1, part: bool = False) -> bytes:
    """README.txt: how to open the library, what it is, how to check that nothing was damaged on the way.

    UTF-8 with a byte order mark and CRLF, which the Notepad of Windows 7 needs. ``zips`` is how many there are, ``part`` whether
    the site is not all of the library.
    """
    about = library.about.meta
    lines = [
        about.title,
        f"收录截至 {edition(library)} · 程序版本 {__version__} · {about.compiler}",
        f"{DISCLAIMER}。内容许可 {about.licence}。",
        "",
        "怎样打开",
        *_opening(zips),
        "双击 index.html，用浏览器阅读。不用安装，不用联网。",
        "放在 U 盘、光盘或共享文件夹里都可以直接打开；拷贝时请拷整个文件夹，不要只拷一个文件。",
        "建议用 Edge、Chrome、火狐或 360 浏览器（极速模式）；太旧的浏览器（如 IE）只能读正文。",
        "",
        "里面有什么",
        _holdings(library, part),
        "在各页点“加入讲义篮”，可以自己编讲义，打印或存成 Word。",
        "",
        "怎样核对",
        "checksums.txt 列有每个文件的 SHA-256 校验和。Windows 在命令行里用 certutil -hashfile 文件名 SHA256 核对一个文件，",
        "Linux、macOS 用 sha256sum -c checksums.txt 核对全部。",
        "",
    ]
    return ("\ufeff" + "\r\n".join(lines)).encode()


def _holdings(library: Library, part: bool) -> str:
    if part:
        return "这是从实践库里选出来的一部分，没有带上的页面点开会说明。"
    manuals = len(library.book.manuals) if library.book else 0
    return f"案例 {len(library.cases)} 个，对照表 {len(library.tables)} 张，手册 {manuals} 本，术语 {len(library.terms)} 条。"


def _opening(zips: int) -> list[str]:
    if zips == 1:
        return ["先把压缩包全部解压到一个文件夹（在压缩包里直接双击打不开各页）。"]
    return [
        f"本资料分成 {zips} 个压缩包。请全部下载，逐个解压到同一个文件夹，缺一个就有页面打不开。",
        "（在压缩包里直接双击打不开各页。）",
    ]


def checksums(files: Mapping[str, bytes]) -> bytes:
    """checksums.txt as ``sha256sum`` writes it: one line a file, sorted by name."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()

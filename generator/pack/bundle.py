"""What goes into a package: the files of a built site, held to what old Windows can unpack and open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..output import MANIFEST

START = "index.html"
LONGEST = 140
"""Characters of a path in the package: with a folder of 60 before it, it stays under the 200 that are safe on Windows."""
_TOLD = 5


class PackError(Exception):
    """The package cannot be made; the message says why and what to do."""


def site_files(site: Path) -> dict[str, bytes]:
    """The files of a built site by path ('/'-separated), the page to open first.

    Raises PackError when there is no built site, or when a name would not survive the journey.
    """
    if not (site / START).is_file():
        raise PackError(f"{site} 里没有生成好的实践库。请先运行 build。")
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()]
    names = [START, *(name for name in names if name not in (START, MANIFEST))]
    faults = tuple(_faults(names))
    if faults:
        raise PackError("\n".join(faults))
    return {name: (site / name).read_bytes() for name in names}


def _faults(names: list[str]) -> Iterator[str]:
    """Windows 7 garbles other characters in a zip, and folds upper and lower case."""
    foreign = [name for name in names if not name.isascii()]
    if foreign:
        yield f"文件名要全用英文字母和数字，否则旧系统解压会乱码：{_listed(foreign)}。请改编号。"
    long = [name for name in names if len(name) > LONGEST]
    if long:
        yield f"路径超过 {LONGEST} 个字符，Windows 可能打不开：{_listed(long)}。请缩短编号。"
    folded: dict[str, str] = {}
    for name in names:
        other = folded.setdefault(name.lower(), name)
        if other != name:
            yield f"{other} 和 {name} 只有大小写不同，在 Windows 上是同一个文件。请改其中一个的编号。"


def _listed(names: list[str]) -> str:
    return "、".join(names[:_TOLD]) + (f" 等 {len(names)} 个" if len(names) > _TOLD else "")

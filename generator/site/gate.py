"""The last look at a built site: no file names an outside host, except links that content has and pages mark 需联网."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from ..library.linking.references import outside_links
from ..library.model import Library
from .writing import SiteError

VOCABULARIES = ("www.w3.org", "schemas.openxmlformats.org", "schemas.microsoft.com", "purl.org")
"""Names of XML vocabularies (SVG, Office Open XML, Dublin Core): nothing is ever loaded from them."""
_TEXTS = {".html", ".css", ".js", ".json", ".svg", ".txt", ".csv"}
_ADDRESS = re.compile(r"(?:https?:|(?<=[\"'(=]))//([\w.-]+\.\w+)[^\s\"'<>()\x80-\U0010ffff]*")
_MADE_OF_PAGES = "search/"
_TOLD = 10


def check_hosts(site: Path, library: Library) -> None:
    """Raise SiteError with file and address when a file of ``site`` names a host that no link of the content is to.

    The search index is left out: it holds what the pages say and nothing else.
    """
    faults = [f"{name} 提到外网地址 {address}" for name, address in _named(site, outside_links(library.destinations))]
    if faults:
        more = f"（等 {len(faults)} 处）" if len(faults) > _TOLD else ""
        raise SiteError(
            f"生成的网站要能离线使用，不能引用外网：{'；'.join(faults[:_TOLD])}{more}。请改用本库里的文件。"
        )


def _named(site: Path, allowed: Iterable[str]) -> Iterator[tuple[str, str]]:
    told = set(allowed)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in _TEXTS and not name.startswith(_MADE_OF_PAGES):
            for found in _ADDRESS.finditer(path.read_text("utf-8")):
                if found[1] not in VOCABULARIES and unescape(found[0]) not in told:
                    yield name, found[0]

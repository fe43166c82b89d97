"""死链接: links that no reader can follow. What a reference names in the library is held to it by the loader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from ..library.linking.references import LINK, OUTSIDE, find_references, position_in
from ..library.sections import Prose
from ..rules import DEAD_LINK
from .linted import Linted
from .reading.texts import glossary_texts, list_texts, prose_texts, spec_files_texts

_HOST = re.compile(
    r"(?:[A-Za-z0-9_\u4e00-\u9fff](?:[A-Za-z0-9_\u4e00-\u9fff-]*[A-Za-z0-9_\u4e00-\u9fff])?\.)+[A-Za-z\u4e00-\u9fff-]{2,}[A-Za-z0-9-]*"
)
_END = "。，、；：！？”’》）】,;!?'\"…"
_OWN_MACHINE = (".localhost", ".local", ".lan", ".internal", ".test", ".example", ".invalid")


def check_links(linted: Linted) -> None:
    """Tell links outside that lead nowhere, and links where a page shows words alone."""
    for prose in (*prose_texts(linted.library), *glossary_texts(linted.library)):
        for reference in find_references(prose):
            fault = outside_fault(reference.target) if OUTSIDE.match(reference.target) else ""
            if fault:
                linted.diagnostics.found(DEAD_LINK, reference.at, f"链接 {reference.target} 读者打不开：{fault}")
    for prose in _unlinked(linted):
        for match in LINK.finditer(prose.text):
            message = f"这里只显示文字，链接“{match[0]}” 不会变成链接，方括号会原样显示。是否为“{match['text']}”？"
            linted.diagnostics.found(DEAD_LINK, position_in(prose, match.start()), message)


def _unlinked(linted: Linted) -> Iterator[Prose]:
    yield from list_texts(linted.library)
    yield from spec_files_texts(linted.library)


def outside_fault(target: str) -> str:
    """Say why an address of the form http(s)://… leads nowhere for a reader; an empty string when nothing is wrong with it."""
    try:
        parts = urlsplit(target)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "网址写法有误。请从浏览器的地址栏重新复制。"
    if target[-1] in _END:
        return f"末尾的“{target[-1]}” 不属于网址。请移到圆括号外面。"
    if not host:
        return "没有写网站的域名。"
    if host == "localhost" or host.endswith(_OWN_MACHINE) or _is_private(host):
        return "这是本机或内部网络的地址。请换成公开的网址，或删去链接。"
    if not _HOST.fullmatch(host) and not _is_address(host):
        return f"“{host}” 不是公开网站的域名。请从浏览器的地址栏重新复制。"
    return ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_private(host: str) -> bool:
    return _is_address(host) and not ip_address(host).is_global

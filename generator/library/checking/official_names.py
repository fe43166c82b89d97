"""The names of official documents stand in a manual as links to what is known of them, and nowhere else.

A clause, chapter or title that bears such a name would pass for the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..linking.references import LINK, blank, position_in
from ..linking.texts import manual_texts
from ..rows import Document
from .manual_context import ManualContext

_TITLED = re.compile(r"《(?P<title>.+)》|“(?P<quoted>.+)”")
_MARKS = "“”‘’《》「」『』*"
_GAP = f"[{_MARKS}\\s]*"
_ADDED = re.compile(r"（[^（）]*）$")


def check_official_names(context: ManualContext) -> None:
    """Tell every official name outside a ``doc:`` link."""
    for name, target in _official(context):
        pattern = re.compile(_GAP.join(re.escape(char) for char in name))
        remedy = f"是否为“[{name}](doc:{target})”？"
        for prose in manual_texts(context.manual):
            for match in pattern.finditer(LINK.sub(_blank_document, prose.text)):
                message = f"“{name}” 是材料提到的文件，名称只写在 doc: 链接里。{remedy}"
                context.diagnostics.error(position_in(prose, match.start()), message)
        for what, prose in context.names():
            if pattern.search(prose.text):
                message = (
                    f"{what}: “{name}” 是材料提到的文件，书名、标题和责任里不写它的名称，免得被当作官方条款。请改写。"
                )
                context.diagnostics.error(prose.at, message)


def _official(context: ManualContext) -> Iterator[tuple[str, str]]:
    """The names that the manual's ``official`` leads to, each with the target of a link to it."""
    for written in context.manual.meta.official:
        case_id, _, row_id = written.partition("/")
        case = context.index.cases.get(case_id)
        for row in case.rows(Document) if case else ():
            if row.id == row_id:
                yield _bare(row.label), written


def _bare(name: str) -> str:
    """A name without the marks around it, and without what the editors added in brackets."""
    titled = _TITLED.search(name)
    inner = (titled["title"] or titled["quoted"]) if titled else name
    bare = _ADDED.sub("", inner) or inner
    return re.sub(f"[{_MARKS}]", "", bare)


def _blank_document(match: re.Match[str]) -> str:
    """Hide links to documents, and the targets of other links."""
    if match["target"].startswith("doc:"):
        return blank(match)
    return f" {match['text']} ".ljust(len(match[0]))

"""Reading built pages in tests: links, anchors and text blocks, by the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"meta", "link", "input", "br", "img", "hr", "source", "path", "rect", "line", "polygon", "use", "circle"}


@dataclass
class Parsed:
    """What tests ask of a page."""

    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """(record, text) of every element with data-record, in order."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Parsed()
        self.depth = 0
        self.open: tuple[int, str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if "id" in given:
            page.ids.append(given["id"])
        if tag == "a" and "href" in given:
            page.links.append(given["href"])
        page.resources += [given[name] for name in ("src", "srcset", "data") if name in given]
        if tag == "link":
            page.resources.append(given.get("href", ""))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.headings.append(int(tag[1]))
        page.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            page.inline.append(tag)
        if tag in _VOID:
            return
        self.depth += 1
        if "data-record" in given:
            assert self.open is None, f"nested data-record in {self.open}"
            self.open = (self.depth, given["data-record"], [])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        depth = self.depth
        self.handle_starttag(tag, attrs)
        self.depth = depth

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open and self.open[0] == self.depth:
            self.page.blocks.append((self.open[1], "".join(self.open[2])))
            self.open = None
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[2].append(data)


def parse(path: Path) -> Parsed:
    """Read one built page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    assert reader.depth == 0, f"{path}: unbalanced tags"
    return reader.page


def pages(folder: Path) -> list[Path]:
    """All pages of a built site, in order."""
    return sorted(folder.rglob("*.html"))

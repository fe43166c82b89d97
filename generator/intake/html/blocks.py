"""The blocks of a page as lines: inline markup joins, block borders part; pictures give their captions, tables a line a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from ..sorting.paragraphs import ENDS, Kind, Line
from .tables import is_data
from .tree import BLOCKS, HEADINGS, squeezed, tag

_BREAK = "\x00"
"""Stands for <br> in the text of a block; no text that was decoded has it."""
_BUILT = HEADINGS | {"li", "dt", "dd"}
_CAPTIONS = frozenset(("figcaption", "caption"))
_LEAST_WRAPPED = 15
"""A line broken by hand at the edge of a page is at least so long; shorter ones are lines of their own."""


@dataclass
class Blocks:
    """Turns an element into lines; ``inside`` is the part that is the article."""

    inside: etree._Element | None = None
    lines: list[tuple[Line, str]] = field(default_factory=list)
    """Each line, and where it stands: before, in or after the part that is the article."""
    _open: list[str] = field(default_factory=list)
    _within: Counter[str] = field(default_factory=Counter)
    _text: list[str] = field(default_factory=list)
    _captions: list[str] = field(default_factory=list)
    _where: str = "in"

    def read(self, root: etree._Element) -> list[tuple[Line, str]]:
        """Return the lines of an element, in order."""
        self._where = "in" if self.inside is None else "before"
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element, tag(element))
                self._text.append((element.tail or "") if element is not root else "")
            else:
                data = tag(element) == "table" and is_data(element)
                self._begin(element, tag(element))
                if data:
                    self._rows(element)
                    walker.skip_subtree()
        self._flush()
        return self.lines

    def _begin(self, element: etree._Element, name: str) -> None:
        if name in BLOCKS:
            self._flush()
            self._open.append(name)
            self._within[name] += 1
        if element is self.inside:
            self._where = "in"
        if name == "br":
            self._text.append(_BREAK)
        elif name == "img" and (told := squeezed(element.get("alt") or "").strip()):
            self._captions.append(told)
        else:
            text = element.text or ""
            self._text.append(text.replace("\n", _BREAK) if self._within["pre"] else text)

    def _end(self, element: etree._Element, name: str) -> None:
        if name in BLOCKS:
            self._flush()
            self._within[self._open.pop()] -= 1
        if element is self.inside:
            self._flush()
            self._where = "after"

    def _flush(self) -> None:
        """The block that was open, or the text between two blocks, is one line or, where it was broken by hand, several."""
        text, self._text = "".join(self._text), []
        if not (self._captions or text.strip()):
            return
        captions, self._captions = self._captions, []
        kind = Kind.CAPTION if any(self._within[name] for name in _CAPTIONS) else None
        built = any(self._within[name] for name in _BUILT)
        for piece in _pieces(text, self._open[-1] if self._open else ""):
            self.lines.append((Line(piece, kind, built), self._where))
        self.lines += [(Line(told, Kind.CAPTION), self._where) for told in captions]

    def _rows(self, table: etree._Element) -> None:
        self.lines += [(Line(told, Kind.CAPTION), self._where) for one in table.iter("caption") for told in shown(one)]
        for row in table.iter("tr"):
            cells = [" ".join(shown(cell)) for cell in row if tag(cell) in ("td", "th")]
            if any(cells):
                self.lines.append((Line(" | ".join(cells).strip(), built=True), self._where))


def shown(element: etree._Element) -> list[str]:
    """The lines of a part of a page, for where only their text is wanted."""
    return [line.text for line, _ in Blocks().read(element)]


def _pieces(text: str, name: str) -> list[str]:
    """The lines of one block. ``<br>`` parts them where paragraphs are written with it; a line broken at the edge is joined again."""
    raw = [squeezed(piece) for piece in text.split(_BREAK)]
    pieces = [piece.strip() for piece in raw if piece.strip()]
    if len(pieces) < 2:
        return pieces
    if name in HEADINGS or name in ("td", "th"):
        return [" ".join(pieces)]
    first, last = pieces[:-1], pieces[-1]
    wrapped = len(raw) == len(pieces) and last[-1] in ENDS
    if wrapped and all(len(piece) >= _LEAST_WRAPPED and piece[-1] not in ENDS for piece in first):
        return [squeezed("\n".join(pieces))]
    return pieces

"""How much running text each part of a page holds, and the part that is the article."""

from __future__ import annotations

import re

from lxml import etree

from .tree import tag

_SENTENCE = re.compile("[。！？；，]")
MOST_OF_IT = 0.9
ONE_SENTENCE = 100
"""Characters of running text beside the article, at the most, for it to be told from its surroundings."""
_CONTAINERS = frozenset(
    [
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "td",
        "th",
        "table",
        "tbody",
        "tr",
        "form",
        "center",
        "font",
        "span",
        "dl",
        "dd",
    ]
)


class Sizes:
    """Characters of running text in each element: text with the signs of sentences in it, links left out."""

    def __init__(self, root: etree._Element) -> None:
        self._held: dict[etree._Element, int] = {}
        self._root = root
        links = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = tag(element)
            links += (event == "start") - (event == "end") if name == "a" else 0
            if event == "start":
                self._held[element] = 0 if links or name in ("script", "style") else _running(element.text)
            else:
                tail = 0 if links else _running(element.tail)
                self._pass_up(element, tail)

    def _pass_up(self, element: etree._Element, tail: int) -> None:
        if (parent := element.getparent()) in self._held:
            self._held[parent] += self._held[element] + tail

    def share(self, element: etree._Element) -> float:
        """How much of the whole page an element holds, from 0 to 1."""
        return self._held.get(element, 0) / max(1, self._held[self._root])

    def article(self) -> etree._Element:
        """The part that is the article: from the top, always that part which holds nearly all, as long as beside it stands no more than a sentence.

        The root itself where the page does not tell its article apart.
        """
        here = self._root
        while True:
            parts = [part for part in here if tag(part) in _CONTAINERS]
            best = max(parts, key=lambda part: self._held.get(part, 0), default=None)
            if best is None or not self._held.get(best, 0):
                return here
            held, whole = self._held[best], self._held[here]
            if held < MOST_OF_IT * whole or whole - held > ONE_SENTENCE:
                return here
            here = best


def _running(text: str | None) -> int:
    return len(text.strip()) if text and _SENTENCE.search(text) else 0

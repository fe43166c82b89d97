"""Finds what else of a text a draft can name: documents in 《》, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..sorting.paragraphs import Kind, Paragraph
from .dates import find_dates
from .numbers import HIDDEN, bare
from .status import Guess, guess_status

MOST = 100
"""Rows of one table of a draft."""
_NEAR = 200
_TITLED = re.compile(r"《(?P<name>[^《》|\[\]*`<>]{2,60})》(?P<after>杂志|期刊|周刊|日报|晚报|[^一-鿿]{0,5}记者)?")


@dataclass(frozen=True)
class Dating:
    """A date of a text as it stands there."""

    id: str
    paragraph: int
    literal: str
    guess: Guess


@dataclass(frozen=True)
class Named:
    """A document or standard of which the text gives the name, in 《》."""

    id: str
    paragraph: int
    name: str


def datings(paragraphs: Iterable[Paragraph]) -> list[Dating]:
    """The dates of an article in its order, each once a paragraph; none of those inside the name of a document."""
    found: dict[tuple[int, str], Dating] = {}
    for paragraph in _read(paragraphs):
        text = _TITLED.sub(lambda match: HIDDEN * len(match[0]), bare(paragraph.text))
        count = 0
        for literal, start in find_dates(text):
            key = paragraph.number, literal
            if key not in found:
                count += 1
                guess = guess_status(text[max(0, start - _NEAR) : start], literal)
                found[key] = Dating(f"event-p{paragraph.number:02d}-{count}", *key, guess)
    return list(found.values())[:MOST]


def named_documents(paragraphs: Iterable[Paragraph]) -> list[Named]:
    """The documents of an article, each where it is first named; newspapers and journals are none."""
    found: dict[str, Named] = {}
    for paragraph in _read(paragraphs):
        names = (match["name"].strip() for match in _TITLED.finditer(bare(paragraph.text)) if not match["after"])
        fresh = [name for name in dict.fromkeys(names) if len(name) > 1 and name.isprintable() and name not in found]
        for count, name in enumerate(fresh, start=1):
            found[name] = Named(f"doc-p{paragraph.number:02d}-{count}", paragraph.number, f"《{name}》")
    return list(found.values())[:MOST]


def _read(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (one for one in paragraphs if one.kind in (Kind.TEXT, Kind.CAPTION))

"""An article to the entry of its source: title, publisher and date as far as they are told, and its paragraphs, each with its opening."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from ...desk.skeletons import SourceLines, source_entry
from ...library.dates import parse_date
from ..sorting.origin import Found, Origin
from ..sorting.paragraphs import Kind, Paragraph
from .numbers import without_marks

MOST_OPENING = 12


def source_text(id_: str, origin: Origin, paragraphs: Collection[Paragraph]) -> str:
    """The entry ``id_`` for sources.yml, everything taken from the article marked to be checked."""
    lines = SourceLines()
    return source_entry(
        id_,
        SourceLines(
            title=_told(origin.title) or lines.title,
            authors=_authors(origin.author) or lines.authors,
            publisher=_told(origin.publisher) or lines.publisher,
            date=(_told(origin.date) if _is_date(origin.date.text) else "") or lines.date,
            paragraphs=tuple((paragraph_key(one.number), _quoted(_opening(one.text))) for one in paragraphs),
            captions=tuple(paragraph_key(one.number) for one in paragraphs if one.kind is Kind.CAPTION),
        ),
    )


def checked(found: Found) -> str:
    """The comment that asks to check what was found."""
    return f"待写：核对，取自{found.where}"


def paragraph_key(number: int) -> str:
    """A paragraph's number as evidence has it."""
    return f"P{number:02d}"


def _told(found: Found) -> str:
    words = _shown(found.text).strip()
    return f"{_quoted(words)}   # {checked(found)}" if words else ""


def _authors(author: Found) -> str:
    names = [name.strip() for name in re.split("[、，,；;]", _shown(author.text)) if name.strip()]
    return f"[{', '.join(map(_quoted, names))}]   # {checked(author)}" if names else ""


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(text))
    except ValueError:
        return False


def _opening(text: str) -> str:
    """The first characters of a paragraph, by which a reader finds it."""
    return _shown(without_marks(text))[:MOST_OPENING].strip() or "……"


def _shown(text: str) -> str:
    """Without what no page and no YAML can hold."""
    return "".join(char for char in text if char.isprintable())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

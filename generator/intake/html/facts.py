"""What a page says of itself outside its text: title, publisher, author, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ..sorting.origin import Found, Origin, iso_date
from .tree import plain

_TITLES = ("articletitle", "og:title", "title", "twitter:title")
_PUBLISHERS = ("contentsource", "source", "article:source")
_AUTHORS = ("author", "article:author", "og:article:author")
_DATES = ("pubdate", "publishdate", "article:published_time", "og:release_date", "date", "dc.date")
_PARTED = re.compile(r"\s*[_|–—]+\s*|\s+-+\s+|-(?=[^-]*$)")
LEAST_TITLE = 6


def titles(root: etree._Element) -> list[str]:
    """What the page may call its article, the surest first: page data, then the page's title, whole and without the name of the site."""
    told = [text for name in _TITLES for text in _meta(root, [name])]
    heads = [plain(one) for one in root.iter("title")]
    parts = [_PARTED.split(text)[0] for text in [*told, *heads]]
    return [text for text in dict.fromkeys([*told, *heads, *parts]) if len(text) >= LEAST_TITLE]


def page_origin(root: etree._Element) -> Origin:
    """What the data of a page say. A page that reprints has a date of its own, so each is told to be the page's."""
    title = next(iter(titles(root)), "")
    date = next((found for text in _meta(root, _DATES) if (found := iso_date(text))), "")
    return Origin(
        Found(_PARTED.split(title)[0], "网页标题") if title else Found(),
        _first(_meta(root, _PUBLISHERS), "网页数据"),
        _first(_meta(root, _AUTHORS), "网页数据"),
        Found(date, "网页数据，是这个网页的日期，不一定是文章的") if date else Found(),
    )


def _first(texts: Iterable[str], where: str) -> Found:
    return next((Found(text, where) for text in texts), Found())


def _meta(root: etree._Element, names: Iterable[str]) -> Iterator[str]:
    told = [
        ((one.get("name") or one.get("property") or "").strip().lower(), one.get("content") or "")
        for one in root.iter("meta")
    ]
    for name in names:
        yield from (content.strip() for key, content in told if key == name and content.strip())

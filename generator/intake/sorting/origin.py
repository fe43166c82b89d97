"""Who says it, where and when, as far as the text itself tells: title, publisher, author, date, each with the place it was found at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .paragraphs import Kind, Paragraph, spaced_names


@dataclass(frozen=True)
class Found:
    """One thing that was found, and where (``P02``, ``网页标题``); both empty when it is not known, and then it is false."""

    text: str = ""
    where: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Origin:
    """What is known of where an article comes from; nothing in it is inferred. The date is written 2019-07-22."""

    title: Found = Found()
    publisher: Found = Found()
    author: Found = Found()
    date: Found = Found()

    def filled(self, other: Origin) -> Origin:
        """Return this origin, with what is not known here taken from the other."""
        return Origin(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.date or other.date,
        )

    def converted(self, change: Callable[[str], str]) -> Origin:
        """Return this origin with each text changed: page data are in the characters of the page."""
        told = (self.title, self.publisher, self.author, self.date)
        return Origin(*(replace(found, text=change(found.text)) for found in told))


MOST_TITLE = 50
_HEAD = 6
"""Lines in which title, byline and source stand."""
_UNTITLED = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（]|.*([。;；,，:：…]$| [|>] )|P?\d+$")
_PUBLISHER = re.compile(
    r"(?:^|[\s(（|])(?:文章|稿件|信息|新闻|本文)?(?:来源|來源|转自|轉自)[:：]\s*(?P<name>[^\s|)）,，。;；]{2,30})"
)
_PERSON = re.compile(
    r"^[(（]?(?P<of>[^。,，;；:：]{0,20}?)(?P<role>记者|通讯员|作者|供稿|撰稿|组成员|党校|课题组)[:：\s]\s*(?P<name>.{2,60}?)[)）]?$"
)
_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年|[-/.])(?P<month>\d{1,2})(?:月|[-/.])(?P<day>\d{1,2})日?(?!\d)")
_DATED = re.compile(r"(?:发布|發布|发表|更新|刊发)?(?:时间|時間|日期)[:：]")
_CLOCK = re.compile(r"\d{1,2}:\d\d(:\d\d)?|[\s|()（）]")


def origin_of(paragraphs: Iterable[Paragraph]) -> Origin:
    """Return what the lines of an article tell of its origin. Lines that were set aside tell nothing but a publisher."""
    lines = list(paragraphs)
    own = [line for line in lines if line.number]
    return Origin(_title(own), _publisher(lines), _author(own), _date(own))


def told_origin(text: str) -> bool:
    """Whether a line tells where an article is from or when it was published: 来源：…, 发布时间：…, or a date alone."""
    labelled = _DATED.search(text) or _PUBLISHER.search(text) or (_DATE.search(text) and not _without_date(text))
    return bool(labelled) and len(text) <= 2 * MOST_TITLE


def _without_date(text: str) -> str:
    return _CLOCK.sub("", _DATE.sub("", text))


def iso_date(text: str) -> str:
    """The first date in full in a text as 2019-07-22; empty when there is none that the calendar has."""
    for match in _DATE.finditer(text):
        try:
            return date(*(int(match[part]) for part in ("year", "month", "day"))).isoformat()
        except ValueError:
            continue
    return ""


def _title(own: Sequence[Paragraph]) -> Found:
    """The one or two short lines that the article begins with."""
    first = list(_before_text(own[:_HEAD]))
    if not first or len(first) > 2:
        return Found()
    # A newspaper puts a line over its headline; which of two is the headline no rule can tell.
    others = "、".join(f"{line.number:02d}" for line in first[1:])
    doubt = f"（P{others} 也像标题）" if others else ""
    return Found(first[0].text, f"P{first[0].number:02d}{doubt}")


def _before_text(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for line in lines:
        if line.kind is Kind.BYLINE or told_origin(line.text):
            continue
        if len(line.text) > MOST_TITLE or _UNTITLED.match(line.text) or line.kind is not Kind.TEXT:
            return
        yield line


def _publisher(lines: Iterable[Paragraph]) -> Found:
    for line in lines:
        if line.kind is not Kind.OTHER and len(line.text) <= 2 * MOST_TITLE and (match := _PUBLISHER.search(line.text)):
            return Found(match["name"], _place(line))
    return Found()


def _author(own: Iterable[Paragraph]) -> Found:
    for line in own:
        if line.kind is Kind.BYLINE:
            if spaced_names(line.text):
                return Found(line.text, _place(line))
            if match := _PERSON.match(line.text):
                told = match["name"] if match["role"] not in ("党校", "课题组") else line.text.strip("()（）")
                return Found(told, _place(line))
    return Found()


def _date(own: Sequence[Paragraph]) -> Found:
    """A date beside its label or alone on its line, at the head or the end. One in the text is a date of what is told, not of the telling."""
    for line in [*own[:_HEAD], *own[_HEAD:][-3:]]:
        if told_origin(line.text) and (found := iso_date(line.text)):
            return Found(found, _place(line))
    return Found()


def _place(line: Paragraph) -> str:
    return f"P{line.number:02d}" if line.number else "另放的行"

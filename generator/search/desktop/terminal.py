"""Hits of the desktop search as a terminal or a program reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import click

from ..excerpt import excerpt
from ..records import Record, by_place
from .answer import Answer, Hit
from .facets import shortened, unknown_messages
from .ranking import Key
from .similar import Related
from .wrapping import wrapped

_MATCHES = {"exact": "", "words": "各词分别见于本节", "context": "有的词只见于页面标题", "synonym": "同义"}
_INDENT = " " * 5
_FACET_VALUES = 6
"""At most so many values of a facet are listed; the rest are counted."""


def answer_text(answer: Answer, width: int) -> str:
    """Return an answer as lines for a terminal: the hits with what was found marked, then facets with counts."""
    told = [_line(message, width) for message in unknown_messages(answer.chosen)]
    asked = shortened(answer.query)
    if not answer.total:
        return "\n".join([*told, _line(f"没有找到“{asked}”。可以换一个词、减少字数，或用空格隔开几个词。", width)])
    more = f"，列出前 {len(answer.hits)} 处（--limit 可多列）" if answer.total > len(answer.hits) else ""
    listed = [_entry(number, hit, width) for number, hit in enumerate(answer.hits, start=1)]
    head = f"“{asked}”共 {answer.total} 处，在 {answer.pages} 页上{more}。"
    return "\n".join([*told, _line(head, width), "", *listed, "", *_facets(answer.facets, width)])


def answer_json(answer: Answer) -> str:
    """Return an answer as JSON: hits as ``PracticeSearch.query`` in the page gives them, the excerpt as plain text."""
    data = {
        "query": answer.query,
        "total": answer.total,
        "pages": answer.pages,
        "hits": [_hit_data(hit) for hit in answer.hits],
        "facets": [[name, [*counts.items()]] for name, counts in answer.facets.items()],
        "unknown": answer.chosen.unknown,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def related_text(place: str, hits: Sequence[Related], known: Mapping[Key, Record], width: int) -> str:
    """Return related sections as lines for a terminal, each with what it shares."""
    if not hits:
        return f"没有与“{place}”相关的其他小节。"
    lines = [f"与“{place}”相关的其他小节，最相关的在前：", ""]
    for number, hit in enumerate(hits, start=1):
        record = known[hit.key]
        heading = f" › {record.heading}" if record.heading != record.title else ""
        lines.append(_line(f"{record.title}{heading}", width, f"{number:>3}. {record.kind}  "))
        shared = [piece for run in hit.shared for piece in (("、", False), (run, True))][1:]
        lines.append(wrapped([("共有：", False), *shared], width, _INDENT, _INDENT))
        lines.append(click.style(f"{_INDENT}{record.page}#{record.anchor}", dim=True))
    return "\n".join(lines)


def related_json(place: str, hits: Sequence[Related], known: Mapping[Key, Record]) -> str:
    """Return related sections as JSON; ``shared`` says why each is one."""
    return json.dumps(
        {"similar": place, "total": len(hits), "hits": [_related_data(hit, known[hit.key]) for hit in hits]},
        ensure_ascii=False,
        indent=1,
    )


def _related_data(hit: Related, record: Record) -> dict[str, object]:
    place, pieces = excerpt(record.heading, by_place(record.blocks), ())
    return {
        "page": record.page,
        "anchor": record.anchor,
        "place": place or record.anchor,
        "title": record.title,
        "heading": record.heading,
        "type": record.kind,
        "score": hit.score,
        "excerpt": "".join(text for text, _ in pieces),
        "shared": hit.shared,
    }


def _hit_data(hit: Hit) -> dict[str, object]:
    data = {**asdict(hit), "excerpt": hit.excerpt}
    return {name: value for name, value in data.items() if name not in ("pieces", "heading_pieces")}


def _entry(number: int, hit: Hit, width: int) -> str:
    heading = [(" › ", False), *hit.heading_pieces] if hit.heading != hit.title else []
    lines = [wrapped([(hit.title, False), *heading], width, f"{number:>3}. {hit.type}{_why(hit)}  ", _INDENT)]
    if hit.excerpt:
        lines.append(wrapped(hit.pieces, width, _INDENT, _INDENT))
    lines.append(click.style(f"{_INDENT}{hit.page}#{hit.place}", dim=True))
    return "\n".join(lines)


def _why(hit: Hit) -> str:
    told = f"{_MATCHES[hit.match]}：{hit.via}" if hit.via else _MATCHES[hit.match]
    return f"（{told}）" if told else ""


def _facets(facets: Mapping[str, Mapping[str, int]], width: int) -> list[str]:
    counted = [_line(_counts(counts), width, f"  {name}  ") for name, counts in facets.items() if counts]
    return ["可以筛选（--facet 名称:值）：", *counted] if counted else []


def _counts(counts: Mapping[str, int]) -> str:
    told = "，".join(f"{value}（{count}）" for value, count in [*counts.items()][:_FACET_VALUES])
    return told if len(counts) <= _FACET_VALUES else f"{told} 等 {len(counts)} 项"


def _line(text: str, width: int, first: str = "") -> str:
    return wrapped([(text, False)], width, first, _INDENT if first else "")

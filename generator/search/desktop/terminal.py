"""Hits of the desktop search as a terminal or a program reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

import click

from ..excerpt import Piece
from .answer import Hit

_MATCHES = {"exact": "", "words": "（各词分别见于本节）"}


def hits_text(query: str, hits: Sequence[Hit], limit: int) -> str:
    """Return the hits as lines for a terminal: title and heading, excerpt with what was found marked, place."""
    if not hits:
        return f"没有找到“{query}”。可以换一个词、减少字数，或用空格隔开几个词。"
    listed = [_entry(number, hit) for number, hit in enumerate(hits[:limit], start=1)]
    more = f"，列出前 {limit} 处（--limit 可多列）" if len(hits) > limit else ""
    return "\n".join([f"“{query}”共 {len(hits)} 处{more}。", "", *listed])


def hits_json(query: str, hits: Sequence[Hit], limit: int) -> str:
    """Return query, total and hits as JSON text."""
    found = [{**asdict(hit), "excerpt": hit.excerpt} for hit in hits[:limit]]
    for hit in found:
        del hit["pieces"], hit["heading_pieces"]
    return json.dumps({"query": query, "total": len(hits), "hits": found}, ensure_ascii=False, indent=1)


def _entry(number: int, hit: Hit) -> str:
    heading = f" › {_marked(hit.heading_pieces)}" if hit.heading != hit.title else ""
    lines = [f"{number:>3}. {hit.type}  {hit.title}{heading}{_MATCHES[hit.match]}"]
    if hit.excerpt:
        lines.append(f"     {_marked(hit.pieces)}")
    lines.append(click.style(f"     {hit.page}#{hit.place}", dim=True))
    return "\n".join(lines)


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(click.style(text, fg="red", bold=True) if is_hit else text for text, is_hit in pieces)

"""Lines of a terminal: marked text wrapped by columns, in which a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import click
from rich.cells import cell_len

from ..excerpt import Piece

_TOKEN = re.compile(r"[“‘《（【]*(?:[!-~]+|.)[，。、；：？！”’）》】…]*(?: ·)?", re.DOTALL)
"""What stays on one line: a Latin word or number, and signs that neither begin nor end a line in Chinese."""


def wrapped(pieces: Iterable[Piece], width: int, first: str = "", indent: str = "") -> str:
    """Return the pieces as lines of at most ``width`` columns, hits styled; the first line begins with ``first``."""
    marked = [(char, is_hit) for text, is_hit in pieces for char in text]
    lines: list[list[Piece]] = [[(first, False)]]
    used = cell_len(first)
    for token in _tokens(marked):
        size = cell_len("".join(char for char, _ in token))
        if used + size > width and used > len(indent):
            lines.append([(indent, False)])
            used = len(indent)
        if used == len(indent) and token[0][0] == " ":
            continue
        lines[-1] += token
        used += size
    return "\n".join(map(_styled, lines))


def _tokens(marked: list[Piece]) -> Iterator[list[Piece]]:
    text = "".join(char for char, _ in marked)
    for match in _TOKEN.finditer(text):
        yield marked[match.start() : match.end()]


def _styled(line: Iterable[Piece]) -> str:
    runs = (("".join(char for char, _ in run), is_hit) for is_hit, run in groupby(line, key=lambda piece: piece[1]))
    return "".join(click.style(text, fg="red", bold=True) if is_hit else text for text, is_hit in runs).rstrip(" ")

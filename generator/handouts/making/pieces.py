"""What a case or manual is made of, piece by piece: what a handout may take singly."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from ..document import Block, Heading


@dataclass(frozen=True)
class Piece:
    """A heading with what stands right below it; the deeper pieces that follow belong to it.

    ``depth`` 1 is a part, 2 a section of it; the piece of depth 0 opens every handout and has no heading of its own.
    Headings in ``blocks`` are of the level that they have when the parts are of the first.
    """

    id: str
    title: str
    depth: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Choice:
    """One piece of several: whether it is taken, and by how many levels its headings then move."""

    piece: Piece
    shift: int


def chosen(pieces: Iterable[Piece], level: int, names: Container[str]) -> Iterator[Choice]:
    """The pieces named by id or title, each with those below it, their topmost headings at ``level``; no names: all."""
    taken, root = not names, 1
    for piece in pieces:
        if names and (not taken or piece.depth <= root):
            taken, root = piece.id in names or piece.title in names, piece.depth
        if taken or piece.depth == 0:
            yield Choice(piece, level - (root if names else 1))


def blocks_of(choices: Iterable[Choice]) -> Iterator[Block]:
    """The blocks of the pieces, headings moved to where they belong."""
    for choice in choices:
        for block in choice.piece.blocks:
            yield replace(block, level=block.level + choice.shift) if isinstance(block, Heading) else block

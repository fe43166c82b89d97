"""The desktop's index: a Whoosh index of single characters with positions. Whoosh is imported in this module only.

It tells which records hold a run of characters, and nothing else: how well they answer is counted on their text
(``ranking``), so the index keeps no weights, lengths or text. Which of Whoosh's distributions, and why:
docs/decisions/0004-whoosh.md.
"""

from __future__ import annotations

import logging
import shutil
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh import fields, formats, index, query
from whoosh.codec.whoosh3 import W3Codec
from whoosh.util.filelock import FileLock, try_for

from ..analysis import fold
from ..records import Record, by_page
from .index_state import IndexState, page_digests

BORDER = " "
"""Stands between blocks in what is indexed. Folding never leaves a space, so no token and no phrase has one."""

PHRASE_LIMIT = 24
"""Whoosh nests a phrase as deep as it is long; a record that holds so much of a longer one is a candidate."""

LOCK_SECONDS = 30
_POSITION = "I"
_log = logging.getLogger(__name__)


class _Positions(formats.Positions):  # type: ignore[misc]
    """Positions of a character in a record, as the machine keeps integers: Whoosh pickles each list, which takes longer."""

    def decode_positions(self, valuestring: bytes) -> list[int]:
        positions = array(_POSITION)
        positions.frombytes(valuestring)
        return positions.tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // array(_POSITION).itemsize


class _Characters(fields.FieldType):  # type: ignore[misc]
    """Every character of folded text is a token; a border takes a position, so that phrases end at it."""

    def __init__(self) -> None:
        super().__init__(_Positions(), None, scorable=False)

    def index(self, value: str, **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield (character, how often, weight, positions) for Whoosh, without its tokens: there are a million."""
        found: dict[str, array[int]] = {}
        for position, char in enumerate(value):
            if char in found:
                found[char].append(position)
            elif char != BORDER:
                found[char] = array(_POSITION, (position,))
        for char, positions in found.items():
            yield char.encode("utf-8"), len(positions), 1.0, positions.tobytes()


class _Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec without statistics of lengths: it looks for their file once for every posting."""

    length_stats = False


def _schema() -> fields.Schema:
    return fields.Schema(page=fields.ID, key=fields.STORED, text=_Characters())


class WhooshIndex:
    """An index that is current and open for questions; made by ``current_index``."""

    def __init__(self, searcher: object) -> None:
        self._searcher = searcher

    def candidates(self, term: str) -> list[tuple[str, str]]:
        """Return (page, anchor) of every record with the folded, not empty ``term`` inside one block.

        Of a term longer than PHRASE_LIMIT only the beginning is asked for.
        """
        head = term[:PHRASE_LIMIT]
        asked = query.Phrase("text", list(head)) if len(head) > 1 else query.Term("text", head)
        numbers = self._searcher.docs_for_query(asked)  # type: ignore[attr-defined]
        return [tuple(self._searcher.stored_fields(number)["key"]) for number in numbers]  # type: ignore[attr-defined]


@contextmanager
def current_index(items: Iterable[Record], cache_dir: Path) -> Iterator[WhooshIndex]:
    """Give the index of exactly these records, kept under ``cache_dir/search``; only changed pages are indexed anew.

    An index that is damaged, half written or of another version is thrown away and made again, with a warning logged.
    Raises TimeoutError when another process keeps the index busy, OSError when the folder cannot be written.
    """
    folder = cache_dir / "search"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _locked(cache_dir / "search.lock"):
        state = IndexState.read(folder)
        if state is None:
            _discard(folder)
            index.create_in(str(folder), _schema())
            state = IndexState()
        _update(by_page(items), folder, state)
        with index.open_dir(str(folder)).searcher() as searcher:
            yield WhooshIndex(searcher)


def _discard(folder: Path) -> None:
    if folder.exists():
        _log.warning("检索索引不完整或版本不同，正在重建：%s", folder)
        shutil.rmtree(folder)
    folder.mkdir()


def _update(pages: dict[str, list[Record]], folder: Path, state: IndexState) -> None:
    digests = page_digests(pages)
    changed = [page for page in {**state.pages, **digests} if state.pages.get(page) != digests.get(page)]
    if not changed and state.files:
        return
    writer = index.open_dir(str(folder)).writer(limitmb=512, codec=_Codec())
    for page in changed:
        if page in state.pages:
            writer.delete_by_term("page", page)
        for record in pages.get(page, ()):
            _add(writer, record)
    writer.commit()
    IndexState.of(folder, digests).write(folder)


def _add(writer: index.IndexWriter, record: Record) -> None:
    writer.add_document(page=record.page, key=[record.page, record.anchor], text=_joined(record))


def _joined(record: Record) -> str:
    return BORDER.join(fold(block.text) for block in record.blocks)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = FileLock(str(path))
    if not try_for(lock.acquire, timeout=LOCK_SECONDS, delay=0.1):
        raise TimeoutError(f"检索索引正被另一个进程使用，已等待 {LOCK_SECONDS} 秒：{path}")
    try:
        yield
    finally:
        lock.release()

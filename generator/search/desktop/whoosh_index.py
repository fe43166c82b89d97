"""The desktop's index: a Whoosh index of single characters with positions. Whoosh is imported in this module only.

Which of Whoosh's distributions, and why: docs/decisions/0004-whoosh.md.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh import fields, index, query
from whoosh.analysis import Token, Tokenizer
from whoosh.util.filelock import FileLock, try_for

from ..analysis import fold
from ..records import Block, Record, by_page
from .index_state import IndexState, page_digests

BORDER = " "
"""Stands between blocks in what is indexed. Folding never leaves a space, so no token and no phrase has one."""

PHRASE_LIMIT = 24
"""Whoosh nests a phrase as deep as it is long; what a longer query adds is looked up in the stored text."""

LOCK_SECONDS = 30
_log = logging.getLogger(__name__)


class CharacterTokenizer(Tokenizer):  # type: ignore[misc]
    """Every character of folded text is a token; a border takes a position, so that phrases end at it."""

    def __call__(self, value: str, positions: bool = False, **options: object) -> Iterator[Token]:
        """Yield the tokens of ``value``; Whoosh asks for positions when it indexes."""
        token = Token(positions, chars=False, removestops=True)
        for position, char in enumerate(value):
            if char != BORDER:
                token.text, token.pos, token.boost, token.stopped = char, position, 1.0, False
                yield token


def _schema() -> fields.Schema:
    return fields.Schema(
        page=fields.ID,
        key=fields.STORED,
        text=fields.STORED,
        heading=fields.TEXT(analyzer=CharacterTokenizer(), phrase=True, field_boost=4.0),
        body=fields.TEXT(analyzer=CharacterTokenizer(), phrase=True),
    )


class WhooshIndex:
    """An index that is current and open for questions; made by ``current_index``."""

    def __init__(self, searcher: object) -> None:
        self._searcher = searcher

    def find(self, term: str) -> dict[tuple[str, str], float]:
        """Return (page, anchor) → score for every record with the folded, not empty ``term`` inside one block."""
        head = term[:PHRASE_LIMIT]
        fields_asked = [_phrase(field, head) for field in ("heading", "body")]
        hits = self._searcher.search(query.Or(fields_asked), limit=None)  # type: ignore[attr-defined]
        found = ((hit.fields(), hit.score) for hit in hits)
        return {tuple(stored["key"]): score for stored, score in found if term == head or term in stored["text"]}


def _phrase(field: str, term: str) -> query.Query:
    return query.Phrase(field, list(term)) if len(term) > 1 else query.Term(field, term)


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
    writer = index.open_dir(str(folder)).writer(limitmb=128)
    for page in changed:
        if page in state.pages:
            writer.delete_by_term("page", page)
        for record in pages.get(page, ()):
            _add(writer, record)
    writer.commit()
    IndexState.of(folder, digests).write(folder)


def _add(writer: index.IndexWriter, record: Record) -> None:
    heading, body = (_joined(record.blocks, is_heading) for is_heading in (True, False))
    text = heading + BORDER + body
    writer.add_document(page=record.page, key=[record.page, record.anchor], text=text, heading=heading, body=body)


def _joined(blocks: Iterable[Block], is_heading: bool) -> str:
    return BORDER.join(fold(block.text) for block in blocks if block.is_heading == is_heading)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = FileLock(str(path))
    if not try_for(lock.acquire, timeout=LOCK_SECONDS, delay=0.1):
        raise TimeoutError(f"检索索引正被另一个进程使用，已等待 {LOCK_SECONDS} 秒：{path}")
    try:
        yield
    finally:
        lock.release()

"""What stands at the end of every handout: the terms it uses, and the paragraphs its marks name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from ...library.entries import Source, Term
from ...library.evidence import Paragraph as Cited
from ...library.evidence import parse_evidence
from ...library.model import Library
from ...views.terms import pinyin_key
from ..document import Block, Heading, Paragraph, ParagraphKind, SourceList, SourcePlace, runs_in
from ..inline import RunKind, Runs, plain_runs, text_of
from ..setter import Setter
from ..tabular import Row
from .cells import cell, strong, table

TERMS, SOURCES = "用到的术语", "来源与段落"
_REMARK = (
    "〔〕内是依据，段号指来源的段落，这里列出各段开头几个字，便于查对。材料写过，不等于已经查证，也不等于在别处行得通。"
)
_UNEXPLAINED = "材料未解释"


def closing_blocks(blocks: tuple[Block, ...], setter: Setter) -> Iterator[Block]:
    """The terms that ``blocks`` use, then the sources that they and the terms cite."""
    terms = tuple(term_blocks(blocks, setter))
    yield from terms
    yield from source_blocks((*blocks, *terms), setter.library)


def term_blocks(blocks: tuple[Block, ...], setter: Setter) -> Iterator[Block]:
    """A table of the terms whose words stand in ``blocks``."""
    said = "\n".join(text_of(runs) for runs in runs_in(blocks))
    used = {name: term for name, term in setter.library.terms.items() if name in said}
    yield from terms_of(used, setter)[1] if used else ()


def terms_of(terms: Mapping[str, Term], setter: Setter) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The names in their order, and the heading with a table that has a row for each."""
    names = tuple(sorted(terms, key=pinyin_key))
    rows = [_term(name, terms[name], setter) for name in names]
    heading = Heading(1, plain_runs(TERMS), numbered=False)
    return names, (heading, replace(table("术语", ("术语", "释义"), rows, (28, 72)), dense=True))


def _term(name: str, term: Term, setter: Setter) -> Row:
    synonyms = plain_runs(f"又作：{'、'.join(term.synonyms)}" if term.synonyms else "")
    definition = setter.inline(term.definition, "") if term.definition else plain_runs(_UNEXPLAINED)
    evidence = parse_evidence("、".join(term.evidence), "") if term.evidence else None
    marks: Runs = setter.evidence(evidence, "") if evidence else ()
    return Row((cell(strong(plain_runs(name)), synonyms), cell((*definition, *marks))))


def source_blocks(blocks: tuple[Block, ...], library: Library) -> Iterator[Block]:
    """Each source that ``blocks`` cite, and the opening of each paragraph cited."""
    cited = sorted(set(cited_in(blocks)))
    if not cited:
        return
    yield from sources_head()
    for key, group in groupby(cited, key=lambda paragraph: paragraph.source):
        yield from source_blocks_of(key, group, library)


def sources_head() -> Iterator[Block]:
    """What stands above the sources."""
    yield Heading(1, plain_runs(SOURCES), numbered=False)
    yield Paragraph(plain_runs(_REMARK), ParagraphKind.SMALL)


def cited_in(blocks: tuple[Block, ...]) -> Iterator[Cited]:
    """Every paragraph that a mark in ``blocks`` names, as often as it is named."""
    for runs in runs_in(blocks):
        for run in runs:
            if run.kind is RunKind.EVIDENCE:
                yield from (mark.paragraph for mark in run.marks)


def source_words(source: Source) -> str:
    """Who wrote and published a source, and when."""
    authors = "、".join(source.authors) or "未记载"
    return f"作者：{authors}；发布者：{source.publisher}；日期：{source.date.literal}"


def source_blocks_of(key: str, paragraphs: Iterable[Cited], library: Library) -> Iterator[Block]:
    """One source: what it is, and the opening of each of ``paragraphs``."""
    source, home = library.sources[key], library.homes.get(key)
    owner = f"{home.meta.short}：" if home else ""
    title = source.full_title if source.full_title.startswith(owner) else owner + source.full_title
    yield Heading(2, plain_runs(title), numbered=False, listed=False)
    yield Paragraph(plain_runs(f"{source_words(source)}；材料截至：{source.as_of}。{source.note}"), ParagraphKind.SMALL)
    yield SourceList(
        tuple(
            SourcePlace(
                paragraph,
                paragraph.label,
                plain_runs(f"{source.opening(paragraph)}……{'（图注）' * (paragraph.key in source.captions)}"),
            )
            for paragraph in paragraphs
        )
    )

"""无人用到: entries that nothing in the library uses. What a page shows by itself (a row, a table, a handout) is no orphan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..library.checking.check_glossary import term_paragraph
from ..library.evidence import Paragraph
from ..library.linking.texts import evidenced
from ..library.model import Library
from ..library.rows import Document, Figure, Mechanism, Organisation, Site
from ..report import Position
from ..rules import ORPHAN
from ..search.analysis import fold
from .linted import Linted
from .reading.texts import TERMS, cell_texts, prose_texts, title_texts

SOURCES, MEASURES, VOCABULARY, WORDINGS = "sources.yml", "measures.yml", "vocabulary.yml", "wordings.yml"
_GROUPS = "日常说法"


def check_orphans(linted: Linted) -> None:
    """Tell every entry that nothing uses, at its line; nothing while errors hide what may use it."""
    if linted.diagnostics.errors:
        return
    words = _words(linted.library)
    for check in (_sources, _measures, _vocabulary):
        check(linted)
    _terms(linted, words)
    _wordings(linted, words)


def _words(library: Library) -> str:
    """All that readers read, folded, without the glossary."""
    texts = [*prose_texts(library), *title_texts(library)]
    texts += [text for case in library.cases.values() for text in cell_texts(case)]
    return "\n".join(fold(prose.text) for prose in texts)


def _sources(linted: Linted) -> None:
    used = set(_used_sources(linted.library))
    for key in linted.library.sources:
        if key not in used:
            message = f"来源 {key}: 没有一处引用它。请在依据里引用，或删去这一条。"
            linted.diagnostics.found(ORPHAN, _at(linted, SOURCES, key), message)


def _used_sources(library: Library) -> Iterator[str]:
    for case in library.cases.values():
        yield case.meta.source
        yield from (paragraph.source for row in evidenced(case) for paragraph in row.evidence.paragraphs)
    for manual in library.book.manuals.values() if library.book else ():
        yield manual.meta.source
    for clause in library.clauses:
        yield from (paragraph.source for paragraph in clause.duty.evidence.paragraphs)
    for destination in library.destinations.values():
        if isinstance(destination.target, Paragraph):
            yield destination.target.source
    for term in library.terms.values():
        yield from (paragraph.source for paragraph in map(term_paragraph, term.evidence) if paragraph)


def _measures(linted: Linted) -> None:
    used = {figure.measure for case in linted.library.cases.values() for figure in case.rows(Figure)}
    for key, measure in linted.library.measures.items():
        if key not in used:
            message = f"可比指标 {key}（{measure.name}）: 没有一个数字用它。请填入数字表的“可比指标”一列，或删去。"
            linted.diagnostics.found(ORPHAN, _at(linted, MEASURES, key), message)


def _vocabulary(linted: Linted) -> None:
    library, located = linted.library, linted.library.lists[VOCABULARY]
    for name, used in _USES.items():
        field = type(library.vocabulary).model_fields[name]
        key = field.alias or name
        listed, taken = getattr(library.vocabulary, name), set(used(library))
        place = located.key_position if isinstance(listed, dict) else located.position
        paths = {word: (key, word if isinstance(listed, dict) else at) for at, word in enumerate(listed)}
        idle = [(place(path), word) for word, path in paths.items() if word not in taken]
        for _, group in groupby(idle, key=lambda pair: pair[0].line):
            (at, first), *rest = group
            words = "、".join((first, *(word for _, word in rest)))
            linted.diagnostics.found(ORPHAN, at, f"词表 {key}: {words} 没有一处用到。确实不再用的，请删去。")


_USES: dict[str, Callable[[Library], Iterable[str]]] = {
    "lead_types": lambda library: (
        *(case.meta.lead.type for case in library.cases.values()),
        *(row.type for case in library.cases.values() for row in case.rows(Organisation)),
    ),
    "relations": lambda library: (
        edge.relation for case in library.cases.values() for row in case.rows(Organisation) for edge in row.edges
    ),
    "families": lambda library: (row.family for case in library.cases.values() for row in case.rows(Mechanism)),
    "settings": lambda library: (case.meta.setting for case in library.cases.values()),
    "site_types": lambda library: (row.type for case in library.cases.values() for row in case.rows(Site)),
    "document_types": lambda library: (row.type for case in library.cases.values() for row in case.rows(Document)),
    "measure_kinds": lambda library: (measure.kind for measure in library.measures.values()),
    "frequencies": lambda library: (clause.duty.how_often for clause in library.clauses),
}
"""What takes its words from each of the closed lists."""


def _terms(linted: Linted, words: str) -> None:
    library = linted.library
    linked = {target.partition(":")[2] for _, target in library.destinations if target.startswith("term:")}
    definitions = {name: fold(term.definition) for name, term in library.terms.items()}
    for name, term in library.terms.items():
        spelled = [fold(word) for word in (name, *term.synonyms)]
        others = (text for other, text in definitions.items() if other != name)
        told = any(word in words for word in spelled) or any(word in text for text in others for word in spelled)
        if name not in linked and not told:
            message = f"术语 {name}: 正文里没有一处用到这个词。请在用到的地方写 term: 链接，或删去这一条。"
            linted.diagnostics.found(ORPHAN, _at(linted, TERMS, name), message)


def _wordings(linted: Linted, words: str) -> None:
    """A group of which the library has no word finds nothing, whatever a reader types."""
    library = linted.library
    told = f"{words}\n" + "\n".join(fold(f"{name}\n{term.definition}") for name, term in library.terms.items())
    for number, group in enumerate(library.wordings):
        if not any(fold(word) in told for word in group):
            at = library.lists[WORDINGS].position((_GROUPS, number))
            message = (
                f"日常说法: {'、'.join(group)} 在本库的文字里都没有，检索时找不到东西。请补上本库的说法，或删去这一行。"
            )
            linted.diagnostics.found(ORPHAN, at, message)


def _at(linted: Linted, file: str, key: str) -> Position:
    return linted.library.lists[file].key_position((key,))

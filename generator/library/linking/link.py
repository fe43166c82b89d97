"""References resolved, once, before anything is rendered: (context, target as written) → destination."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...report import NEAR_ENOUGH, NEAR_ID, Diagnostics, nearest, suggestion
from ..address import Address
from ..course import COURSES
from ..entries import Source
from ..evidence import PARAGRAPH, Paragraph
from ..model import Case, Destination, cites_cases
from ..rows import ROW_PREFIXES, Figure, Row
from ..sections import Prose
from ..slug import unique_slugs
from .index import Index
from .link_book import SCHEMES as BOOK_SCHEMES
from .link_book import BookTargets
from .link_site import SCHEMES as SITE_SCHEMES
from .link_site import SiteTargets
from .references import CLAIM, Reference, check_links, find_references

TERMS_PAGE = "terms.html"
SOURCES_PAGE = "sources.html"
_SCHEMES = (*ROW_PREFIXES, "term", "case", "table", "course", *BOOK_SCHEMES, *SITE_SCHEMES, CLAIM)
_CLAUSE_NUMBER = re.compile(r"\d+\.\d+")


class Linker:
    """Resolves references against an index, collecting destinations and diagnostics."""

    def __init__(self, index: Index, diagnostics: Diagnostics) -> None:
        self.index, self.diagnostics = index, diagnostics
        self.destinations: dict[tuple[str, str], Destination] = {}
        self.term_anchors = term_anchors(index.terms)
        self._book = BookTargets(index.book, index.broken)
        self._site = SiteTargets(index.about, index.lacking)
        self._rows: dict[str, dict[tuple[str, str], Row]] = {
            case.id: {(row.prefix, row.id): row for row in case.all_rows()} for case in index.cases.values()
        }

    def resolve_all(self, texts: Iterable[Prose], context: str) -> None:
        """Resolve every reference of ``texts``. ``context`` is the case id, ``manuals/<id>``, or '' for neither."""
        for prose in texts:
            check_links(prose, self.diagnostics)
            for reference in find_references(prose):
                destination = self._resolve(reference, context)
                if destination:
                    self.destinations[context, reference.target] = destination

    def _resolve(self, reference: Reference, context: str) -> Destination | None:
        scheme = reference.scheme
        if scheme == "https":
            return Destination(Address(reference.target), reference.text, reference.target)
        if scheme in ("P", CLAIM):
            return self._paragraph(reference, context)
        if scheme in ROW_PREFIXES:
            return self._row(reference, context)
        if scheme in ("term", "table", "course"):
            return self._thing(reference)
        if scheme == "case":
            return self._case(reference)
        if scheme in SITE_SCHEMES:
            return self._on_site(reference)
        if scheme in BOOK_SCHEMES:
            return self._in_book(reference, context)
        half = reference.target.replace("：", ":")
        if half != reference.target and (PARAGRAPH.fullmatch(half) or half.partition(":")[0] in (*_SCHEMES, "https")):
            self.diagnostics.error(reference.at, f"链接目标“{reference.target}” 的冒号用半角。是否为“{half}”？")
            return None
        forms = "、".join(f"{name}:" for name in _SCHEMES)
        page = self.index.named_by(reference.target)
        hint = suggestion(scheme, _SCHEMES, NEAR_ID) if ":" in reference.target else f"是否为“{page}”？" if page else ""
        message = f"链接目标“{reference.target}” 无法识别。可用的写法有 {forms}、P14、https://…。{hint}"
        self.diagnostics.error(reference.at, message)
        return None

    def _thing(self, reference: Reference) -> Destination | None:
        """A term, table or course."""
        name = reference.name
        things: dict[str, tuple[Mapping[str, object], Address]] = {
            "term": (self.index.terms, Address(TERMS_PAGE, self.term_anchors.get(name, ""))),
            "table": (self.index.tables, Address(f"tables/{name}.html")),
            "course": (self.index.courses, Address(f"{COURSES}/{name}.html")),
        }
        return self._named(reference, *things[reference.scheme])

    def _named(self, reference: Reference, known: Mapping[str, object], address: Address) -> Destination | None:
        target = known.get(reference.name)
        if target is None and (reference.scheme, reference.name) in self.index.broken:
            return None
        if target is None:
            self._missing(reference, reference.name, {name: f"{reference.scheme}:{name}" for name in known})
            return None
        return Destination(address, reference.name, target)

    def _case(self, reference: Reference) -> Destination | None:
        """A whole case, or one of its sections by its anchor: `case:xitang/results`."""
        id_, _, anchor = reference.name.partition("/")
        if not anchor or id_ not in self.index.cases:
            whole = replace(reference, target=f"case:{id_}")
            return self._named(whole, self.index.cases, Address(f"cases/{id_}.html"))
        case = self.index.cases[id_]
        section = next((section for section in case.sections() if section.anchor == anchor), None)
        if section is None:
            known = [f"{section.anchor}（{section.title}）" for section in case.sections()]
            near = suggestion(anchor, [section.anchor for section in case.sections()], NEAR_ID)
            told = f"引用 {reference.target}：{case.meta.short}没有这一节。它的各节是 {'、'.join(known)}。{near}"
            self.diagnostics.error(reference.at, told)
            return None
        return Destination(case.address.at(anchor), section.title, section)

    def _on_site(self, reference: Reference) -> Destination | None:
        found = self._site.find(reference.scheme, reference.name)
        if isinstance(found, str):
            self.diagnostics.error(reference.at, f"引用 {reference.target}：{found}")
            return None
        return found

    def _in_book(self, reference: Reference, context: str) -> Destination | None:
        found = self._book.find(reference.scheme, reference.name, context)
        if isinstance(found, str):
            if found:
                self.diagnostics.error(reference.at, f"引用 {reference.target}：{found}")
            return None
        number = reference.name.rpartition("/")[2]
        if reference.scheme == "clause" and _CLAUSE_NUMBER.fullmatch(reference.text) and reference.text != number:
            message = f"引用 {reference.target} 的文字“{reference.text}” 与条号不一致。请写作 [{number}]({reference.target})。"
            self.diagnostics.error(reference.at, message)
        return found

    def _missing(self, reference: Reference, name: str, known: Mapping[str, str]) -> None:
        """Tell a reference to nothing. ``known`` maps the names there are to targets as they would be written."""
        near = nearest(name, known, NEAR_ID if name.isascii() else NEAR_ENOUGH)
        hint = f"是否为“{known[near]}”？" if near else ""
        self.diagnostics.error(
            reference.at, f"引用 {reference.target} 没有对应的内容。{hint or '请检查编号，或先加上这一条。'}"
        )

    def _row(self, reference: Reference, context: str) -> Destination | None:
        case_id, _, row_id = reference.name.rpartition("/")
        case_id = case_id or context
        if ("case", case_id) in self.index.broken or (case_id, row_id) in self.index.faulty:
            return None
        if case_id not in self.index.cases:
            what = (
                f"案例“{case_id}” 不存在。" if case_id else "这里不属于任何案例，请写明案例，如 fig:chengyang/members。"
            )
            self.diagnostics.error(
                reference.at, f"引用 {reference.target}：{what}{suggestion(case_id, self.index.cases)}"
            )
            return None
        rows = self._rows[case_id]
        row = rows.get((reference.scheme, row_id))
        if row is None:
            lead = f"{case_id}/" if "/" in reference.name else ""
            self._missing(reference, row_id, {name: f"{prefix}:{lead}{name}" for prefix, name in rows})
            return None
        if isinstance(row, Figure):
            self._check_literal(reference, row)
        return Destination(self.index.cases[case_id].address.at(row.anchor), row.label, row)

    def _check_literal(self, reference: Reference, figure: Figure) -> None:
        literal = figure.quantity.literal
        if reference.text != literal:
            message = f"引用 {reference.target} 的文字“{reference.text}” 与数值“{literal}” 不一致。"
            self.diagnostics.error(reference.at, f"{message}请写作 [{literal}]({reference.target})。")

    def _paragraph(self, reference: Reference, context: str) -> Destination | None:
        written = reference.name if reference.scheme == CLAIM else reference.target
        match = PARAGRAPH.fullmatch(written)
        if match is None:
            self.diagnostics.error(reference.at, f"“{reference.target}” 应写段号，如 claim:P12。")
            return None
        own_source = self.index.own_source(context)
        source = match["source"] or own_source
        paragraph = Paragraph(source, int(match["number"]))
        if not source:
            self.diagnostics.error(reference.at, f"“{written}” 没有说是哪篇来源的段落。请写作 来源:{written}。")
            return None
        problem = "" if self.index.told(paragraph, own_source) else paragraph_problem(paragraph, self.index.sources)
        if problem:
            self.diagnostics.error(reference.at, problem)
            return None
        if reference.scheme == "P" and reference.text != paragraph.label:
            message = f"引用 {reference.target} 的文字“{reference.text}” 不会显示，页面只显示段号。请写作 [{paragraph.label}]({reference.target})。"
            self.diagnostics.error(reference.at, message)
        return paragraph_place(paragraph, context, self.index.cases, self.index.homes)


def paragraph_problem(paragraph: Paragraph, sources: Mapping[str, Source]) -> str:
    """Say what is wrong with a paragraph that sources.yml does not list; an empty string when it is listed."""
    if paragraph.source not in sources:
        return f"来源“{paragraph.source}” 不在 sources.yml 之中。{suggestion(paragraph.source, sources)}"
    listed = sources[paragraph.source].paragraphs
    if paragraph.key not in listed:
        keys = list(listed)
        return f"来源 {paragraph.source} 没有段落 {paragraph.key}。它的段落是 {keys[0]} 至 {keys[-1]}。"
    return ""


def paragraph_place(
    paragraph: Paragraph, context: str, cases: Mapping[str, Case], homes: Mapping[str, Case]
) -> Destination:
    """Where a paragraph cited in ``context`` is told, and how it is called there.

    A case lists what it cites on its own page. A manual or course sends its reader to the case that the paragraph belongs
    to, and names it. All else leads to the page of sources.
    """
    if context in cases:
        case = cases[context]
        return Destination(case.address.at(paragraph.anchor(case.meta.source)), paragraph.label, paragraph)
    home = homes.get(paragraph.source) if cites_cases(context) else None
    if home:
        return Destination(home.address.at(paragraph.key), f"{home.meta.short} {paragraph.label}", paragraph)
    return Destination(Address(SOURCES_PAGE, paragraph.anchor()), paragraph.label, paragraph)


def term_anchors(terms: Iterable[str]) -> dict[str, str]:
    """The anchor of each term on the page of terms: ``term-shuang-wang-he-yi``."""
    return {name: f"term-{anchor}" for name, anchor in unique_slugs(terms).items()}

"""An article to the draft of a case: names, numbers and dates with their paragraphs, everything else to be written; never a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ...desk.case_skeleton import Cells, Known, case_text
from ...desk.wanted import Kind, Wanted
from ...library.checking.care import SUPERLATIVE, TITLED
from ...library.model import Library
from ...library.rows import Document, Figure, Milestone, Row
from ...library.values import PANDEMIC, DocumentState
from ..article import Article
from ..sorting.origin import Origin
from ..sorting.paragraphs import Paragraph
from .candidates import Candidate
from .mentions import Dating, Named, datings, named_documents
from .places import Placed, place_of
from .source_draft import checked, paragraph_key, source_text

MOST_TITLE, MOST_SHORT = 40, 8
MOST_PARAGRAPHS = 999
CHECK_FIGURE, CHECK_EVENT, CHECK_DOCUMENT = (
    "待写：核对状态（猜的）",
    "待写：事项（状态是猜的）",
    "待写：核对类型和状态（猜的）",
)
"""Stand in a cell of words of every row that was guessed, so that `check` tells it until an editor has looked."""
_HIGH = re.compile("中央|国家|部委")
_VAGUE = ("文件", "行业", "企业", "地方")


class NoDraftError(Exception):
    """The article gives no draft; the message says why."""


@dataclass(frozen=True)
class Draft:
    """The text of a case, and the entry of its source for sources.yml."""

    case: str
    source: str


def make_draft(id_: str, article: Article, figures: Iterable[Candidate], library: Library, today: date) -> Draft:
    """Return the draft of the case ``id_`` of an article with ``figures``, for ``library``. Raises NoDraftError."""
    paragraphs = article.paragraphs
    if not 0 < len(paragraphs) <= MOST_PARAGRAPHS:
        raise NoDraftError(f"正文有 {len(paragraphs)} 段，案例的来源要有 1 至 {MOST_PARAGRAPHS} 段。")
    title = _title(article.origin, library)
    short = _short(title, library)
    wanted = Wanted(
        Kind.CASE, id_, title or f"待写：标题（{id_}）", today, library.vocabulary, {},
        short=short or _unlike([case.meta.short for case in library.cases.values()]), source=id_,
    )  # fmt: skip
    known = Known(
        title_note=checked(article.origin.title) if title else "四十字以内",
        short_note="待写：核对，取自标题" if short else "八字以内，同别的案例不一样",
        rows=_rows(paragraphs, figures, library),
        **_places(place_of(paragraphs)),
    )
    return Draft(case_text(wanted, known), source_text(id_, article.origin, paragraphs))


def _title(origin: Origin, library: Library) -> str:
    """The article's title where a case may bear it, else nothing."""
    title = origin.title.text.strip()
    taken = {case.meta.title for case in library.cases.values()}
    fits = len(title) <= MOST_TITLE and title.isprintable() and title not in taken
    praises = SUPERLATIVE.search(TITLED.sub("", title))
    return "" if praises or not fits or re.search(r"\]\(|\*\*", title) else title


def _short(title: str, library: Library) -> str:
    """What stands before the title's colon, where it is short and no other case has it; else nothing."""
    words = re.split("[：:，,]", title)[0].strip()
    taken = {case.meta.short for case in library.cases.values()}
    fits = len(words) <= MOST_SHORT and words not in taken
    return words if fits and not re.search("[“”《》]", words) else ""


def _unlike(taken: Collection[str]) -> str:
    """A short name to be written that is none of those taken."""
    return next(name for number in range(1, len(taken) + 2) if (name := f"待写{number}") not in taken)


def _rows(
    paragraphs: Collection[Paragraph], figures: Iterable[Candidate], library: Library
) -> dict[type[Row], tuple[Cells, ...]]:
    rows: dict[type[Row], tuple[Cells, ...]] = {
        Figure: tuple(map(_figure_row, figures)),
        Milestone: tuple(map(_event_row, datings(paragraphs))),
        Document: tuple(_document_row(one, library) for one in named_documents(paragraphs)),
    }
    return {kind: cells for kind, cells in rows.items() if cells}


def _figure_row(one: Candidate) -> Cells:
    return {
        "编号": one.id, "指标": one.label or "待写：指标", "数值": one.quantity.literal, "状态": one.guess.status,
        "时段": "", "口径": CHECK_FIGURE, "范围": "", "标记": PANDEMIC if one.in_pandemic else "", "依据": paragraph_key(one.paragraph),
    }  # fmt: skip


def _event_row(one: Dating) -> Cells:
    return {
        "编号": one.id, "时间": one.literal, "事项": CHECK_EVENT, "状态": one.guess.status, "依据": paragraph_key(one.paragraph),
    }  # fmt: skip


def _document_row(one: Named, library: Library) -> Cells:
    return {
        "编号": one.id, "名称": one.name, "类型": _document_type(one.name, library.vocabulary.document_types),
        "状态": DocumentState.NAMED, "制定主体": "", "时间": "", "说明": CHECK_DOCUMENT, "依据": paragraph_key(one.paragraph),
    }  # fmt: skip


def _document_type(name: str, types: Collection[str]) -> str:
    """The type that shares two characters with the name (标准手册 and …手册); without one the first that claims no high rank."""
    shared = (kind for kind in types if any(a + b in name for a, b in pairwise(kind) if a + b not in _VAGUE))
    return next(shared, next((kind for kind in types if not _HIGH.search(kind)), next(iter(types))))


def _places(placed: Placed | None) -> dict[str, str]:
    """The place as a value of YAML, with its comment. The name in full of a province is no addition: 浙江 is 浙江省."""
    if placed is None:
        return {}
    city = f", city: {placed.city or '待写：城市'}" if not placed.province.endswith("市") else ""
    county = f", county: {placed.county}" if placed.county else ""
    return {
        "places": f"[{{province: {placed.province}{city}{county}}}]",
        "places_note": f"待写：核对，P{placed.paragraph:02d} 有“{placed.written}”",
    }

"""Rules of care on a case's text: a short summary, quotations with evidence, superlatives marked, figures referred to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..report import Diagnostics, Position
from .case_context import CaseContext
from .cases import SUMMARY_LIMIT
from .references import CLAIM, LINK, find_references, position_in, without_links
from .rows import Figure, Row
from .sections import Prose
from .texts import case_texts, row_texts
from .values import PANDEMIC, FigureMark

_GAP = r"[\s*_\\]*"
"""What an editor may have put between the characters of a word: emphasis, a line's end."""
_WORDS = (
    *(f"首{what}" for what in "个家创例座条款支部"),
    *(f"第一{what}" for what in "本声家例"),
    *(f"{where}{how}" for where in ("全国", "全省", "全市", "国内", "业内", "行业") for how in ("第一", "领先", "最早", "首次", "首批")),
    "率先", "唯一", "独创", "独一无二", "首屈一指",
)  # fmt: skip
SUPERLATIVE = re.compile("|".join(_GAP.join(word) for word in sorted(_WORDS, key=lambda word: (-len(word), word))))
_LEADER = re.compile(
    r"(?:指出|强调|表示|认为|讲话|批示|(?:书记|主任|局长|部长|市长|区长|镇长|省长|负责人|总书记)[^，。；“”\n]{0,6}说)[：:，,]?“[^”\n]{8,}”"
)
_HALF_WIDTH = re.compile(r"(?<=[一-鿿”）》])[,;:?!](?=[一-鿿“（《])")
_BLOCK = re.compile(r"(?:[-*+]|\d+\.)\s|[>#]")
_PANDEMIC = re.compile("疫情|抗疫|防疫|核酸|新冠")
_NUMBER = re.compile(r"(?<![第\dA-Za-zP.])\d[\d,]*(?:\.\d+)?(?!\d|[年月日]|[A-Za-z])")
_NO_FIGURE = re.compile(r"段\d+(?:[、和至—-]\d+)*|\d+(?:[—至-]\d+)+(?=[年月日])|(?m:^\s*\d+\.\s)")
"""Numbers that are none of the case's figures: paragraph numbers, ranges of dates, list numbers."""
_TITLED = re.compile(r"《[^》]*》|“[^”]*”")
"""A name of its own in a name: not our words."""
_QUOTATION = re.compile(r"(?m)^>.*$")


def check_prose(context: CaseContext) -> None:
    """Apply every rule on text to one case."""
    for rule in (
        _summary,
        _quotations,
        _superlatives,
        _names,
        _numbers,
        _links_in_names,
        _punctuation,
        _leaders,
        _blocks_in_cells,
        _pandemic,
    ):
        rule(context)


def _summary(context: CaseContext) -> None:
    length = len(without_links(context.case.summary.text))
    if length > SUMMARY_LIMIT:
        at = context.case.summary.at
        context.diagnostics.error(at, f"导语有 {length} 字，超过 {SUMMARY_LIMIT} 字。请压缩成一句话做法。")


def _quotations(context: CaseContext) -> None:
    for prose in case_texts(context.case):
        for match in re.finditer(r"(?m)(?:^>.*\n?)+", prose.text):
            inner = Prose(match[0], prose.at)
            if not any(reference.scheme == "P" for reference in find_references(inner)):
                at = position_in(prose, match.start())
                context.diagnostics.error(at, "引文没有注明段落。请在引文末尾加 [段5](P5) 这样的依据。")


def _superlatives(context: CaseContext) -> None:
    check_superlatives(case_texts(context.case), context.diagnostics)


def check_superlatives(texts: Iterable[Prose], diagnostics: Diagnostics) -> None:
    """Tell what a source says of itself and nobody marked so."""
    for prose in texts:
        open_text = LINK.sub(_blank_unless_open, _QUOTATION.sub(_blank, prose.text))
        for match in SUPERLATIVE.finditer(open_text):
            at = position_in(prose, match.start())
            word = re.sub(_GAP, "", match[0])
            message = f"“{word}” 是材料的自我评价。请写作 [{word}…](claim:P12)，页面会注明“文中自述”，或放在引文里。"
            diagnostics.error(at, message)


def _names(context: CaseContext) -> None:
    """No superlative where no claim can be written: titles, headings, names, cells without links."""
    for what, text, at in _all_names(context):
        match = SUPERLATIVE.search(_TITLED.sub(_blank, text))
        if match:
            message = f"{what}: “{match[0]}” 是材料的自我评价，这里写不了 claim: 链接。请删去，或改写在正文里。"
            context.diagnostics.error(at, message)
        elif what.startswith("题头") and ("](" in text or "**" in text):
            context.diagnostics.error(at, f"{what}: 不能写链接和加粗，只写文字。")


def _all_names(context: CaseContext) -> Iterator[tuple[str, str, Position]]:
    """Everything short that a page shows and that may hold no reference, with what it is and where it stands."""
    meta = context.case.meta
    yield "题头 title", meta.title, context.place(("title",))
    yield "题头 short", meta.short, context.place(("short",))
    yield "题头 lead.name", meta.lead.name, context.place(("lead", "name"))
    for section in context.case.sections():
        yield "标题", section.title, section.at
    for row in context.case.all_rows():
        for column, text in _unlinked(row):
            yield f"{row.table} {row.id} {column}", text, row.cells[column]


def _unlinked(row: Row) -> Iterator[tuple[str, str]]:
    """The columns of a row that may hold no reference, with their words; a list gives each of its items."""
    for name, field in type(row).model_fields.items():
        value, column = getattr(row, name), field.alias or ""
        if column and column not in row.linked and column in row.cells:
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    yield column, text


def _punctuation(context: CaseContext) -> None:
    cells = [Prose(text, row.cells[column]) for row in context.case.all_rows() for column, text in _unlinked(row)]
    for prose in (*case_texts(context.case), *cells):
        for match in _HALF_WIDTH.finditer(LINK.sub(_blank, prose.text)):
            wide = chr(ord(match[0]) + 0xFEE0)
            message = f"中文之间用了半角标点“{match[0]}”。是否为“{wide}”？"
            context.diagnostics.warning(position_in(prose, match.start()), message)


def _leaders(context: CaseContext) -> None:
    for prose in case_texts(context.case):
        for match in _LEADER.finditer(_QUOTATION.sub(_blank, prose.text)):
            message = "像是直接引用某人的话。领导和有关负责人的话要一字不差地放在引文（>）里并注明段落，或者不写。"
            context.diagnostics.warning(position_in(prose, match.start()), message)


def _blocks_in_cells(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for prose in row_texts(row):
            if _BLOCK.match(prose.text):
                context.diagnostics.error(prose.at, "单元格里不用列表、标题和引文。请写成一句话，或分成几行。")


def _pandemic(context: CaseContext) -> None:
    for figure in context.case.rows(Figure):
        if _PANDEMIC.search(f"{figure.name} {figure.period} {figure.scope}") and figure.mark is not FigureMark.PANDEMIC:
            message = f"数字 {figure.id}: 是疫情期间的数字，“标记”一列应写 {PANDEMIC}。"
            context.diagnostics.error(figure.cells.get("标记", figure.at), message)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_unless_open(match: re.Match[str]) -> str:
    """Hide claims, and the targets of other links; the words of other links stay open to the rule."""
    if match["target"].startswith(f"{CLAIM}:"):
        return _blank(match)
    return f" {match['text']} ".ljust(len(match[0]))


def _numbers(context: CaseContext) -> None:
    known = {number for row in context.case.all_rows() for text in _row_words(row) for number in _NUMBER.findall(text)}
    for prose in case_texts(context.case):
        bare = LINK.sub(_blank, _QUOTATION.sub(_blank, prose.text))
        bare = _NO_FIGURE.sub(_blank, bare)
        told: set[str] = set()
        for match in _NUMBER.finditer(bare):
            if match[0] not in known and match[0] not in told:
                told.add(match[0])
                message = f"数字“{match[0]}” 在本案的数字表里没有。请加入数字表并写成 fig: 链接，或检查是否写错。"
                context.diagnostics.warning(position_in(prose, match.start()), message)


def _row_words(row: Row) -> list[str]:
    """The words of a row that name figures: a figure's literal, a name that has a number in it."""
    words = [row.label] if not row.linked else []
    words += getattr(row, "parts", ())
    return [*words, row.quantity.literal] if isinstance(row, Figure) else words


def _links_in_names(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for column, text in _unlinked(row):
            what = "链接" if "](" in text else "加粗" if "**" in text else ""
            if what:
                context.diagnostics.error(
                    row.cells[column], f"{row.table} {row.id} {column}: 这一格不能写{what}，只写文字。"
                )

"""The summary of a case: one page whatever the case holds, every figure with its status, and what is left out is told."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PageObject, PdfReader

from generator.cli import main
from generator.handouts.asking import prepared
from generator.handouts.document import FOOTER, Document, Heading, ListBlock, runs_in
from generator.handouts.engine import SettingError
from generator.handouts.inline import text_of
from generator.handouts.making.portions import Portion, portions
from generator.handouts.making.summary import summary_variants
from generator.handouts.pdf.writer import summary_pdf
from generator.handouts.tabular import Table
from generator.library.load import load_library
from generator.library.model import Library
from generator.library.rows import Lesson, Limit, Mechanism
from generator.markup.plain import plain
from generator.report import Diagnostics
from generator.views.headline import headline_figures

CASES = ("chengdu", "chengyang", "dianjian", "xiaoshan", "xitang")
SMALLEST = 10.5
"""号五, in points."""


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def variants(id_: str, library: Library) -> tuple[Document, ...]:
    return summary_variants(prepared(id_, library), library)


def page(id_: str, library: Library) -> PageObject:
    """The only page of the summary."""
    (only,) = PdfReader(io.BytesIO(summary_pdf(variants(id_, library)))).pages
    return only


def table_of(document: Document, title: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.title == title)


def cell_words(table: Table) -> list[list[str]]:
    return [["\n".join(map(text_of, cell.paragraphs)) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("id_", CASES)
def test_is_one_upright_page_that_is_tagged_and_legible(id_: str, real_library: Library) -> None:
    reader = PdfReader(io.BytesIO(summary_pdf(variants(id_, real_library))))
    assert len(reader.pages) == 1
    assert [round(float(side) * 25.4 / 72) for side in reader.pages[0].mediabox[2:]] == [210, 297]
    assert reader.root_object["/MarkInfo"]["/Marked"].value is True
    sizes: set[float] = set()
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.add(size * tm[0]) if text.strip() else None
    )
    assert min(sizes) >= SMALLEST


@pytest.mark.parametrize("id_", CASES)
def test_says_what_the_case_is_and_that_nothing_was_verified(id_: str, real_library: Library) -> None:
    case, source = real_library.cases[id_], real_library.sources[real_library.cases[id_].meta.source]
    words = bare(page(id_, real_library).extract_text())
    spec = real_library.handouts[id_]
    for said in (
        spec.title,
        plain(case.summary.text),
        case.meta.lead.name,
        case.meta.setting,
        source.full_title,
        source.as_of,
        FOOTER,
    ):
        assert bare(said) in words
    for part in ("关键数字", "办法", "可复制要点", "局限"):
        assert part in words


@pytest.mark.parametrize("id_", CASES)
def test_every_figure_has_its_status_conditions_and_evidence_in_every_variant(id_: str, real_library: Library) -> None:
    figures = headline_figures(real_library.cases[id_])
    for document in variants(id_, real_library):
        tables = [block for block in document.blocks if isinstance(block, Table) and block.title == "关键数字"]
        for figure, (name, value, status, conditions) in zip(
            figures, cell_words(tables[0]) if tables else (), strict=False
        ):
            assert name.startswith(plain(figure.name)) and "〔段" in name
            assert (value, status) == (figure.quantity.literal, figure.status.display)
            assert all(label in conditions for label in ("时段", "基期", "口径", "范围"))


def test_the_page_shows_the_key_figures_of_every_case(real_library: Library) -> None:
    for id_ in CASES:
        words = bare(page(id_, real_library).extract_text())
        assert all(figure.quantity.literal in words for figure in headline_figures(real_library.cases[id_])), id_


@pytest.mark.parametrize("id_", CASES)
def test_every_variant_tells_how_much_it_leaves_out(id_: str, real_library: Library) -> None:
    case = real_library.cases[id_]
    wanted = [len(case.rows(Mechanism)), len(case.rows(Lesson)), len(case.rows(Limit))]
    for document in variants(id_, real_library):
        said = [told(part) for part in parts_of(document)[-3:]]
        assert [items + left for items, left in said] == wanted


def parts_of(document: Document) -> list[list[object]]:
    """The blocks below each heading."""
    parts: list[list[object]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append([])
        elif parts:
            parts[-1].append(block)
    return parts


def told(blocks: Iterable[object]) -> tuple[int, int]:
    """How many items a part has, and how many it says it leaves out."""
    items = left = 0
    for block in blocks:
        if isinstance(block, ListBlock):
            items += len(block.items)
            continue
        words = "".join(text_of(runs) for runs in runs_in((block,)))  # type: ignore[arg-type]
        if found := re.match(r"另有 (\d+) 项", words):
            left += int(found[1])
        elif words.endswith("。") and "见案例全文" not in words:
            items += len(re.findall(r"〔段[^〕]*〕|〔[^段][^〕]*〕(?<!分析〕)", words)) if "：" in words else 0
    return items, left


def test_variants_go_from_all_to_nothing_one_item_less_each_time() -> None:
    all_ = list(portions(Portion(31, 7, 11, 5)))
    assert (all_[0], all_[-1]) == (Portion(31, 7, 11, 5), Portion(0, 0, 0, 0, conditions=False))
    for before, after in pairwise(all_):
        if before.conditions is after.conditions:
            assert sum(before.counts) - sum(after.counts) == 1
        else:
            assert before.counts == (14, 4, 4, 4) and after.counts == (31, 7, 11, 5)


def test_lessons_without_their_conditions_say_where_these_stand(real_library: Library) -> None:
    for document in variants("xitang", real_library):
        words = "\n".join(text_of(runs) for runs in runs_in(document.blocks))
        lessons = any(plain(row.text) in words for row in real_library.cases["xitang"].rows(Lesson))
        assert not lessons or ("适用条件：" in words) != ("各项的适用条件，见案例全文。" in words)


def overfull(root: Path) -> Library:
    """The small site, its first case with far more than a page takes."""
    path = root / "content/cases/jia.md"
    text = path.read_text("utf-8")
    limit = next(
        line for line in text.split("\n") if line.startswith("|") and "材料未说明" in line and line.count("|") == 4
    )
    id_ = limit.split("|")[1].strip()
    many = "\n".join(
        limit.replace(id_, f"{id_}-{number}", 1).replace("材料未说明", "材料未说明" * 30) for number in range(60)
    )
    path.write_text(text.replace(limit, many), "utf-8")
    diagnostics = Diagnostics()
    library = load_library(root, diagnostics)
    assert library and not diagnostics.errors, list(map(str, diagnostics))
    return library


def test_an_overfull_case_still_is_one_page(small_site: Path) -> None:
    library = overfull(small_site)
    words = bare(page("jia", library).extract_text())
    left = re.search(r"另有(\d+)项", words)
    assert left and int(left[1]) > 40
    assert "关键数字" in words and "材料称已实现" in words


def test_what_cannot_be_one_page_is_told(small_library: Library) -> None:
    first = variants("jia", small_library)[-1]
    with pytest.raises(SettingError, match="一页纸没有生成"):
        summary_pdf((replace(first, cover=replace(first.cover, title="长" * 3000)),))


def test_the_same_case_makes_the_same_bytes(real_library: Library) -> None:
    assert summary_pdf(variants("xiaoshan", real_library)) == summary_pdf(variants("xiaoshan", real_library))


def run(root: Path, *words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["handout", "--root", str(root), *map(str, words)])
    return result.exit_code, result.output


def test_the_command_makes_it_beside_the_other_formats(small_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run(small_site, "jia", "--format", "docx,summary", "--output", folder)[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["jia-summary.pdf", "jia.docx"]


def test_what_is_not_one_case_has_none(small_site: Path, tmp_path: Path) -> None:
    why = "没有一页纸：一页纸（summary）只有整个一个案例才有。可用的有 jia、yi。"
    words = ("jia", "xuexi", "demo", "--format", "summary", "--output", tmp_path / "out")
    assert run(small_site, *words) == (2, f"“xuexi” {why}\n“demo” {why}\n")
    own = ("--cases", "jia", "--sections", "数字", "--format", "summary", "--output", tmp_path / "out")
    assert run(small_site, *own) == (2, f"“handout-jia” {why}\n")
    assert not (tmp_path / "out").exists()

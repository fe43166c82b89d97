"""The draft of a case: what can be known from an article and nothing else, accepted by `check`, never over what is there."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.content import load_content
from generator.intake.article import read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.drafting.draft import NoDraftError, make_draft
from generator.intake.mending.decoding import NotTextError
from generator.intake.sorting.origin import Found, Origin
from generator.library.evidence import Paragraph
from generator.library.model import Case, Library
from generator.library.rows import Document, Figure, Milestone
from generator.library.values import DocumentState, FigureMark, Status
from generator.report import Diagnostics
from tests.conftest import SMALL

TEXT = """丙小区：一条街怎样议事

丙小区在浙江省杭州市，杭州市2019年3月起实行《丙小区议事规则》，已议事23次，涉及居民1200余人。
疫情期间，志愿者入户排查300户。
力争到2030年底满意度由82%提高到90%以上，投诉量下降近20%。
"""


def run(root: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", "--root", str(root), str(root / "bing.txt"), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def found(root: Path) -> tuple[Library, Diagnostics]:
    told = Diagnostics()
    library = load_content(root, told)
    assert library is not None
    return library, told


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}


@pytest.fixture
def project(small_site: Path) -> Path:
    (small_site / "bing.txt").write_text(TEXT, "utf-8")
    return small_site


@pytest.fixture
def drafted(project: Path) -> Case:
    assert run(project)[0] == 0
    library, told = found(project)
    assert list(map(str, told.errors)) == []
    assert all("是占位文字" in item.message for item in told)
    return library.cases["bing"]


def test_figures_stand_with_their_paragraph_and_a_guess_that_check_tells_of(drafted: Case, project: Path) -> None:
    figures = drafted.rows(Figure)
    assert [(one.id, one.name, one.quantity.literal, one.status) for one in figures] == [
        ("fig-p02-1", "议事", "23次", Status.ACHIEVED),
        ("fig-p02-2", "涉及居民", "1200余人", Status.ACHIEVED),
        ("fig-p03-1", "志愿者入户排查", "300户", Status.ACHIEVED),
        ("fig-p04-1", "满意度", "82%→90%以上", Status.TARGET),
        ("fig-p04-2", "投诉量", "下降近20%", Status.TARGET),
    ]
    assert figures[0].evidence.paragraphs == (Paragraph("bing", 2),)
    assert [one.mark is FigureMark.PANDEMIC for one in figures] == [False, False, True, False, False]
    told = {item.at.line for item in found(project)[1] if "待写：核对状态" in item.message}
    assert {one.at.line for one in figures} <= told


def test_dates_documents_and_the_place_are_those_that_the_text_names(drafted: Case, project: Path) -> None:
    assert [(one.date.literal, one.text) for one in drafted.rows(Milestone)] == [
        ("2019年3月", "待写：事项（状态是猜的）"),
        ("2030年底", "待写：事项（状态是猜的）"),
    ]
    assert [(one.name, one.state) for one in drafted.rows(Document)] == [("《丙小区议事规则》", DocumentState.NAMED)]
    assert drafted.meta.places[0].levels == ["浙江省", "杭州市"]
    assert "待写：核对，P02 有“浙江省杭州市”" in (project / "content/cases/bing.md").read_text("utf-8")


def test_the_source_has_its_paragraphs_with_openings_and_no_sentence_of_the_article_is_kept(
    drafted: Case, project: Path
) -> None:
    source = found(project)[0].sources["bing"]
    assert list(source.paragraphs) == ["P01", "P02", "P03", "P04"]
    assert source.paragraphs["P02"] == "丙小区在浙江省杭州市，杭"
    article = (project / "bing.txt").read_text("utf-8").split("\n", 1)[1]
    written = (project / "content/cases/bing.md").read_text("utf-8") + str(source)
    for start in range(len(article) - 20):
        assert article[start : start + 20] not in written


def test_a_case_that_is_there_is_left_alone_and_the_text_is_written_all_the_same(project: Path) -> None:
    (project / "jia.txt").write_text(TEXT, "utf-8")
    before = contents(project)
    result = CliRunner().invoke(main, ["import", "--root", str(project), str(project / "jia.txt")])
    assert (result.exit_code, "已经有了，没有动它" in result.output) == (0, True)
    assert contents(project) == before
    assert (project / "intake/jia.txt").exists()


def test_without_a_draft_content_is_not_touched(project: Path) -> None:
    before = contents(project)
    assert run(project, "--no-draft")[0] == 0
    assert contents(project) == before
    assert "## 候选数字（5）" in (project / "intake/bing-report.md").read_text("utf-8")


def test_a_source_that_is_there_is_used_and_not_written_again(project: Path) -> None:
    assert run(project)[0] == 0
    (project / "content/cases/bing.md").unlink()
    before = (project / "content/sources.yml").read_bytes()
    code, told = run(project, "--overwrite")
    assert (code, "来源“bing”" in told) == (0, True)
    assert (project / "content/sources.yml").read_bytes() == before
    assert list(found(project)[1].errors) == []


def test_a_draft_with_errors_is_left_outside_with_the_reasons(project: Path) -> None:
    with (project / "content/sources.yml").open("a", encoding="utf-8") as file:
        file.write("bing:\n  title: 别的\n  date: 年份未载\n  as_of: 今年\n  paragraphs: {P01: 只有一段}\n")
    before = contents(project)
    code, told = run(project)
    assert code == 1 and "intake/bing-draft.md" in told and "依据“P02” 无法找到" in told
    assert contents(project) == before
    left = (project / "intake/bing-draft.md").read_text("utf-8")
    assert "依据“P02” 无法找到" in left and "| fig-p02-1 |" in left
    assert (project / "intake/bing.txt").exists() and (project / "intake/bing-report.md").exists()


def test_a_name_no_case_may_bear_and_a_text_without_lines_give_a_message(project: Path) -> None:
    for name, text, told in (("index", TEXT, "网站自己的页面"), ("kong", "\n", "正文有 0 段")):
        (project / f"{name}.txt").write_text(text, "utf-8")
        result = CliRunner().invoke(main, ["import", "--root", str(project), str(project / f"{name}.txt")])
        assert (result.exit_code, told in result.output) == (1, True), result.output
        assert (project / f"intake/{name}.txt").exists()


def test_where_there_is_no_library_the_text_is_written_and_the_way_out_told(tmp_path: Path) -> None:
    (tmp_path / "bing.txt").write_text(TEXT, "utf-8")
    code, told = run(tmp_path)
    assert (code, "或加 --no-draft" in told) == (1, True)
    assert (tmp_path / "intake/bing.txt").exists()
    assert run(tmp_path, "--overwrite", "--no-draft")[0] == 0


def test_two_articles_without_a_title_do_not_stand_in_each_others_way(project: Path) -> None:
    for name in ("ding", "wu"):
        (project / f"{name}.txt").write_text("一、社区议事，已议事23次。\n", "utf-8")
    result = CliRunner().invoke(
        main, ["import", "--root", str(project), *(str(project / f"{n}.txt") for n in ("ding", "wu"))]
    )
    assert result.exit_code == 0, result.output
    assert list(found(project)[1].errors) == []


TROUBLE = (
    "《规则》 《a|b》 《率先》 率先 全国首个 疫情 12个 35% 从5%到8% 2020年 2020年13月 8月3日 1.5亿元 | # : ”[ ]( ** {{ --- ' \" \\ > - <b> 浙江 上海市 "
    "[图]合影 甲小区的一年 待写 P01 。 ， “ ” 🙂"
)
PIECES = st.one_of(st.sampled_from([*TROUBLE.split(), "\n", "\u2028", "\x85", "\ufffe"]), st.text(max_size=8))


@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # shrinking takes minutes
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join), st.lists(PIECES, max_size=4).map("".join))
@example("甲小区的一年：率先12个\n甲小区的一年\n《a]( b》35%\x852020年2月30日\ufffe", "甲小区的一年")
@example("#：”[]**12个|\n---\n> 5% “的一半\n\u2028- 12个[段](P9)率先", "“乙：# 率先")
def test_any_text_gives_a_draft_that_check_accepts(text: str, words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(SMALL / "content", root / "content")
        try:
            article = replace(
                read_article(text.encode("utf-8", "replace"), []), origin=Origin(*[Found(words, "P01")] * 4)
            )
            figures = find_candidates(article.paragraphs).taken
            draft = make_draft("bing", article, figures, found(root)[0], date(2026, 1, 1))
        except (NoDraftError, NotTextError):
            return
        (root / "content/cases/bing.md").write_bytes(draft.case.encode())
        with (root / "content/sources.yml").open("ab") as file:
            file.write(draft.source.encode())
        library, told = found(root)
        assert list(map(str, told.errors)) == []
        assert len(library.cases["bing"].rows(Figure)) == len(figures)

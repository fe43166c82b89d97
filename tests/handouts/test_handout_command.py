"""The handout command as a trainer uses it: files, and what it says when something is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from .reading import Word

ALL = "xuexi、jia、yi、demo、pair、outcomes"


def run(root: Path, *words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["handout", "--root", str(root), *map(str, words)])
    return result.exit_code, result.output


def opened(path: Path) -> Word:
    return Word(path.read_bytes())


def test_ids_of_handouts_cases_manuals_and_tables(small_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "讲义 一"
    code, output = run(small_site, "xuexi", "jia", "demo", "outcomes", "--output", folder)
    assert (code, output.splitlines()) == (
        0, [f"已写入 {folder / name}.docx" for name in ("xuexi", "jia", "demo", "outcomes")],
    )  # fmt: skip
    assert sorted(path.name for path in folder.iterdir()) == ["demo.docx", "jia.docx", "outcomes.docx", "xuexi.docx"]
    assert [text for level, text in opened(folder / "xuexi.docx").headings if level == 1] == [
        "一、怎样学〔建议〕", "二、甲社区：网格议事（节选）", "三、并列", "四、楼长工作指引（本库据案例编写）（节选）", "五、成效对照", "六、讨论题",
        "用到的术语", "来源与段落",
    ]  # fmt: skip


def test_a_handout_of_ones_own(small_site: Path, tmp_path: Path) -> None:
    words = ("--cases", "jia,yi", "--sections", "做法与经过，数字", "--tables", "outcomes", "--output", tmp_path)
    assert run(small_site, *words, "--title", "自选讲义", "--date", "2026-03-05")[0] == 0
    word = opened(tmp_path / "handout-jia-yi-outcomes.docx")
    assert word.file.core_properties.title == "自选讲义"
    assert "2026年3月5日" in word.text and "选自《小样例库》，收录截至2026年1月4日" in word.text
    headings = [text for _, text in word.headings]
    assert {"（一）做法与经过", "一、甲社区：网格议事（节选）", "三、成效对照"} <= set(headings)
    assert "（一）背景与起因" not in headings


def test_a_long_title_is_no_fault(small_site: Path, tmp_path: Path) -> None:
    title = "长" * 90
    assert run(small_site, "--cases", "jia", "--title", title, "--output", tmp_path)[0] == 0
    assert opened(tmp_path / "handout-jia.docx").file.core_properties.title == title


def test_a_second_run_needs_leave_to_overwrite_and_gives_the_same_bytes(small_site: Path, tmp_path: Path) -> None:
    assert run(small_site, "jia", "--output", tmp_path)[0] == 0
    path = tmp_path / "jia.docx"
    before = path.read_bytes()
    assert run(small_site, "jia", "--output", tmp_path) == (
        2, f"文件 {path} 已经有了。请换一个文件名，或加 --overwrite 覆盖它。\n",
    )  # fmt: skip
    assert run(small_site, "jia", "--output", tmp_path, "--overwrite")[0] == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("jiaa",), ["没有编号为“jiaa” 的讲义、案例、手册或对照表。是否为“jia”？"]),
        (("火星",), [f"没有编号为“火星” 的讲义、案例、手册或对照表。可用的有 {ALL}。"]),
        ((), [f"没有写要哪份讲义。可用的有 {ALL}；或用 --cases、--manuals、--tables 自选。"]),
        (("--cases", "jai"), ["--cases：没有案例“jai”。是否为“jia”？"]),
        (("--cases", "jia", "--sections", "做法和经过"), ["--sections：选定的案例没有“做法和经过” 这一节。是否为“做法与经过”？"]),
        (("--sections", "数字", "--tables", "outcomes"), ["--sections 要同 --cases 一起写，如 --cases xitang,chengdu --sections 做法与经过。"]),
        (("--tables", "outcome"), ["--tables：没有对照表“outcome”。是否为“outcomes”？"]),
        (("--manuals", "demos"), ["--manuals：没有手册“demos”。是否为“demo”？"]),
        (("jia", "--date", "2026-3-5"), ["--date：“2026-3-5” 应写作年-月-日，如 2026-11-22。是否为“2026-03-05”？"]),
        (("jia", "--title", "讲\x01义"), ["--title：有看不见的控制字符或特殊空格。请重写标题。"]),
        (("jia", "--format", "doc"), ["--format：格式“doc” 不在 docx、pdf、pptx、summary 之中。是否为“docx”？"]),
        (
            ("jiaa", "--cases", "jia,y", "--tables", "x"),
            [
                "没有编号为“jiaa” 的讲义、案例、手册或对照表。是否为“jia”？",
                "--cases：没有案例“y”。是否为“yi”？",
                "--tables：没有对照表“x”。可用的有 outcomes。",
            ],
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_told_whole_and_nothing_is_written(
    small_site: Path, tmp_path: Path, words: tuple[str, ...], says: list[str]
) -> None:
    folder = tmp_path / "out"
    code, output = run(small_site, *words, "--output", folder)
    assert (code, output.splitlines()) == (2, says)
    assert not folder.exists()


def test_a_file_in_place_of_the_folder_is_told(small_site: Path, tmp_path: Path) -> None:
    target = tmp_path / "讲义"
    target.write_text("占位")
    assert run(small_site, "jia", "--output", target) == (
        2, f"文件夹 {target} 建不了（已经有同名的文件）。请换一个位置。\n",
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root 写得进任何文件夹")
def test_a_folder_that_may_not_be_written_is_told(small_site: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, output = run(small_site, "jia", "--output", tmp_path)
    tmp_path.chmod(0o700)
    assert code == 2
    assert output == f"文件 {tmp_path / 'jia.docx'} 写不进去（没有权限）。请关闭正在使用它的程序，或换一个位置。\n"


def test_content_with_errors_makes_no_handout(small_site: Path, tmp_path: Path) -> None:
    (small_site / "content/cases/yi.md").write_text("", "utf-8")
    code, output = run(small_site, "jia", "--output", tmp_path / "out")
    assert code == 1
    assert "content/cases/yi.md:1:1: 文件是空的。" in output
    assert not (tmp_path / "out").exists()

"""The commands as a person or a program uses them: exit codes, words, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def test_check_of_sound_content_says_so_and_exits_0(small_site: Path) -> None:
    assert run("check", "--root", small_site) == (0, "没有发现问题。\n")


def test_check_tells_warnings_and_exits_0(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("只有两栋楼", "只有 37 户，都在5号楼一带"), "utf-8")
    code, output = run("check", "--root", small_site)
    assert code == 0
    assert output == (
        "content/cases/yi.md:14:7: 警告（数字无出处）：数字“37” 在本案的数字表里没有。请加入数字表并写成 fig: 链接，或检查是否写错。\n"
        "共 0 个错误、1 个警告。\n"
    )
    assert "警告（数字无出处）：数字“37”" in run("build", "--root", small_site)[1]


def test_check_as_json_is_for_programs(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("年份未载", "2021-13-01"), "utf-8")
    code, output = run("check", "--root", small_site, "--json")
    assert code == 1
    (item,) = json.loads(output)
    assert (item["path"], item["line"], item["column"], item["level"]) == ("content/cases/yi.md", 54, 10, "error")


def test_build_says_what_to_open(small_site: Path) -> None:
    code, output = run("build", "--root", small_site)
    assert code == 0
    assert f"双击打开：{small_site / 'output/index.html'}" in output


def prepared(site: Path) -> set[str]:
    """The files of the handouts that the site's editors prepared, in all formats."""
    folder = site / "content/handouts"
    return {f"handouts/{path.stem}.{kind}" for path in folder.glob("*.yml") for kind in ("docx", "pdf", "pptx")}


def test_pack_builds_and_says_what_it_wrote(small_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "带走"
    code, output = run("pack", "--root", small_site, "--output", folder)
    (made,) = folder.iterdir()
    assert code == 0
    assert output.endswith(f"已写入 {made}（{made.stat().st_size / 1e6:.1f} MB）\n")
    with zipfile.ZipFile(made) as archive:
        assert {"index.html", "handouts/index.html"} <= set(archive.namelist())
        assert {name for name in archive.namelist() if name.endswith((".docx", ".pdf", ".pptx"))} == prepared(
            small_site
        )
    code, output = run("pack", "--root", small_site, "--output", folder)
    assert code == 2
    assert "--overwrite" in output


def test_pack_of_faulty_content_tells_the_faults_and_writes_nothing(small_site: Path, tmp_path: Path) -> None:
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("年份未载", "2021-13-01"), "utf-8")
    code, output = run("pack", "--root", small_site, "--output", tmp_path / "out")
    assert code == 1
    assert "content/cases/yi.md:54:10" in output
    assert not (tmp_path / "out").exists()


def test_search_lists_places_and_marks_nothing_for_a_pipe(small_site: Path) -> None:
    code, output = run("search", "--root", small_site, "責任片")
    assert code == 0
    assert "“責任片”共 11 处，在 4 页上。" in output
    assert "terms.html#term-wang-ge" in output
    assert "\x1b" not in output


def test_search_as_json_is_for_programs(small_site: Path) -> None:
    found = json.loads(run("search", "--root", small_site, "--json", "--limit", "1", "网格")[1])
    assert found["total"] > len(found["hits"]) == 1
    assert {"page", "anchor", "title", "type", "match", "score", "excerpt"} <= set(found["hits"][0])


def test_search_for_what_is_not_there_says_what_to_try(small_site: Path) -> None:
    code, output = run("search", "--root", small_site, "不在库里")
    assert code == 0
    assert output.startswith("没有找到“不在库里”。")


@pytest.mark.parametrize("query", ["-47.2%", "--", "-x"])
def test_search_takes_signs_for_words(small_site: Path, query: str) -> None:
    assert run("search", "--root", small_site, "--", query)[0] == 0


def test_search_by_a_facet_that_is_not_there_is_wrong_use(small_site: Path) -> None:
    code, output = run("search", "--root", small_site, "网格", "--facet", "省份:火星")
    assert code == 2
    assert output.startswith("省份“火星” 不在 ")
    code, output = run("search", "--root", small_site, "网格", "省份:火星")
    assert (code, output.split(" ")[0]) == (2, "省份“火星”")


def test_search_by_facets_finds_those_pages_only(small_site: Path) -> None:
    for words in (["--facet", "类型=术语", "网格"], ["网格", "类型：术语"]):
        found = json.loads(run("search", "--root", small_site, "--json", "--limit", "99", *words)[1])
        assert {hit["type"] for hit in found["hits"]} == {"术语"}


def test_search_opens_the_best_hit_in_its_place(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    code, output = run("search", "--root", small_site, "責任片", "--open")
    assert (code, opened) == (1, [])
    assert "请先运行 python -m generator build" in output
    page = small_site / "output/terms.html"
    page.parent.mkdir()
    page.touch()
    assert run("search", "--root", small_site, "責任片", "--open")[0] == 0
    assert opened == [f"{page.resolve().as_uri()}?hl=%E8%B4%A3%E4%BB%BB%E7%89%87#term-wang-ge"]


def test_search_tells_related_sections_or_the_nearest_case(small_site: Path) -> None:
    code, output = run("search", "--root", small_site, "--similar", "jia")
    assert code == 0
    assert output.startswith("与“jia”相关的其他小节")
    assert "cases/jia.html" not in output
    code, output = run("search", "--root", small_site, "--similar", "jai")
    assert code == 2
    assert "不在 jia、yi 之中" in output


def test_search_in_content_with_errors_tells_them(small_site: Path) -> None:
    (small_site / "content/cases/yi.md").write_text("", "utf-8")
    code, output = run("search", "--root", small_site, "网格")
    assert code == 1
    assert "文件是空的" in output


def test_search_with_an_index_that_cannot_be_written_is_told(small_site: Path) -> None:
    (small_site / ".cache").write_text("a file where a folder should be", "utf-8")
    code, output = run("search", "--root", small_site, "网格")
    assert code == 1
    assert "检索索引无法使用" in output


@pytest.mark.parametrize(
    "words", [["nonsense"], ["check", "--nonsense"], ["search"], ["check", "--root", "/no/such/folder"]]
)
def test_wrong_use_exits_2(words: list[str]) -> None:
    assert run(*words)[0] == 2


def test_schema_command_writes_what_is_already_there() -> None:
    page, snippets = ROOT / "docs/content-reference.md", ROOT / ".vscode/shijianku.code-snippets"
    before = {path: path.read_bytes() for path in (*sorted((ROOT / "docs/schema").iterdir()), page, snippets)}
    code, output = run("schema")
    after = {path: path.read_bytes() for path in before}
    page.write_bytes(before[page])  # its examples follow the content; test_reference.py holds the rest of it
    assert code == 0
    assert output.splitlines() == [path.relative_to(ROOT).as_posix() for path in before]
    assert {**after, page: b""} == {**before, page: b""}
    assert list((ROOT / "docs/schema").glob("*.json")) and after[page].startswith("# 字段参考".encode())


def test_module_and_version_work_as_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("实践库 ")

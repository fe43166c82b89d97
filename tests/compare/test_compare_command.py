"""``python -m generator compare``: whole outputs on the small site, and every way of asking wrongly."""

# ruff: noqa: E501 - whole messages on their line

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from generator.cli import main
from generator.compare.asking.adhoc import DEFAULT_FIELDS, FIGURES_CAUTION, RequestError, ask
from generator.compare.cells import UNSORTED
from generator.compare.fields.case_fields import all_case_fields
from generator.compare.output.export import to_xlsx
from generator.compare.output.figure_sheet import COLUMNS, READING
from generator.compare.output.terminal import to_text, wrap
from generator.compare.output.wording import cell_words
from generator.compare.rows.figure_rows import MIXED
from generator.library.model import Library
from tests.compare.json_schema import faults

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).resolve().parent / "golden_text"
FIELDS = "牵头主体,组织,机制,数字,指标.satisfaction"
ANSI = re.compile(r"\x1b\[[\d;]*m")


def run(*words: str | Path, width: int = 80) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, words)], env={"COLUMNS": str(width)})


def ask_small(site: Path, *words: str | Path, width: int = 80) -> Result:
    return run("jia", "yi", "--root", site, *words, width=width)


# --- whole outputs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "golden"), [(100, "compare_wide.txt"), (50, "compare_narrow.txt")])
def test_text_is_as_its_golden_file_shows(small_site: Path, width: int, golden: str) -> None:
    """After a wanted change: GOLDEN=overwrite, then read the diff."""
    result = ask_small(small_site, "--fields", FIELDS, width=width)
    assert result.exit_code == 0
    if os.environ.get("GOLDEN") == "overwrite":
        (GOLDEN / golden).write_text(result.output, "utf-8", newline="\n")
    assert result.output == (GOLDEN / golden).read_text("utf-8")


def test_csv_is_the_same_table_with_its_conditions(small_site: Path) -> None:
    result = ask_small(small_site, "--fields", "牵头主体,数字", "--format", "csv")
    table, _, _ = result.stdout_bytes.decode("utf-8").partition(f'\r\n"{COLUMNS[0]}",')
    assert table == (
        '\ufeff"对照项","甲社区","乙小区"\r\n'
        '"牵头主体","甲社区党委（类型：党委）","乙物业公司（类型：企业）"\r\n'
        '"数字","满意度：82%→87%（材料称已实现）（时段：2020年；基期：2019年；口径：入户问卷；范围：甲社区）［段4］\n'
        "投诉量：降低20%（材料称已实现）（范围：甲社区）［段4］\n"
        '走访：1200余户（材料称已实现）（疫情防控期间）（口径：累计；范围：甲社区）［段2］",'
        '"满意度：90%以上（目标）（时段：明年；范围：乙小区）［段2］"\r\n'
        "\r\n"
        '"自选案例对照：甲社区、乙小区各是怎样？"\r\n'
        '"怎样读：各案例同一字段并排，照材料列出，不评高低。名称相同的，所指不一定相同。"\r\n'
        f'"口径提示：{FIGURES_CAUTION}"\r\n'
        '"来源：甲社区：甲社区的一年（未记载，2021-03-05），材料截至：2021年3月"\r\n'
        '"来源：乙小区：乙小区纪事（未记载，年份未载），材料截至：不早于2020年"\r\n'
        '"据公开材料整理，未经本库核实。"\r\n'
    )


def test_the_figures_follow_the_table_one_a_row_typed_with_their_own_notes(small_site: Path) -> None:
    text = ask_small(small_site, "--fields", "牵头主体,数字", "--format", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    block = rows[rows.index([*COLUMNS]) + 1 :]
    judged = COLUMNS.index("可比性")
    assert [",".join(row[:judged] + row[judged + 1 :]) for row in block[: block.index([])]] == [
        "甲社区,走访,1200余户,,,户,材料称已实现,疫情防控期间,材料未说明,不适用,累计,甲社区,未标,段2",
        "甲社区,满意度,82%→87%,87,82,%,材料称已实现,,2020年,2019年,入户问卷,甲社区,满意度,段4",
        "乙小区,满意度,90%以上,,,%,目标,,明年,不适用,材料未说明,乙小区,满意度,段2",
        "甲社区,投诉量,降低20%,-20,,%,材料称已实现,,材料未说明,材料未说明,材料未说明,甲社区,投诉量的变化,段4",
    ]
    assert '"82%→87%",87,82,' in text
    notes = [row[0] for row in block[block.index([]) + 1 :]]
    assert notes[:3] == [
        "自选案例的数字：甲社区、乙小区各是怎样？", f"怎样读：{READING}", f"口径提示：{FIGURES_CAUTION}",
    ]  # fmt: skip
    assert f"{UNSORTED}：{MIXED}" in notes
    assert notes[-1] == "据公开材料整理，未经本库核实。"


def test_json_follows_the_schema_and_leads_to_the_cases(small_site: Path) -> None:
    data = json.loads(ask_small(small_site, "--fields", "数字", "--json").stdout_bytes)
    assert list(faults(data, json.loads((ROOT / "docs/schema/table-data.json").read_text("utf-8")))) == []
    assert (data["id"], data["href"], data["head_label"]) == ("", None, "对照项")
    assert [column["label"] for column in data["parts"][0]["columns"]] == ["甲社区", "乙小区"]
    (row,) = data["parts"][0]["groups"][0]["rows"]
    (goal,) = row["cells"][1]["entries"]
    assert (goal["status"], goal["figure"]["value"], goal["href"]) == ("目标", None, "cases/yi.html#fig-goal")
    assert ask_small(small_site, "--fields", "数字", "--format", "json").stdout_bytes == (
        ask_small(small_site, "--fields", "数字", "--json").stdout_bytes
    )


def test_a_workbook_is_written_as_asked(small_site: Path, tmp_path: Path) -> None:
    result = ask_small(small_site, "--fields", "牵头主体", "--output", tmp_path / "对照.xlsx")
    assert (result.exit_code, result.output) == (0, f"已写入 {tmp_path / '对照.xlsx'}\n")
    rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "对照.xlsx")["对照表"].iter_rows()
    ]
    assert rows[4:6] == [
        ["对照项", "甲社区", "乙小区"],
        ["牵头主体", "甲社区党委（类型：党委）", "乙物业公司（类型：企业）"],
    ]


def test_figures_are_a_sheet_of_their_own_with_typed_numbers(small_site: Path, tmp_path: Path) -> None:
    ask_small(small_site, "--fields", "指标.satisfaction,局限", "--output", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["对照表", "数字", "来源"]
    sheet = book["数字"]
    (title, reading, unchecked, _), (head, *rows) = figures_of(sheet)
    assert head == COLUMNS
    assert title == "自选案例的数字" and "目标不是结果" in reading and "未经本库核实" in unchecked
    assert sheet.auto_filter.ref == "A5:C7", "no button stands on 数 and 前值"
    assert [row[:8] for row in rows] == [
        ("甲社区", "满意度", "82%→87%", 87, 82, "%", "材料称已实现", None),
        ("乙小区", "满意度", "90%以上", None, None, "%", "目标", None),
    ]
    for row, other in zip(rows, ("乙小区", "甲社区"), strict=True):
        told = row[COLUMNS.index("可比性")].split("\n")[-1]
        assert told.startswith("不可比：") and "目标≠已实现" in told
        assert told.endswith(f"（对照：{other}“满意度”）")


def figures_of(sheet: Worksheet) -> tuple[list[str], list[tuple[object, ...]]]:
    """The lines above the figures, and the rows from their header on."""
    rows = list(sheet.iter_rows(values_only=True))
    place = rows.index(COLUMNS)
    return [str(row[0] or "") for row in rows[:place]], rows[place:]


@pytest.mark.parametrize(("fields", "names"), [("局限", ["对照表", "来源"]), ("数字.数值", ["对照表", "数字", "来源"])])
def test_there_is_a_sheet_of_figures_only_where_figures_are_shown(
    small_site: Path, tmp_path: Path, fields: str, names: list[str]
) -> None:
    ask_small(small_site, "--fields", fields, "--output", tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == names


def test_a_measure_that_no_chosen_case_has_makes_no_sheet(real_library: Library) -> None:
    for measure in real_library.measures:
        grid = ask(real_library, ["xitang", "chengdu"], [f"指标.{measure}"])
        assert grid.figures is not None
        shown = [entry for row in grid.rows() for cell in row.cells for entry in cell.entries]
        assert len(list(grid.figures.rows())) == len(shown)
        assert openpyxl.load_workbook(io.BytesIO(to_xlsx(grid))).sheetnames.count("数字") == bool(shown)


def test_the_figures_of_a_csv_are_a_file_beside_it_in_the_same_words_as_the_sheet(
    small_site: Path, tmp_path: Path
) -> None:
    result = ask_small(small_site, "--fields", "数字", "--output", tmp_path / "对照.csv")
    names = ["对照.csv", "对照-数字.csv"]
    assert result.output == "".join(f"已写入 {tmp_path / name}\n" for name in names)
    ask_small(small_site, "--fields", "数字", "--output", tmp_path / "对照.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "对照.xlsx")["数字"]
    rows = list(csv.reader(io.StringIO((tmp_path / names[1]).read_text("utf-8-sig"), newline="")))
    assert rows[: rows.index([])] == [
        ["" if value is None else str(value) for value in row] for row in figures_of(sheet)[1]
    ]
    assert rows[-1] == ["据公开材料整理，未经本库核实。"]
    assert [f"{UNSORTED}：{MIXED}"] in rows


def test_neither_file_is_written_where_one_is_there_already(small_site: Path, tmp_path: Path) -> None:
    beside = tmp_path / "对照-数字.csv"
    beside.write_text("别人的", "utf-8")
    result = ask_small(small_site, "--fields", "数字", "--output", tmp_path / "对照.csv")
    assert result.stderr == f"文件 {beside} 已经有了。请换一个文件名，或加 --overwrite 覆盖它。\n"
    assert (beside.read_text("utf-8"), (tmp_path / "对照.csv").exists()) == ("别人的", False)


@pytest.mark.parametrize("ending", ["txt", "csv", "json"])
def test_a_file_holds_what_the_screen_shows(small_site: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"对照.{ending}"
    assert ask_small(small_site, "--output", file).exit_code == 0
    shown = ask_small(small_site, "--format", "文本" if ending == "txt" else ending, width=100).stdout_bytes
    beside = tmp_path / "对照-数字.csv"
    figures = b"\r\n" + beside.read_bytes().removeprefix(b"\xef\xbb\xbf") if ending == "csv" else b""
    assert file.read_bytes() + figures == shown
    assert b"\x1b" not in shown


def test_a_case_may_be_named_by_its_short_name_and_fields_parted_by_chinese_commas(small_site: Path) -> None:
    by_id = ask_small(small_site, "--fields", "组织,数字")
    assert by_id.output == run("甲社区", "乙小区", "--root", small_site, "--fields", "组织，数字").output
    assert by_id.output == ask_small(small_site, "--fields", "组织", "--fields", "数字、组织").output


def test_a_heading_that_holds_a_comma_is_one_field(real_library: Library) -> None:
    grid = ask(real_library, ["xitang", "chengdu"], ["章节.签共建协议，建联合党组织"])
    assert [row.head.text for row in grid.rows()] == ["章节：签共建协议，建联合党组织"]


def test_a_measure_is_named_in_words(small_library: Library) -> None:
    grid = ask(small_library, ["jia", "yi"], ["指标.satisfaction"])
    assert [row.head.text for row in grid.rows()] == ["指标：满意度"]


def test_without_fields_there_is_a_sensible_choice(small_library: Library) -> None:
    assert [row.head.text for row in ask(small_library, ["jia", "yi"]).rows()] == [*DEFAULT_FIELDS]


# --- figures side by side --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["数字", "数字.数值", "数字.时段", "指标.satisfaction"])
def test_figures_carry_status_and_evidence_and_are_said_not_to_be_ranked(small_library: Library, field: str) -> None:
    grid = ask(small_library, ["jia", "yi"], [field])
    assert FIGURES_CAUTION in grid.cautions
    entries = [entry for row in grid.rows() for cell in row.cells for entry in cell.entries]
    assert entries
    for entry in entries:
        assert entry.status is not None
        assert entry.evidence.paragraphs
        assert entry.quantity is not None


def test_a_bare_figure_names_what_it_counts(small_library: Library) -> None:
    (row,) = ask(small_library, ["jia", "yi"], ["数字.数值"]).rows()
    assert [entry.text for entry in row.cells[0].entries] == ["满意度：82%→87%", "投诉量：降低20%", "走访：1200余户"]


def test_no_column_of_figures_can_be_sorted_by_value(real_library: Library) -> None:
    grid = ask(
        real_library, [*real_library.cases], ["数字", "数字.数值", *(f"指标.{id_}" for id_ in real_library.measures)]
    )
    assert {column.kind.value for part in grid.parts for column in part.columns} == {"text"}


def test_where_no_figure_is_asked_for_no_care_is_told(small_library: Library) -> None:
    assert ask(small_library, ["jia", "yi"], ["组织"]).cautions == ()


# --- asked wrongly ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["jia"], "对照至少要两个案例。请再写一个，如 compare xitang chengdu。"),
        (["jia", "jia"], "案例“jia” 写了两次。请删去一处。"),
        (["jia", "甲社区"], "案例“jia” 写了两次。请删去一处。"),
        (["jia", "yii"], "没有案例“yii”。是否为“yi”？"),
        (["jia", "qqq"], "没有案例“qqq”。可用的有 jia、yi。"),
        (["jia", "yi", "--fields", "组识"], "--fields：没有“组识” 这个字段。是否为“组织”？"),
        (["jia", "yi", "--fields", "组织.主题"], "--fields：没有“组织.主题” 这个字段。是否为“组织.主体”？"),
        (["jia", "yi", "--fields", "指标.satisfied"], "--fields：没有“指标.satisfied” 这个字段。是否为“指标.satisfaction”？"),
        (["jia", "甲", "--fields", "组识,牵头"], "没有案例“甲”。是否为“甲社区”？\n--fields：没有“组识” 这个字段。是否为“组织”？\n--fields：没有“牵头” 这个字段。是否为“牵头主体”？"),
        (["jia", "yi", "--fields", "qqq"], "--fields：没有“qqq” 这个字段。可用的有 案例、标题、导语、地点、省份、场景、牵头主体、主体类型、来源、材料截至、问题、组织、机制、实践点、数字、荣誉、可复制要点、局限、时间线、文件与标准、指标.…、机制类别.…、章节.…、条款，写法见 docs/table-specs.md。"),
        (["jia", "yi", "--format", "xlsx"], "xlsx 不能显示在屏幕上。请加 --output 和文件名，如 --output 对照.xlsx。"),
        (["jia", "yi", "--json", "--format", "csv"], "--json 和 --format csv 不能同时用。请留下一个。"),
        (["jia", "yi", "--format", "csv", "--output", "a.xlsx"], "文件名 a.xlsx 同 --format csv 不一致。请改文件名，或改用 --format xlsx。"),
        (["jia", "yi", "--output", "a.docx"], "文件名 a.docx 看不出格式。请以 .txt、.csv、.xlsx、.json 结尾，或另写 --format。"),
        (["jia", "yi", "--output", "no/such/a.csv"], "没有文件夹 no/such。请先建立它，或换一个位置。"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_with_the_nearest_right_word(
    small_site: Path, words: list[str], message: str
) -> None:
    result = run(*words, "--root", small_site)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{message}\n")


@pytest.mark.parametrize("words", [[], ["jia", "yi", "--format", "pdf"], ["jia", "yi", "--nonsense"]])
def test_wrong_use_exits_2(small_site: Path, words: list[str]) -> None:
    assert run(*words, "--root", small_site).exit_code == 2


def test_content_with_errors_is_told_and_nothing_is_written(small_site: Path, tmp_path: Path) -> None:
    (small_site / "content/cases/yi.md").write_text("", "utf-8")
    result = ask_small(small_site, "--output", tmp_path / "a.csv")
    assert result.exit_code == 1
    assert "文件是空的" in result.stderr
    assert not (tmp_path / "a.csv").exists()


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_file_that_is_there_stays_unless_told(small_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "a.csv"
    file.write_text("别人的", "utf-8")
    refused = ask_small(small_site, "--output", file)
    assert (refused.exit_code, refused.stderr) == (
        2,
        f"文件 {file} 已经有了。请换一个文件名，或加 --overwrite 覆盖它。\n",
    )
    assert file.read_text("utf-8") == "别人的"
    assert ask_small(small_site, "--output", file, "--overwrite").exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {path.name for path in folder.iterdir()} == {"a.csv", "a-数字.csv"}


def test_a_folder_is_not_written_to(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert ask_small(small_site, "--output", tmp_path / "a.csv", "--overwrite").stderr == (
        f"{tmp_path / 'a.csv'} 是文件夹。请写文件名。\n"
    )


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "a.csv"
    file.write_text("旧的", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = ask_small(small_site, "--output", file, "--overwrite")
    assert result.exit_code == 2
    assert result.stderr == f"文件 {file} 写不进去（磁盘已满）。请关闭正在使用它的程序，或换一个位置。\n"
    assert [path.name for path in folder.iterdir()] == ["a.csv"]
    assert file.read_text("utf-8") == "旧的"


@pytest.mark.skipif(os.name == "nt", reason="模式是 POSIX 的")
def test_a_written_file_may_be_read_like_any_new_file(small_site: Path, tmp_path: Path) -> None:
    ask_small(small_site, "--output", tmp_path / "a.csv")
    (tmp_path / "b.csv").write_text("")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "b.csv").stat().st_mode


# --- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, 60, 80, 137, 300])
def test_text_keeps_within_its_width_and_loses_nothing(real_library: Library, width: int) -> None:
    grid = ask(real_library, ["xitang", "chengdu", "xiaoshan"], ["牵头主体", "组织", "数字", "局限", "条款"])
    text = ANSI.sub("", to_text(grid, width))
    assert max(cell_len(line) for line in text.split("\n")) <= width
    # Side by side, a cell's words are spread over lines; in blocks they can be read off.
    if width < 80:
        said = letters(text)
        for row in grid.rows():
            for cell in row.cells:
                for entry in cell_words(cell).split("\n"):
                    assert letters(entry) in said
    words = letters("".join(cell_words(cell) for row in grid.rows() for cell in row.cells))
    assert Counter(words) <= Counter(letters(text))


def letters(text: str) -> str:
    """Words without what a layout adds."""
    return re.sub(r"[\s│─┼-]", "", text)


def test_words_of_every_column_can_be_read_down_side_by_side(small_library: Library) -> None:
    grid = ask(small_library, ["jia", "yi"], ["数字", "组织", "局限"])
    lines = ANSI.sub("", to_text(grid, 100)).split("\n")
    columns = [
        letters("".join(parts)) for parts in zip(*(line.split("│") for line in lines if "│" in line), strict=True)
    ]
    for row in grid.rows():
        for number, cell in enumerate(row.cells, start=1):
            assert letters(cell_words(cell)) in columns[number]


@given(st.text(max_size=60), st.integers(min_value=2, max_value=40))
def test_wrapping_loses_no_character_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    bare = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", bare)


def test_no_line_begins_with_a_sign_that_ends_a_clause() -> None:
    lines = wrap("材料说明了，没有说明的、也没有写的；“两队一站”（志愿）都在这里。" * 5, 20)
    assert not [line for line in lines if line[0] in "，。、；：”）"]
    assert not [line for line in lines if line[-1] in "“（"]


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    assert wrap("甲\x1b[2J乙\x07丙", 20) == ["甲[2J乙丙"]


# --- documents -------------------------------------------------------------------------------------------------------


def test_every_default_field_exists(small_library: Library) -> None:
    assert set(DEFAULT_FIELDS) <= set(all_case_fields(small_library))


def test_every_field_of_the_library_can_be_asked_for(small_library: Library) -> None:
    grid = ask(small_library, ["jia", "yi"], all_case_fields(small_library))
    assert len(list(grid.rows())) == len(all_case_fields(small_library))
    assert to_text(grid, 100)


def test_a_request_tells_everything_wrong_at_once(small_library: Library) -> None:
    with pytest.raises(RequestError, match=r"没有案例.*\n.*没有案例"):
        ask(small_library, ["a", "b"])

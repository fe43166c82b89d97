"""The JSON of a table: as its schema says, and with everything that the workbook holds, no more and no less."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.compare.cells import Grid
from generator.compare.grid import build_grid
from generator.compare.output.export import to_xlsx
from generator.compare.output.json_export import to_json
from generator.compare.output.table_data import SCHEMA, VERSION, TableData
from generator.library.model import Library
from tests.compare.json_schema import faults
from tests.compare.test_table_export import grid_of

ROOT = Path(__file__).resolve().parents[2]
TABLES = sorted(path.stem for path in (ROOT / "content/tables").glob("*.yml"))
FIGURE = ("数", "前值", "单位", "状态", "标记", "依据")
Json = dict[str, Any]
Row = list[object]


def data_of(grid: Grid) -> Json:
    return json.loads(to_json(grid))


def shipped(library: Library, id_: str) -> Grid:
    return build_grid(id_, library.tables[id_], library)


def figure_entry(literal: str) -> Json:
    return data_of(grid_of(("数值", literal)))["parts"][0]["groups"][0]["rows"][0]["cells"][0]["entries"][0]


# --- the schema ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", TABLES)
def test_every_shipped_table_is_as_the_shipped_schema_says(real_library: Library, id_: str) -> None:
    schema = json.loads((ROOT / "docs/schema/table-data.json").read_text("utf-8"))
    data = data_of(shipped(real_library, id_))
    assert list(faults(data, schema)) == []
    assert (data["schema"], data["version"]) == (SCHEMA, VERSION)
    TableData.model_validate_json(to_json(shipped(real_library, id_)))


def test_the_schema_refuses_what_it_does_not_know(small_library: Library) -> None:
    schema = json.loads((ROOT / "docs/schema/table-data.json").read_text("utf-8"))
    data = data_of(shipped(small_library, "outcomes"))
    data["rank"] = 1
    data["parts"][0]["groups"][0]["rows"][0]["head"]["status"] = "第一名"
    del data["disclaimer"]
    assert [fault.rpartition(": ")[2] for fault in faults(data, schema)] == [
        "no disclaimer",
        "'第一名' not in enum",
        "unknown rank",
    ]


def test_every_key_of_the_schema_is_explained() -> None:
    guide = (ROOT / "docs/table-data.md").read_text("utf-8")
    schema = json.loads((ROOT / "docs/schema/table-data.json").read_text("utf-8"))
    described = [schema, *(part for part in schema["$defs"].values() if part["type"] == "object")]
    for part in described:
        for name, field in part["properties"].items():
            assert f"`{name}`" in guide, name
            assert field.get("description"), name


# --- what it says ----------------------------------------------------------------------------------------------------


def test_a_figure_carries_its_literal_status_conditions_evidence_and_place(small_library: Library) -> None:
    rows = data_of(shipped(small_library, "outcomes"))["parts"][0]["groups"][0]["rows"]
    row = next(row for row in rows if row["id"] == "row-jia-satisfied")
    assert (row["owner"], row["href"]) == ("甲社区", "tables/outcomes.html#row-jia-satisfied")
    assert row["cells"][2]["entries"] == [
        {
            "text": "82%→87%",
            "status": "材料称已实现",
            "evidence": [{"source": "jia-report", "paragraph": "P04", "label": "段4"}],
            "href": "cases/jia.html#fig-satisfied",
            "figure": {"literal": "82%→87%", "value": 87, "start": 82, "unit": "%", "approx": "", "direction": ""},
        }
    ]


@pytest.mark.parametrize(
    ("literal", "value", "start", "approx", "direction"),
    [
        ("降低47.2%", -47.2, None, "", "down"),
        ("2912户", 2912, None, "", ""),
        ("82%→87%", 87, 82, "", ""),
        ("近20%", None, None, "近", ""),
        ("70%以上", None, None, "以上", ""),
        ("近82%→87%", None, None, "近", ""),
        ("全覆盖", None, None, "", ""),
    ],
)
def test_only_an_exact_number_is_given_as_a_number(
    literal: str, value: float | None, start: float | None, approx: str, direction: str
) -> None:
    figure = figure_entry(literal)["figure"]
    assert figure["literal"] == literal
    assert (figure["value"], figure["start"], figure["approx"], figure["direction"]) == (
        value,
        start,
        approx,
        direction,
    )


def test_a_whole_number_has_no_decimal_point() -> None:
    assert '"value": 2912,' in to_json(grid_of(("数值", "2912户"))).decode()


def test_a_blank_cell_says_why(small_library: Library) -> None:
    grid = shipped(small_library, "outcomes")
    cells = [
        cell
        for part in data_of(grid)["parts"]
        for group in part["groups"]
        for r in group["rows"]
        for cell in r["cells"]
    ]
    assert all(("entries" in cell) != ("blank" in cell) for cell in cells)


def test_the_same_grid_gives_the_same_bytes_without_bom(small_library: Library) -> None:
    grid = shipped(small_library, "outcomes")
    assert to_json(grid) == to_json(shipped(small_library, "outcomes"))
    assert to_json(grid).startswith(b'{\n "schema"')


def test_every_link_leads_to_a_page_and_anchor_of_the_built_site(real_library: Library, built_site: Path) -> None:
    for id_ in real_library.tables:
        data = json.loads((built_site / f"tables/{id_}.json").read_bytes())
        for href in set(links(data)):
            page, _, anchor = href.partition("#")
            html = (built_site / page).read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in html, href


def links(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("href"), str):
            yield value["href"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from links(item)


# --- the workbook, rebuilt from the JSON -----------------------------------------------------------------------------


@pytest.mark.parametrize("id_", TABLES)
def test_the_workbook_holds_what_the_json_says_cell_by_cell(real_library: Library, id_: str) -> None:
    grid = shipped(real_library, id_)
    data = data_of(grid)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(grid)))
    wanted = {"对照表": list(table_sheet(data)), "来源": list(source_sheet(data))}
    if data["summary"]:
        wanted["小结"] = list(summary_sheet(data["summary"]))
    assert set(book.sheetnames) == set(wanted)
    for name, rows in wanted.items():
        assert values(book[name]) == [padded(row, book[name].max_column) for row in rows], name


def values(sheet: Worksheet) -> list[Row]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def padded(row: Row, width: int) -> Row:
    told = [None if value == "" else value for value in row]
    return told + [None] * (width - len(told))


def table_sheet(data: Json) -> Iterator[Row]:
    yield [f"{data['question']}（{data['title']}）"]
    yield [data["reading"]]
    yield [f"{data['disclaimer']}。材料截至见“来源”表。"]
    yield []
    places, columns = places_of(data), columns_of(data)
    labels = [[label, *FIGURE] if kind == "figure" else [label] for label, kind in columns]
    yield [*places, data["head_label"], *(name for names in labels for name in names)]
    for part, group, row in rows_of(data):
        told = {"部分": part.get("heading", ""), "分组": group.get("heading", ""), data["owner_label"]: owner(row)}
        cells = dict(zip(((c["label"], c["kind"]) for c in part["columns"]), row["cells"], strict=True))
        shown = (cell_values(cells.get(column), column[1]) for column in columns)
        yield [*(told[name] for name in places), row["head"]["text"], *(value for cell in shown for value in cell)]
    yield []
    for note in notes(data):
        yield [note]


def rows_of(data: Json) -> Iterator[tuple[Json, Json, Json]]:
    for part in data["parts"]:
        for group in part["groups"]:
            for row in group["rows"]:
                yield part, group, row


def owner(row: Json) -> str:
    return row.get("owner_name") or row.get("owner", "")


def places_of(data: Json) -> list[str]:
    rows = list(rows_of(data))
    named = [(group["heading"], row) for _, group, row in rows if "heading" in group]
    return [
        *(["部分"] if len(data["parts"]) > 1 else []),
        *(["分组"] if any(heading != owner(row) for heading, row in named) else []),
        *([data["owner_label"]] if any(owner(row) for _, _, row in rows) else []),
    ]


def columns_of(data: Json) -> list[tuple[str, str]]:
    widest = sorted(data["parts"], key=lambda part: -len(part["columns"]))
    return list(dict.fromkeys((column["label"], column["kind"]) for part in widest for column in part["columns"]))


def cell_values(cell: Json | None, kind: str) -> Row:
    entries = cell.get("entries", []) if cell else []
    if kind == "figure":
        return figure_values(entries[0]) if entries else [""] * (1 + len(FIGURE))
    if kind == "count":
        return [entries[0]["count"] if entries else ""]
    return ["\n".join(map(words, entries)) or cell["blank"] if cell else ""]


def figure_values(entry: Json) -> Row:
    figure = entry["figure"]
    numbers = ["" if number is None else number for number in (figure["value"], figure["start"])]
    marks = [figure["unit"], entry.get("status", ""), "、".join(entry.get("flags", [])), evidence(entry)]
    return [figure["literal"], *numbers, *marks]


def words(entry: Json) -> str:
    cares_ = [word for word in (entry.get("status"), *entry.get("flags", [])) if word]
    if not entry["text"]:
        return "、".join(filter(None, [*cares_, evidence(entry)]))
    cares = "".join(f"（{word}）" for word in cares_)
    notes_ = "；".join(f"{note['label']}：{note['text']}" for note in entry.get("notes", []))
    told = evidence(entry)
    return entry["text"] + cares + (f"（{notes_}）" if notes_ else "") + (f"［{told}］" if told else "")


def evidence(entry: Json) -> str:
    labels = [paragraph["label"] for paragraph in entry.get("evidence", [])]
    return entry.get("evidence_words") or "、".join([*labels, *filter(None, [entry.get("editorial")])])


def notes(data: Json) -> Iterator[str]:
    yield from (f"口径提示：{text}" for text in data["cautions"])
    if data["summary"]:
        names = data["summary"]["columns"][1:]
        yield f"小结：{data['summary']['heading']}"
        for row in data["summary"]["rows"]:
            counted = "，".join(f"{name} {count} 条" for name, count in zip(names, row["counts"], strict=True))
            yield f"小结：{row['name']}：{counted}"
    heads = [row["head"] for _, _, row in rows_of(data)]
    yield from dict.fromkeys(
        f"{head['text']}，{note['label']}：{note['text']}" for head in heads for note in head.get("notes", [])
    )
    groups = [group for part in data["parts"] for group in part["groups"] if "note" in group]
    yield from sorted({f"{group['heading']}：{group['note']}" for group in groups})
    yield from (f"注：{text}" for text in data["footnotes"])
    for source in data["sources"]:
        said = f"{'、'.join(source['cases'])}：{source['title']}（{source['publisher']}，{source['date']}）"
        yield f"来源：{said}，材料截至：{source['as_of']}"
    yield f"{data['disclaimer']}。"


def source_sheet(data: Json) -> Iterator[Row]:
    yield ["案例", "题名", "发布者", "日期", "材料截至", "段", "段落开头"]
    for source in data["sources"]:
        told = ["、".join(source["cases"]), source["title"], source["publisher"], source["date"], source["as_of"]]
        for paragraph in source["paragraphs"]:
            yield [*told, paragraph["label"], f"{paragraph['opening']}……"]


def summary_sheet(summary: Json) -> Iterator[Row]:
    yield list(summary["columns"])
    for row in summary["rows"]:
        yield [row["name"], *row["counts"]]

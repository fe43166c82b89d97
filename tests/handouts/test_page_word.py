"""The Word file that the page makes by itself is the one that the command makes: the same text, styles, tables and pages."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from generator.handouts.asking import Request, asked
from generator.handouts.docx.writer import to_docx
from generator.handouts.making.compose import make_document
from generator.library.model import Library
from generator.library.sections import Section
from generator.site.handout_scripts import handout_scripts
from generator.views.page import PageView

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LONG_TITLE = "景区党建引领物业管理和基层治理实践案例学习讲义（2026年第一期）"
ALL_TABLES = (
    "governance", "outcomes", "problems", "mechanisms", "teams", "consultation", "documents", "grids", "timetable", "clauses",
)  # fmt: skip
REQUESTS = {
    "one-case": Request(cases=("xitang",), title="西塘", date="2026-11-26"),
    "two-cases": Request(cases=("chengdu", "dianjian"), title=LONG_TITLE),
    "sections": Request(cases=("xiaoshan", "chengyang"), sections=("做法与经过", "成效与反响"), title="做法"),
    "subsection": Request(cases=("xitang",), sections=("难点拿到联席会议上议",), title="联席会议"),
    "manual": Request(manuals=("guanjia",), title="红色管家"),
    "all-manuals": Request(manuals=("chuangjian", "jingqu", "shifan", "xietong"), title="手册"),
    "tables": Request(tables=ALL_TABLES, title="对照表"),
    "mixed": Request(cases=("xitang",), manuals=("guanjia",), tables=("outcomes", "clauses"), title="<综合> & “引号”"),
}


def basket(request: Request, library: Library) -> dict[str, object]:
    """What the page's basket holds when a reader asks for the same."""
    ((_, spec),) = asked(request, library).items()
    items = []
    for part in spec.parts:
        name = f"{part.kind}:{getattr(part, part.kind)}"
        taken = [section for section in _sections(part.case, library) if section.title in part.sections]
        pieces = [inner.anchor for section in taken for inner in section.walk()]
        items.append({"unit": name, "pieces": pieces or None})
    return {"items": items, "cover": {"title": spec.title, "subtitle": spec.subtitle, "date": request.date}}


def _sections(case: str, library: Library) -> list[Section]:
    return [section for part in (library.cases[case].parts if case else ()) for section in part.walk()]


@pytest.fixture(scope="module")
def data(real_library: Library, real_pages: list[PageView], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    offered = {page.basket.partition("/")[0] for page in real_pages}
    for path, content in handout_scripts(real_library, offered):
        (folder / Path(path).name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def made(data: Path, real_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("made")
    baskets = {name: basket(request, real_library) for name, request in REQUESTS.items()}
    script = ROOT / "tests/js/make_handout.js"
    subprocess.run(["node", script, data, folder], input=json.dumps(baskets).encode(), check=True, timeout=120)
    return {name: (folder / f"{name}.docx").read_bytes() for name in REQUESTS}


@pytest.mark.parametrize("name", REQUESTS)
def test_it_is_the_file_that_the_command_makes(name: str, made: Mapping[str, bytes], real_library: Library) -> None:
    ((_, spec),) = asked(REQUESTS[name], real_library).items()
    assert told(made[name]) == told(to_docx(make_document(spec, real_library)))


def told(content: bytes) -> list[str]:
    """The document, a block a line, and all other parts that say anything; footers where they are used."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for reference in root.iter(f"{W}footerReference"):
            reference.set("footer", package.read(f"word/{targets[reference.attrib.pop(f'{R}id')]}").decode())
        for blip in root.iter(f"{A}blip"):
            assert package.read(f"word/{targets[blip.attrib.pop(f'{R}embed')]}")
        parts = [
            f"{name} {package.read(name).decode()}"
            for name in sorted(package.namelist())
            if not re.search(r"document\.xml|footer|Content_Types|media/", name)
        ]
    return [str(_tree(block)) for block in root[0]] + parts


def _tree(element: etree._Element) -> tuple[object, ...]:
    inside = [_tree(child) for child in element]
    return (element.tag.replace(W, ""), sorted(element.attrib.items()), element.text or "", inside)

"""The site as a whole: what every page has, and that pages, search and links agree."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.library.address import Address
from generator.library.model import Library
from generator.search.records import records
from generator.site.facts import facts_json
from generator.site.files import site_files
from generator.site.publish import publish_site
from generator.site.writing import SiteError, SiteFolder
from generator.views.page import PageView
from generator.views.render import DISCLAIMER, edition
from generator.views.site import all_pages
from tests.site.pages import publish


def test_every_page_says_that_the_library_has_not_verified_and_until_when(
    small_library: Library, pages: Mapping[str, str]
) -> None:
    for path, html in pages.items():
        assert DISCLAIMER in html, path
        assert f"收录截至 {edition(small_library)}" in html, path


def test_the_edition_is_the_latest_entry_and_not_the_day_of_the_build(small_library: Library) -> None:
    assert edition(small_library) == "2026-01-04"


def test_every_section_is_on_its_page_once_with_its_records(small_library: Library, pages: Mapping[str, str]) -> None:
    for view in all_pages(small_library):
        html = pages[view.address.page]
        for section in view.sections:
            assert len(re.findall(f'\\bid="{re.escape(section.anchor)}"', html)) == 1, (view.address, section.anchor)
            assert section.html in html, (view.address, section.anchor)


def test_every_record_of_search_stands_in_a_page(small_library: Library, pages: Mapping[str, str]) -> None:
    found = records(all_pages(small_library))
    assert {"案例", "表", "术语", "来源", "手册", "条款", "检查表", "表单"} <= {record.kind for record in found}


def test_anchors_are_unique_on_every_page(pages: Mapping[str, str]) -> None:
    for path, html in pages.items():
        anchors = re.findall(r'\bid="([^"]*)"', html)
        assert len(anchors) == len(set(anchors)), path


def test_no_page_has_inline_script_or_style(pages: Mapping[str, str]) -> None:
    for path, html in pages.items():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html), path
        assert "default-src 'none'" in unescape(html), path


def test_every_link_inside_the_site_leads_somewhere(small_library: Library, tmp_path: Path) -> None:
    publish(small_library, tmp_path)
    broken = []
    for page in sorted(tmp_path.rglob("*.html")):
        path = page.relative_to(tmp_path).as_posix()
        for link in re.findall(r'\b(?:href|src|action)="([^"]*)"', page.read_text("utf-8")):
            target, _, anchor = unescape(link).partition("#")
            file = (
                tmp_path
                / posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.partition("?")[0])))
                if target
                else page
            )
            if not file.is_file() or (anchor and f'id="{unquote(anchor)}"' not in file.read_text("utf-8")):
                broken.append((path, link))
    assert broken == []


def test_the_current_place_is_marked_in_the_navigation(pages: Mapping[str, str]) -> None:
    assert '<a href="../cases/index.html" aria-current="true">案例</a>' in pages["cases/jia.html"]
    assert '<a href="terms.html" aria-current="page">术语</a>' in pages["terms.html"]
    assert "aria-current" not in pages["index.html"].split("</nav>")[0]


def test_the_search_form_works_without_script_from_every_folder(pages: Mapping[str, str]) -> None:
    assert 'action="search.html" method="get"' in pages["terms.html"]
    assert 'action="../search.html" method="get"' in pages["cases/jia.html"]
    assert 'action="../../search.html" method="get"' in next(
        html for path, html in pages.items() if path.startswith("cases/by/")
    )


def test_a_case_page_with_its_css_and_js_stays_under_150_kb(built_site: Path) -> None:
    shared = sum((built_site / "assets" / name).stat().st_size for name in ("site.css", "site.js"))
    sizes = {page.name: page.stat().st_size + shared for page in (built_site / "cases").glob("*.html")}
    assert max(sizes.values()) < 150_000, sizes


def test_facts_hold_every_record_as_the_source_gives_it(small_library: Library) -> None:
    facts = json.loads(facts_json(small_library))
    assert len(facts) == sum(1 for case in small_library.cases.values() for _ in case.all_rows())
    satisfied = next(fact for fact in facts if fact["id"] == "satisfied")
    assert satisfied == {
        "case": "jia",
        "id": "satisfied",
        "type": "数字",
        "label": "满意度",
        "literal": "82%→87%",
        "value": 87.0,
        "unit": "%",
        "approx": "",
        "status": "已实现",
        "basis": "入户问卷",
        "period": "2020年",
        "baseline": "2019年",
        "scope": "甲社区",
        "measure": "satisfaction",
        "evidence": "P04",
        "source": "jia-report",
        "page": "cases/jia.html#fig-satisfied",
    }
    later = next(fact for fact in facts if fact["id"] == "later")
    assert (later["literal"], later["label"], later["status"], later["value"]) == (
        "8月底前",
        "推到全社区",
        "目标",
        None,
    )
    assert next(fact for fact in facts if fact["id"] == "rules")["status"] == "仅见名称"


def test_tables_are_written_for_download_and_search_gets_its_shards(small_library: Library) -> None:
    paths = {file.path for file in site_files(small_library, all_pages(small_library), Path("theme"))}
    assert {
        "tables/outcomes.csv",
        "tables/outcomes.xlsx",
        "data/facts.json",
        "assets/lists.css",
        "assets/site.css",
        "assets/case-filter.js",
        "assets/site.js",
    } <= paths
    assert any(path.startswith("search/") for path in paths)


@pytest.mark.parametrize(
    "path",
    [
        "../outside.html",
        "/etc/outside.html",
        "cases/../../outside.html",
        "C:/outside.html",
        "a\\b.html",
        "",
        "./a.html",
    ],
)
def test_no_path_leaves_the_output_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(SiteError) as raised:
        SiteFolder(tmp_path / "site").write(path, b"", "页面“甲”")
    assert str(raised.value) == f"页面“甲”：路径“{path}” 不在输出文件夹之内。请改它的编号。"
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("second", ["cases/a.html", "cases/A.html"])
def test_two_pages_for_one_path_are_both_named(tmp_path: Path, second: str) -> None:
    folder = SiteFolder(tmp_path)
    folder.write("cases/a.html", b"first", "页面“甲”")
    with pytest.raises(SiteError) as raised:
        folder.write(second, b"second", "页面“乙”")
    assert str(raised.value) == f"两样内容要写到同一个文件 {second}：页面“甲”；页面“乙”。请改其中一个的编号。"
    assert (tmp_path / "cases/a.html").read_bytes() == b"first"


def test_two_views_for_one_path_stop_the_site(small_library: Library, tmp_path: Path) -> None:
    twice = [PageView(Address("about.html"), title, "table-list.html") for title in ("关于", "又一页")]
    with pytest.raises(SiteError, match=r"两样内容要写到同一个文件 about\.html：页面“关于”；页面“又一页”"):
        publish_site(small_library, twice, tmp_path)

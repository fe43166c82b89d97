"""No file of a built site names an outside host, but for links that content has."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.library.linking.references import outside_links
from generator.library.model import Library
from generator.paths import Project
from generator.report import Diagnostics
from generator.site.gate import check_hosts
from generator.site.writing import SiteError


def site(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_real_site_passes(built_site: Path, real_library: Library) -> None:
    check_hosts(built_site, real_library)


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example.com/x.js"></script>',
        '<img src="//img.example.cn/a.png">',
        "body { background: url(http://example.org/a.png) }",
        "var address = 'https://api.example.com';",
    ],
)
def test_an_outside_host_is_told_with_file_and_address(text: str, tmp_path: Path, small_library: Library) -> None:
    with pytest.raises(SiteError, match=r"cases/a\.html 提到外网地址 \S*//\S*example"):
        check_hosts(site(tmp_path, cases__a_html=text), small_library)


@pytest.mark.parametrize(
    "text", ["// a remark", "a = b // c.d", '<svg xmlns="http://www.w3.org/2000/svg">', "10//2.5 与 a//b"]
)
def test_what_is_no_address_passes(text: str, tmp_path: Path, small_library: Library) -> None:
    check_hosts(site(tmp_path, a_js=text), small_library)


def test_a_link_of_the_content_is_marked_on_its_page_and_passes(small_site: Path, tmp_path: Path) -> None:
    case = small_site / "content/cases/jia.md"
    text = case.read_text("utf-8")
    place = text.index("\n## ")
    linked = "\n## 背景与起因\n\n见[公报](https://www.example.gov.cn/a?b=1&c=2)。\n"
    case.write_text(text[:place] + text[place:].replace("\n## 背景与起因\n", linked, 1), "utf-8")
    diagnostics = Diagnostics()
    assert build(Project(small_site), tmp_path / "out", diagnostics), list(map(str, diagnostics))
    for name in ("cases/jia.html", "version.html"):
        assert "（需联网）" in (tmp_path / "out" / name).read_text("utf-8"), name


def test_a_theme_that_loads_from_outside_stops_the_build(
    small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.gate.VOCABULARIES", ())
    diagnostics = Diagnostics()
    assert build(Project(small_site), tmp_path / "out", diagnostics) is None
    assert "不能引用外网" in str(diagnostics.errors[0])
    assert not (tmp_path / "out").exists()


def test_a_library_without_outside_links_lists_none(real_library: Library) -> None:
    assert outside_links(real_library.destinations) == ()

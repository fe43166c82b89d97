"""The service worker knows every file of the site as it is, nothing else, and the same site makes the same worker."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.library.model import Library
from generator.site.offline import MANIFEST, WORKER, manifest, worker


def told(script: bytes) -> dict[str, Any]:
    """What the build wrote before the worker's own lines."""
    found = re.match(r"self\.PracticeOffline = (\{.*?\n\});\n", script.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, size in {"index.html": 10, "assets/site.css": 10, "cases/a.html": 10, "search/a.js": 10, "data/a.js": 10,
                       "handouts/index.html": 10, "handouts/a.docx": 10, ".hidden": 10}.items():  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name[:1].encode() * size)
    return tmp_path


def test_every_file_of_the_real_site_is_listed_with_its_hash(built_site: Path, real_library: Library) -> None:
    script = (built_site / WORKER).read_bytes()
    listed = told(script)
    there = {path.relative_to(built_site).as_posix(): path for path in built_site.rglob("*") if path.is_file()}
    del there[WORKER], there[".shijianku.json"]
    assert {**listed["now"], **listed["later"]} == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for name, path in there.items()
    }
    assert listed["id"] == real_library.about.meta.id
    assert all(name.startswith("handouts/") for name in listed["later"])
    assert script == worker(built_site, real_library)


def test_another_byte_is_another_version(site: Path, small_library: Library) -> None:
    before = told(worker(site, small_library))["version"]
    (site / "cases/a.html").write_bytes(b"other")
    assert told(worker(site, small_library))["version"] != before


def test_the_same_bytes_under_another_name_are_another_version(site: Path, small_library: Library) -> None:
    before = told(worker(site, small_library))["version"]
    (site / "cases/a.html").rename(site / "cases/b.html")
    assert told(worker(site, small_library))["version"] != before


@pytest.mark.parametrize(
    ("bound", "now"),
    [
        (60, {"assets/site.css", "index.html", "search/a.js", "data/a.js", "cases/a.html", "handouts/index.html"}),
        (45, {"assets/site.css", "index.html", "search/a.js", "data/a.js"}),
        (9, set()),
    ],
)
def test_what_is_kept_at_once_keeps_the_bound(bound: int, now: set[str], site: Path, small_library: Library) -> None:
    listed = told(worker(site, small_library, bound))
    assert set(listed["now"]) == now
    assert "handouts/a.docx" in listed["later"]
    assert len(listed["now"]) + len(listed["later"]) == 7


def test_the_manifest_names_the_library_and_pictures_that_are_there(built_site: Path, real_library: Library) -> None:
    app = json.loads((built_site / MANIFEST).read_text("utf-8"))
    assert (built_site / MANIFEST).read_bytes() == manifest(real_library)
    assert (app["name"], app["lang"], app["start_url"], app["display"]) == (
        real_library.about.meta.title,
        "zh-CN",
        "index.html",
        "standalone",
    )
    for icon in app["icons"]:
        content = (built_site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert content.startswith(b"\x89PNG")
            assert icon["sizes"] == "{}x{}".format(*(int.from_bytes(content[at : at + 4]) for at in (16, 20)))

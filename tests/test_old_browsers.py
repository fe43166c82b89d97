"""Every script of a built site runs on the oldest browsers we serve; the checker itself is tested in tests/js."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def check(folder: Path) -> tuple[int, list[str]]:
    """Run the checker over a folder; return its exit code and lines."""
    command = ["node", str(ROOT / "tests/js/check_baseline.js"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    assert done.stderr == "", done.stderr
    return done.returncode, done.stdout.splitlines()


def test_every_script_of_the_site_is_es2019_and_names_no_newer_api(built_site: Path) -> None:
    scripts = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*.js")]
    assert {"search/manifest.js", "assets/search.js", "data/compare/index.js"} <= set(scripts)
    assert check(built_site) == (0, [f"{len(scripts)} scripts"])


def test_a_script_that_only_newer_browsers_run_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/manifest.js").write_text("var a;\nfetch(a);\n", encoding="utf-8")
    (tmp_path / "page.js").write_text("a?.b", encoding="utf-8")
    code, (count, *faults) = check(tmp_path)
    assert (code, count) == (1, "2 scripts")
    assert [fault.partition(" (")[0] for fault in faults] == ["page.js:1: syntax", "search/manifest.js:2: fetch"]

"""The build as a whole: repeatable, whole or nothing, the same by Pelican alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.output import MANIFEST
from generator.paths import Project
from generator.report import Diagnostics

ROOT = Path(__file__).resolve().parent.parent


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_byte_identical(built_site: Path, tmp_path: Path) -> None:
    """In a process of its own, with another hash seed, day and folder."""
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "generator", "build", "--root", str(ROOT), "--output", str(tmp_path / "again")]
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    assert digest(tmp_path / "again") == digest(built_site)


def test_pelican_alone_makes_the_same_site(built_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-o", str(tmp_path / "alone")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert digest(tmp_path / "alone") == digest(built_site)


def test_pelican_alone_tells_errors_without_a_traceback(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("| P02 |", "| P07 |"), "utf-8")
    conf = (ROOT / "pelican.conf.py").read_text("utf-8") + f"\nSHIJIANKU_ROOT = {str(small_site)!r}\n"
    (small_site / "pelican.conf.py").write_text(conf, "utf-8")
    command = [sys.executable, "-m", "pelican", "-s", str(small_site / "pelican.conf.py"), "-t", str(ROOT / "theme")]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=small_site, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 1
    assert "content/cases/yi.md:34:55: 依据“P07” 无法找到" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not (small_site / "output").exists()


def test_failed_build_leaves_the_previous_output_whole(small_site: Path) -> None:
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    assert run.exit_code == 0, run.output
    before = digest(small_site / "output")
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("年份未载", "2021-13-01"), "utf-8")
    assert CliRunner().invoke(main, ["build", "--root", str(small_site)]).exit_code == 1
    assert digest(small_site / "output") == before


def test_build_killed_in_the_middle_leaves_the_previous_output_whole(small_site: Path) -> None:
    CliRunner().invoke(main, ["build", "--root", str(small_site)])
    before = digest(small_site / "output")
    script = (
        "import os, generator.site.publish as p, generator.build as b\n"
        "real = b.publish_site\n"
        "def half(library, pages, staging):\n"
        "    real(library, pages, staging)\n"
        "    os._exit(9)\n"
        "b.publish_site = half\n"
        f"from generator.cli import main; main(['build', '--root', {str(small_site)!r}])\n"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert killed.returncode == 9
    assert digest(small_site / "output") == before
    assert CliRunner().invoke(main, ["build", "--root", str(small_site)]).exit_code == 0


def test_output_folder_with_someones_files_is_told_and_nothing_is_lost(small_site: Path) -> None:
    output = small_site / "output"
    output.mkdir()
    (output / "讲稿.docx").write_text("mine", "utf-8")
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    assert run.exit_code == 1
    assert "讲稿.docx" in run.output
    assert digest(output).keys() == {"讲稿.docx"}


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_folder_that_cannot_be_written_is_told(small_site: Path) -> None:
    small_site.chmod(0o500)
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    small_site.chmod(0o700)
    assert run.exit_code == 1
    assert "无法写入" in run.output


def test_full_disk_is_told_and_leaves_no_half_output(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x.html")

    monkeypatch.setattr("generator.build.publish_site", full)
    diagnostics = Diagnostics()
    assert build(Project(small_site), small_site / "output", diagnostics) is None
    assert "x.html 无法写入（磁盘已满）" in str(diagnostics.errors[0])
    assert {path.name for path in small_site.iterdir()} == {"content"}


def test_every_file_of_the_output_is_listed_with_its_hash(built_site: Path) -> None:
    import json

    files = digest(built_site)
    del files[MANIFEST]
    assert json.loads((built_site / MANIFEST).read_text("utf-8")) == files


def test_library_of_two_cases_builds_without_warnings(small_site: Path) -> None:
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    assert run.exit_code == 0
    assert "警告" not in run.output
    assert (small_site / "output/index.html").is_file()


def test_link_as_output_is_followed_and_stays_a_link(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert build(Project(small_site), tmp_path / "link", Diagnostics()) is not None
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real/index.html").is_file()


def test_output_path_with_two_dots_is_built_twice(small_site: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert build(Project(small_site), tmp_path / "out/../out", Diagnostics()) is not None
    assert (tmp_path / "out/index.html").is_file()

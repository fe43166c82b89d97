"""LibreOffice as a reader of what the library exports: one run for many files, in a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

CSV = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,true"
"""Comma, quotes, UTF-8, quoted fields are text: what its dialogue offers for a file with BOM, and what cannot be asked unseen."""
COMPLAINTS = ("repair", "corrupt", "could not be loaded", "Error:")


def soffice() -> str:
    """The path of soffice; without it the test is skipped, with a reason."""
    path = os.environ.get("PRACTICE_OFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    if not path:
        pytest.skip("没有 LibreOffice（libreoffice-calc、libreoffice-writer），不能检验导出文件能否打开。")
    return path


def needs_slides() -> None:
    """Skip the test where LibreOffice is there without its part for slides."""
    if not list(Path(soffice()).resolve().parent.glob("*sdlo.*")):
        pytest.skip("LibreOffice 没有演示文稿部分（libreoffice-impress），不能检验幻灯片。")


def convert(files: Sequence[Path], to: str, folder: Path, profile: Path, *options: str) -> list[Path]:
    """Open every file and save it as ``to`` (pdf, xlsx) in ``folder``; return what was saved, in the order of ``files``."""
    command = [soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *options]
    done = subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert not [word for word in COMPLAINTS if word in said], said
    saved = [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]
    assert [file.name for file in saved if not file.exists()] == [], said
    return saved

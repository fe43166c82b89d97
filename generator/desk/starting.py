"""Begins a new file: tried on a copy of the content first, so that nothing is written that `check` would not accept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..content import load_content
from ..library.checking.placeholders import PLACEHOLDER
from ..library.files import has_id_name
from ..library.reading.content_files import RESERVED
from ..report import Diagnostics, Position, reason
from ..saving import save
from .skeletons import MANUALS, SOURCES, book_front, skeleton, source_entry
from .wanted import Kind, Wanted


class StartError(Exception):
    """The file cannot be begun; the message says why and what to do."""


class TrialError(StartError):
    """The content would have errors with the file; ``errors`` are those that it has not without it."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join([*errors, "没有写任何文件。请改正上面几处，或换一个写法，再试一次。"]))
        self.errors = errors


def start(root: Path, wanted: Wanted, new_source: bool) -> dict[str, int]:
    """Write the files of what is wanted into the project at ``root``; return their paths, each with the placeholders in it.

    With ``new_source`` the source is begun too. Raises StartError, or SaveError, and then nothing was written.
    """
    check_free(root, wanted.kind, wanted.id)
    files = skeleton(wanted)
    if wanted.kind is Kind.MANUAL and not (root / MANUALS / "index.md").exists():
        files[f"{MANUALS}/index.md"] = book_front()
    begun = source_entry(wanted.source) if new_source else ""
    return write_tried(root, files, begun)


def write_tried(root: Path, files: Mapping[str, str], begun: str = "") -> dict[str, int]:
    """Write new files, and ``begun`` at the end of sources.yml, if `check` accepts them; return each path with its placeholders.

    Raises StartError, TrialError or SaveError, and then nothing was written.
    """
    whole = {**files, **({SOURCES: _appended(root / SOURCES, begun)} if begun else {})}
    _try_out(root, whole)
    save({root / path: text.encode() for path, text in files.items()}, make_folder=True)
    if begun:
        save({root / SOURCES: whole[SOURCES].encode()}, overwrite=True)
    told = {**files, **({SOURCES: begun} if begun else {})}
    return {path: text.count(PLACEHOLDER) for path, text in told.items()}


def check_free(root: Path, kind: Kind, id_: str) -> None:
    """Raise StartError when ``id_`` is no id, or one that is taken."""
    if not has_id_name(id_, Position(kind), Diagnostics()):
        raise StartError(f"编号“{id_}” 不能用：只能用小写字母、数字和连字符，不以连字符开头，如 xitang。")
    if id_ in RESERVED:
        raise StartError(f"编号“{id_}” 是网站自己的页面用的。请换一个编号。")
    ending = "" if kind is Kind.MANUAL else ".md" if kind in (Kind.CASE, Kind.COURSE) else ".yml"
    path = root / "content" / f"{kind}s" / f"{id_}{ending}"
    if path.exists() or path.is_symlink():
        raise StartError(f"{path.relative_to(root).as_posix()} 已经有了，没有动它。请换一个编号。")


def _appended(path: Path, entry: str) -> str:
    """The file with ``entry`` at its end, in the file's own line ends."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        told = reason(problem) if isinstance(problem, OSError) else "不是 UTF-8 编码"
        raise StartError(f"{SOURCES} 读不了（{told}）。请先运行 python -m generator check。") from problem
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    return text + gap + entry.replace("\n", end)


def _try_out(root: Path, files: Mapping[str, str]) -> None:
    """Raise TrialError with every error that the content would have with ``files`` and has not without them."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        shutil.copytree(root / "content", trial / "content")
        for path, text in files.items():
            (trial / path).parent.mkdir(parents=True, exist_ok=True)
            (trial / path).write_bytes(text.encode())
        errors = _errors(trial)
    if errors and (added := [error for error in errors if error not in _errors(root)]):
        raise TrialError(added)


def _errors(root: Path) -> list[str]:
    diagnostics = Diagnostics()
    load_content(root, diagnostics)
    return [str(error) for error in diagnostics.errors]

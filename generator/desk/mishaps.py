"""What a build stumbled over that is no fault of the content: a template that an editor is working on, a setting, the program."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from ..paths import PRODUCT
from ..report import Position

LOG = "error.txt"
_EDITED = ("theme/", "pelican.conf.py", "mkdocs.yml")


def mishap(problem: BaseException, folder: Path) -> tuple[Position, str]:
    """Say where ``problem`` arose among the files that are edited; of any other the whole story goes to a file in ``folder``."""
    where = _place(problem)
    if where:
        return where, f"模板或设置有误：{_words(problem)}。请改好后保存。"
    log = folder / LOG
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("".join(traceback.format_exception(problem)), "utf-8")
    return Position("generator"), f"程序出错：{_words(problem)}。请把 {log} 交给维护程序的人。"


def _place(problem: BaseException) -> Position | None:
    """The last place in an edited file that the problem came through. Jinja puts templates into the trace of calls."""
    if isinstance(problem, SyntaxError | TemplateSyntaxError):
        return _edited(problem.filename, problem.lineno)
    frames = reversed(traceback.extract_tb(problem.__traceback__))
    return next(filter(None, (_edited(frame.filename, frame.lineno) for frame in frames)), None)


def _edited(file: str | None, line: int | None) -> Position | None:
    path = Path(file or "")
    if not path.is_relative_to(PRODUCT):
        return None
    name = path.relative_to(PRODUCT).as_posix()
    return Position(name, line or 1) if name.startswith(_EDITED) else None


def _words(problem: BaseException) -> str:
    return f"{type(problem).__name__} {problem}".split("\n")[0].rstrip("。. ")

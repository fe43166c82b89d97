"""What `manual:`, `clause:` and `sheet:` references lead to."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...report import NEAR_ID, suggestion
from ..book import FOLDER, Book
from ..model import Destination

SCHEMES = ("manual", "clause", "sheet")
_WHAT = {"clause": "条款", "sheet": "检查表或表单"}


class BookTargets:
    """The manuals, clauses and sheets of a book by the names that references use.

    ``broken`` holds what was told as faulty; references to it find nothing and say nothing.
    """

    def __init__(self, book: Book | None, broken: frozenset[tuple[str, str]]) -> None:
        self.broken = broken
        self.found: dict[tuple[str, str], Destination] = {}
        self.chapters: set[str] = set()
        for manual in book.manuals.values() if book else ():
            self.found["manual", manual.id] = Destination(manual.address, manual.meta.title, manual)
            self.chapters |= {f"{manual.id}/{PurePosixPath(each.address.page).stem}" for each in manual.chapters}
            for clause in manual.clauses():
                self.found["clause", f"{manual.id}/{clause.number}"] = Destination(clause.address, clause.label, clause)
            for sheet in manual.sheets:
                self.found["sheet", f"{manual.id}/{sheet.id}"] = Destination(sheet.address, sheet.title, sheet)

    def find(self, scheme: str, name: str, context: str) -> Destination | str:
        """Where ``scheme:name`` leads as written in ``context``; else what to tell, '' when that was told already."""
        own = context.removeprefix(f"{FOLDER}/") if context.startswith(f"{FOLDER}/") else ""
        whole = name if scheme == "manual" or "/" in name or not own else f"{own}/{name}"
        target = self.found.get((scheme, whole))
        if target:
            return target
        manual = whole.partition("/")[0]
        if {("manual", manual), ("part", manual), (scheme, whole)} & self.broken:
            return ""
        if scheme != "manual" and "/" not in whole:
            return f"这里不属于任何手册，请写明手册，如 {scheme}:guanjia/{name}。"
        known = [key for kind, key in self.found if kind == scheme]
        if scheme != "manual" and ("manual", manual) in self.found:
            inside = [key.partition("/")[2] for key in known if key.startswith(f"{manual}/")]
            return self._missing_in(
                scheme, manual, whole.partition("/")[2], inside, "" if "/" not in name else f"{manual}/"
            )
        manuals = [key for kind, key in self.found if kind == "manual"]
        return f"手册“{manual}” 不存在。{suggestion(manual, manuals, NEAR_ID)}"

    def _missing_in(self, scheme: str, manual: str, name: str, known: list[str], lead: str) -> str:
        if scheme == "sheet" and f"{manual}/{name}" in self.chapters:
            return f"{name} 是一章，请用 clause: 引用条款。"
        hint = suggestion(f"{scheme}:{lead}{name}", [f"{scheme}:{lead}{key}" for key in known], NEAR_ID)
        if scheme == "clause":
            hint = _numbers_hint(name, known)
        else:
            elsewhere = [key for kind, key in self.found if kind == scheme and key.partition("/")[2] == name]
            hint = "".join(f"是否为“{scheme}:{key}”？" for key in elsewhere[:1]) or hint
        return f"手册 {manual} 没有{_WHAT[scheme]}“{name}”。{hint}"


def _numbers_hint(name: str, known: list[str]) -> str:
    """Numbers are no words to be alike: say which clauses the chapter has, or which chapters there are."""
    chapter = name.partition(".")[0]
    inside = [number for number in known if number.partition(".")[0] == chapter]
    if not inside:
        return f"各章的条款是 {known[0]} 至 {known[-1]}。" if known else ""
    if len(inside) == 1:
        return f"第 {chapter} 章只有 {inside[0]}。"
    return f"第 {chapter} 章的条款是 {inside[0]} 至 {inside[-1]}。"

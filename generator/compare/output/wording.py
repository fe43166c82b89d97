"""A grid's words without markup: for CSV, workbooks and labels."""

from __future__ import annotations

from ...library.evidence import Evidence
from ...markup.plain import plain
from ..cells import Cell, Entry, Note


def evidence_words(evidence: Evidence) -> str:
    """``段14、段15``, with 建议 or 编者分析 where the editors speak."""
    return "、".join([*(paragraph.label for paragraph in evidence.paragraphs), *filter(None, [evidence.editorial])])


def status_words(entry: Entry) -> str:
    """The status as a reader sees it: 材料称已实现, 目标, 已起草; '' where there is none."""
    return str(getattr(entry.status, "display", entry.status.value)) if entry.status else ""


def entry_words(entry: Entry) -> str:
    """One entry in a line: its text, notes, status, cares and evidence."""
    notes = "；".join(_note_words(note) for note in entry.notes)
    cares = "".join(f"（{word}）" for word in (status_words(entry), *entry.flags) if word)
    evidence = entry.evidence_words or evidence_words(entry.evidence)
    if not entry.text:
        return "、".join(filter(None, (status_words(entry), *entry.flags, evidence)))
    return plain(entry.text) + cares + (f"（{notes}）" if notes else "") + (f"［{evidence}］" if evidence else "")


def cell_words(cell: Cell) -> str:
    """A cell's entries, one a line, or what a blank cell reads."""
    return "\n".join(entry_words(entry) for entry in cell.entries) or cell.blank


def _note_words(note: Note) -> str:
    return f"{note.label}：{plain(note.text)}"

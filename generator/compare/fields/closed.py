"""The columns of the typed tables whose words are a closed list, each list in its order."""

from __future__ import annotations

from ...library.entries import Vocabulary
from ...library.model import Library
from ...library.values import DocumentState, FigureMark, Status

DOCUMENTS = "文件与标准"


def row_words(library: Library, table: str) -> dict[str, list[str]]:
    """Column → the words that rows of ``table`` may hold in it, as an editor writes them."""
    words = library.vocabulary
    return {
        "状态": [state.value for state in (DocumentState if table == DOCUMENTS else Status)],
        "类别": list(words.families),
        "关系": list(words.relations),
        "标记": [mark.value for mark in FigureMark],
        "可比指标": list(library.measures),
        "量的种类": list(words.measure_kinds),
        **({"类型": list(_types(words)[table])} if table in _types(words) else {}),
    }


def _types(words: Vocabulary) -> dict[str, tuple[str, ...]]:
    return {"组织": words.lead_types, "实践点": words.site_types, DOCUMENTS: words.document_types}

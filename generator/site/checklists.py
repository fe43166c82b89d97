"""data/checklists.js: the words of all checklists, for my.html, which has only their names and the keys of their items."""

from __future__ import annotations

from ..library.book import Manual, Sheet, SheetKind
from ..library.model import Library
from ..markup.plain import plain
from ..views.sheets import sheet_key
from .scripts import assigned

PATH = "data/checklists.js"
GLOBAL = "window.PracticeChecklists"


def checklists_script(library: Library) -> bytes:
    """Return a classic script that assigns ``id → {title, book, page, items: [[key, text], …]}`` to one global.

    A library without manuals has an empty object there, so that my.html always finds its file.
    """
    manuals = library.book.manuals.values() if library.book else ()
    told = {
        sheet_key(sheet, manual): _told(sheet, manual)
        for manual in manuals
        for sheet in manual.sheets
        if sheet.kind is SheetKind.CHECKLIST
    }
    return assigned(GLOBAL, told)


def _told(sheet: Sheet, manual: Manual) -> dict[str, object]:
    return {
        "title": sheet.title,
        "book": manual.meta.title,
        "page": sheet.address.page,
        "items": [[item.key, plain(item.text.text)] for item in sheet.items()],
    }

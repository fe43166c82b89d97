"""data/checklists.js: the words of every checklist, as its page has them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.library.book import SheetKind
from generator.library.model import Library
from generator.site.checklists import GLOBAL, checklists_script
from generator.views.sheets import sheet_key
from tests.html import parse


def read(script: bytes) -> dict[str, Any]:
    text = script.decode()
    assert text.startswith(f"{GLOBAL} = ")
    assert text.endswith(";\n")
    found = json.loads(text[len(GLOBAL) + 3 : -2])
    assert isinstance(found, dict)
    return found


def test_a_library_without_manuals_has_an_empty_object(small_library: Library) -> None:
    assert read(checklists_script(replace(small_library, book=None))) == {}


def test_every_checklist_and_no_form_is_told(real_library: Library) -> None:
    assert real_library.book
    told = read(checklists_script(real_library))
    wanted = {
        sheet_key(sheet, manual): [item.key for item in sheet.items()]
        for manual in real_library.book.manuals.values()
        for sheet in manual.sheets
        if sheet.kind is SheetKind.CHECKLIST
    }
    assert {name: [key for key, _ in entry["items"]] for name, entry in told.items()} == wanted
    assert len(wanted) >= 5
    assert all(entry["book"].endswith("（本库据案例编写）") for entry in told.values())


def test_the_words_are_those_of_the_page_without_markup(built_site: Path) -> None:
    for entry in read((built_site / "data/checklists.js").read_bytes()).values():
        said = {text for _, text in parse(built_site / entry["page"]).blocks}
        for _, text in entry["items"]:
            assert text in said

"""A checklist or a form: one page to tick, or to print and fill in."""

from __future__ import annotations

from ..library.book import Blanks, Checks, Manual, Sheet, SheetSection
from ..library.model import Library
from ..markup.render import Renderer
from .manual_pages import manual_page
from .page import TOP, PageView, SectionView
from .render import Fragments
from .words import Words

TEMPLATE = "sheet.html"


def sheet_key(sheet: Sheet, manual: Manual) -> str:
    """The name under which a reader keeps a checklist: ``guanjia/07-zicha``."""
    return f"{manual.id}/{sheet.id}"


def sheet_view(sheet: Sheet, manual: Manual, library: Library, fragments: Fragments) -> PageView:
    """Make the view of a checklist's or form's page; its kind in search is 检查表 or 表单."""
    renderer = Renderer(library, sheet.address.page)
    words = Words(renderer, manual.context, TOP)
    html = fragments.render("fragments/manual/sheet-top.html", sheet=sheet, manual=manual, words=words)
    top = SectionView(TOP, sheet.title, 1, html)
    sections = tuple(_section(section, manual, fragments, renderer) for section in sheet.sections)
    return manual_page(
        manual,
        sheet.address,
        sheet.title,
        TEMPLATE,
        sheet.kind.value,
        (top, *sections),
        sheet.id,
        sheet=sheet,
        key=sheet_key(sheet, manual),
    )


def _section(section: SheetSection, manual: Manual, fragments: Fragments, renderer: Renderer) -> SectionView:
    words = Words(renderer, manual.context, section.anchor)
    blocks = []
    for block in section.blocks:
        if isinstance(block, Checks):
            blocks.append(fragments.render("fragments/manual/checks.html", items=block.items, words=words))
        elif isinstance(block, Blanks):
            blocks.append(
                fragments.render("fragments/manual/blanks.html", table=block, title=section.title, words=words)
            )
        else:
            blocks.append(words.prose(block))
    html = fragments.render("fragments/section.html", section=section, blocks=blocks)
    return SectionView(section.anchor, section.title, 2, html)

"""A document as slides that can be edited: real titles, native tables, notes for the speaker."""

from __future__ import annotations

import io

from pptx import Presentation
from pptx.presentation import Presentation as Show
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from ..document import FOOTER, Cover, Document
from ..packing import normal_zip, set_properties
from .bodies import draw_body
from .geometry import (
    COVER_SIZE,
    FOOT_HEIGHT,
    FOOT_SIZE,
    FOOT_TOP,
    HEIGHT,
    INNER,
    LEFT,
    SECTION_SIZE,
    TITLE_HEIGHT,
    TITLE_SIZE,
    TITLE_TOP,
    WIDTH,
)
from .plan import plan
from .slides import Section, Slide
from .text import ACCENT, GREY, INK, add_box, say

_TITLE_ONLY = 5
"""The layout of the default template that has nothing but a title."""
_THUMBNAIL = "docProps/thumbnail.jpeg"


def to_pptx(document: Document) -> bytes:
    """Return ``document`` as the bytes of a .pptx; the same document always gives the same bytes."""
    show = Presentation()
    show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
    set_properties(show.core_properties, document)
    _cover(show, document.cover)
    for number, slide in enumerate(plan(document), start=2):
        _draw(show, slide, number)
    written = io.BytesIO()
    show.save(written)
    return normal_zip(written.getvalue(), without=(_THUMBNAIL,))


def _new(show: Show, title: str, size: float, top: float, height: float, colour: str) -> PptxSlide:
    slide: PptxSlide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top, shape.width, shape.height = Pt(LEFT), Pt(top), Pt(INNER), Pt(height)
    say(shape.text_frame, [title], size, colour, strong=True)
    return slide


def _cover(show: Show, cover: Cover) -> None:
    slide = _new(show, cover.title, COVER_SIZE, 150, 110, INK)
    if cover.subtitle:
        say(add_box(slide, 262, 40), [cover.subtitle], TITLE_SIZE - 6, GREY)
    say(add_box(slide, 380, 90), [cover.compiler, cover.date, cover.line], 16, GREY)


def _draw(show: Show, planned: Slide, number: int) -> None:
    if isinstance(planned.body, Section):
        slide = _new(show, planned.title, SECTION_SIZE, 200, 140, ACCENT)
    else:
        slide = _new(show, planned.title, TITLE_SIZE, TITLE_TOP, TITLE_HEIGHT, INK)
        draw_body(slide, planned.body)
    say(add_box(slide, FOOT_TOP, FOOT_HEIGHT), [f"{FOOTER}　　{number}"], FOOT_SIZE, GREY)
    if planned.notes:
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None
        say(frame, planned.notes, 12, INK)

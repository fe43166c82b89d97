"""Text on slides: the font of every run set for Latin and East Asian script alike, since WPS ignores theme fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Run
from pptx.util import Pt

from ..layout import HEITI
from .geometry import INNER, LEFT

INK, GREY, ACCENT = "1F2329", "5A616B", "9E1B1F"
_SCRIPTS = ("a:latin", "a:ea", "a:cs")


def rgb(colour: str) -> RGBColor:
    """A colour written as six hexadecimal digits."""
    made: RGBColor = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
    return made


def add_box(slide: Slide, top: float, height: float, left: float = LEFT, width: float = INNER) -> TextFrame:
    """Put an empty box for text on the slide, in points, and return its frame."""
    frame: TextFrame = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame
    return frame


def say(
    frame: TextFrame, texts: Iterable[str], size: float, colour: str = INK, strong: bool = False, after: float = 0.0
) -> None:
    """Fill the frame with paragraphs of ``size`` points, ``after`` points between them; what overflows is not shrunk."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()  # type: ignore[no-untyped-call]
        paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(after)
        for place, line in enumerate(text.split("\n")):
            if place:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = line
            style(run, size, colour, strong)


def style(run: _Run, size: float, colour: str = INK, strong: bool = False) -> None:
    """Set size, colour, weight, language and the font of every script of a run."""
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), strong, rgb(colour)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "zh-CN")
    properties.set("altLang", "en-US")
    set_scripts(properties)


def set_scripts(properties: Any) -> None:
    """Name the font of every script in the properties of text."""
    for script in _SCRIPTS:
        for old in properties.findall(qn(script)):
            properties.remove(old)
        etree.SubElement(properties, qn(script)).set("typeface", HEITI.name)

"""Pictures of Word: a PNG in a line of its own with its text alternative, the caption on the same page below."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.shared import Length, Pt

from ..layout import picture_size
from ..picture import Picture
from ..raster import to_png
from . import styles
from .words import Places, set_runs
from .xml import make, run_properties


def set_picture(picture: Picture, part: StoryPart, places: Places) -> Iterator[BaseOxmlElement]:
    """The paragraphs of a picture and its caption; ``part`` is the part of the file that keeps the PNG."""
    width, height = picture_size(picture.width, picture.height)
    relation, _ = part.get_or_add_image(io.BytesIO(to_png(picture.svg, width, height)))
    number = places.picture_number()
    inline = drawing(number, relation, Pt(width), Pt(height), picture.title, picture.alt)
    run = make("r", run_properties(styles.STYLES[styles.PICTURE].type), make("drawing", cast(BaseOxmlElement, inline)))
    yield make("p", make("pPr", make("pStyle", val=styles.PICTURE)), run)
    words = set_runs(picture.caption, styles.STYLES[styles.CAPTION].type, places)
    yield make("p", make("pPr", make("pStyle", val=styles.CAPTION)), *words)


def drawing(number: int, relation: str, width: Length, height: Length, title: str, alt: str) -> CT_Inline:
    """The drawing of a picture, ``width`` × ``height``, with its title and its alternative in words.

    Without space around it the line is as high as it is.
    """
    inline = CT_Inline.new_pic_inline(number, relation, f"picture{number}.png", width, height)
    inline.docPr.set("title", title)
    inline.docPr.set("descr", alt)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for described in inline.iter(qn("pic:cNvPr")):
        described.set("descr", alt)
    return inline

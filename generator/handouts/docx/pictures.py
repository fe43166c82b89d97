"""Pictures of Word: a PNG in a line of its own with its text alternative, the caption on the same page below."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.shared import Pt

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
    inline = CT_Inline.new_pic_inline(number, relation, f"picture{number}.png", Pt(width), Pt(height))
    _tell(inline, picture)
    run = make("r", run_properties(styles.STYLES[styles.PICTURE].type), make("drawing", cast(BaseOxmlElement, inline)))
    yield make("p", make("pPr", make("pStyle", val=styles.PICTURE)), run)
    words = set_runs(picture.caption, styles.STYLES[styles.CAPTION].type, places)
    yield make("p", make("pPr", make("pStyle", val=styles.CAPTION)), *words)


def _tell(inline: CT_Inline, picture: Picture) -> None:
    """Give the drawing its title and its alternative in words; without space around it the line is as high as it is."""
    inline.docPr.set("title", picture.title)
    inline.docPr.set("descr", picture.alt)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for described in inline.iter(qn("pic:cNvPr")):
        described.set("descr", picture.alt)

"""Pictures on slides of their own, as large as they fit below the title; a chart in place of one whose numbers it can hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from ..inline import text_of
from ..picture import Picture
from ..raster import to_png
from .charts import draw_chart
from .geometry import BODY_HEIGHT, BODY_TOP, CAPTION_GAP, CAPTION_SIZE, INNER, LEFT
from .measure import text_height
from .slides import CONTINUED, Shown, Slide
from .text import GREY, add_box, say
from .words import spoken

_LARGEST = 1.3
"""Points per px: the text of a small drawing (14 px) is then as large as the values of a chart."""
_MOST_CAPTION = BODY_HEIGHT / 3


def picture_slides(picture: Picture, title: str) -> Iterator[Slide]:
    """The slides of a picture; the speaker's notes have its caption with the evidence."""
    for number, one in enumerate((picture,) if picture.slides is None else picture.slides):
        caption = spoken(one.caption)
        height = text_height(caption, CAPTION_SIZE, INNER)
        if height > _MOST_CAPTION:
            caption, height = one.title, text_height(one.title, CAPTION_SIZE, INNER)
        room = BODY_HEIGHT - height - CAPTION_GAP
        scale = min(_LARGEST, INNER / one.width, room / one.height)
        size = (INNER, room) if one.chart else (one.width * scale, one.height * scale)
        yield Slide(title + CONTINUED * bool(number), Shown(one, *size, caption, height), (text_of(one.caption),))


def draw_picture(slide: PptxSlide, body: Shown) -> None:
    """Draw a picture or chart with its alternative in words, and its caption."""
    picture, left = body.picture, LEFT + (INNER - body.width) / 2
    place = (Pt(left), Pt(BODY_TOP), Pt(body.width), Pt(body.height))
    if picture.chart:
        named = draw_chart(slide, picture.chart, place)
    else:
        png = io.BytesIO(to_png(picture.svg, body.width, body.height))
        frame: Any = slide.shapes.add_picture(png, *place)
        named = frame._element.nvPicPr.cNvPr
    named.set("title", picture.title)
    named.set("descr", picture.alt)
    say(add_box(slide, BODY_TOP + body.height + CAPTION_GAP, body.caption_height), [body.caption], CAPTION_SIZE, GREY)

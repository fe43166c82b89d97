"""Pictures as PNG for Word and slides, whose older versions show no SVG. Typst draws them: it is there for the PDF anyway."""

from __future__ import annotations

import json
from functools import lru_cache
from xml.etree import ElementTree

from .engine import INSTALL, FontError, families, set_pdf, set_png
from .layout import FACES, HEITI

DOTS_PER_INCH = 220.0
"""What Word keeps of a picture by default; a line of one point is three dots wide."""
_KEPT = 64
_TEMPLATE = b"""#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)
"""
_CHARACTERS = b"""#set document(title: [.])
#set text(lang: "zh", region: "cn", font: json(bytes(sys.inputs.faces)))
#sys.inputs.text
"""


@lru_cache(maxsize=_KEPT)
def to_png(svg: str, width: float, height: float) -> bytes:
    """Return ``svg`` as the bytes of a PNG for ``width`` × ``height`` points of paper.

    Raises FontError when no font has one of its characters: a picture would show an empty box and say nothing.
    """
    _check("".join(sorted(set("".join(ElementTree.fromstring(svg).itertext())))))
    return set_png(_TEMPLATE, {"svg": svg, "width": f"{width:.2f}", "height": f"{height:.2f}"}, DOTS_PER_INCH)


@lru_cache(maxsize=_KEPT)
def _check(characters: str) -> None:
    """What does not stop at a missing character when it draws a picture does when it sets text in a font that is there."""
    names = (name for face in (HEITI, *FACES) for name in (face.name, *face.fallbacks))
    faces = [name for name in names if name.lower() in families()]
    if not faces:
        raise FontError(f"本机没有中文字体，图里的字会是空框，没有生成文件。{INSTALL}")
    set_pdf(_CHARACTERS, {"text": characters, "faces": json.dumps(faces)})

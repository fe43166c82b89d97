"""WordprocessingML elements, made in one line each, in the order that the schema wants."""

from __future__ import annotations

import re
from functools import partial

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ..layout import Face, Type

TWENTIETHS = 20
HALVES = 2


def make(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """``<w:tag w:name="value">`` with its children; an attribute's trailing underscore is dropped (``type_``)."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    element.extend(children)
    return element


def fonts(face: Face) -> BaseOxmlElement:
    """One font for every script, so that quotes, dashes and digits stand in the Chinese font whatever a program thinks.

    WPS ignores theme fonts, and Word takes “” from the Latin font unless the hint says otherwise.
    """
    name = face.name
    return make("rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def run_properties(type_: Type, style: str = "", colour: str = "") -> BaseOxmlElement:
    """The properties of a run or a style: font, size, and never bold: no bold of 仿宋 exists."""
    properties = make("rPr")
    if style:
        properties.append(make("rStyle", val=style))
    properties.append(fonts(type_.face))
    properties.append(make("b", val=0))
    if colour:
        properties.append(make("color", val=colour))
    size = round(type_.size * HALVES)
    properties.extend((make("sz", val=size), make("szCs", val=size)))
    return properties


def run(text: str, type_: Type, style: str = "") -> BaseOxmlElement:
    """A run of text; a tab in it becomes a tab, a line's end a new line of the same paragraph."""
    element = make("r", run_properties(type_, style))
    for piece in filter(None, re.split(r"([\t\n])", text)):
        element.append(_BREAKS[piece]() if piece in _BREAKS else _words(piece))
    return element


_BREAKS = {"\t": partial(make, "tab"), "\n": partial(make, "br")}


def _words(text: str) -> BaseOxmlElement:
    words = make("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return words


def field(code: str, shown: str, type_: Type) -> list[BaseOxmlElement]:
    """A field such as PAGE, with what it shows until it is calculated."""
    instruction = make("instrText")
    instruction.text = f" {code} "
    kinds = (make("fldChar", fldCharType="begin"), instruction, make("fldChar", fldCharType="separate"))
    runs = [make("r", run_properties(type_), kind) for kind in kinds]
    return [*runs, run(shown, type_), make("r", run_properties(type_), make("fldChar", fldCharType="end"))]


def spacing(type_: Type, before: float = 0.0, after: float = 0.0) -> BaseOxmlElement:
    """The height of lines and the space around a paragraph, in points."""
    return make(
        "spacing",
        before=round(before * TWENTIETHS),
        after=round(after * TWENTIETHS),
        line=round(type_.line * TWENTIETHS),
        lineRule="exact" if type_.exact else "atLeast",
    )

"""The formats that a handout can be given out in: what each is made of, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..library.handout_spec import HandoutFormat, HandoutSpec
from ..library.model import Library
from ..report import listed, not_among
from .asking import HandoutError
from .document import Document
from .docx.writer import to_docx
from .making.compose import make_document
from .making.summary import summary_variants
from .pdf.writer import summary_pdf, to_pdf
from .pptx.writer import to_pptx

Variants = tuple[Document, ...]
"""A handout, from its richest variant to its poorest; in full it is one document."""


@dataclass(frozen=True)
class Format:
    """``make`` gives the variants, ``write`` sets the first that fits."""

    make: Callable[[HandoutSpec, Library], Variants]
    write: Callable[[Variants], bytes]


def _in_full(spec: HandoutSpec, library: Library) -> Variants:
    return (make_document(spec, library),)


FORMATS: Mapping[HandoutFormat, Format] = {
    HandoutFormat.WORD: Format(_in_full, lambda variants: to_docx(*variants)),
    HandoutFormat.PDF: Format(_in_full, lambda variants: to_pdf(*variants)),
    HandoutFormat.SLIDES: Format(_in_full, lambda variants: to_pptx(*variants)),
    HandoutFormat.SUMMARY: Format(summary_variants, summary_pdf),
}
"""Every format by its name."""


def chosen_formats(named: Iterable[str]) -> tuple[HandoutFormat, ...]:
    """The formats named, in lower case. Raises HandoutError for one that does not exist."""
    kinds = tuple(dict.fromkeys(name.lower() for name in named)) or (HandoutFormat.WORD,)
    faults = [not_among("--format：格式", kind, FORMATS) for kind in kinds if kind not in FORMATS]
    if faults:
        raise HandoutError("\n".join(faults))
    return tuple(HandoutFormat(kind) for kind in kinds)


def check_summaries(specs: Mapping[str, HandoutSpec], kinds: Iterable[HandoutFormat], library: Library) -> None:
    """Raise HandoutError, one line each, when a summary is asked for of what is not one whole case."""
    if HandoutFormat.SUMMARY in kinds:
        told = f"一页纸（summary）只有整个一个案例才有。可用的有 {listed(library.cases, 40)}。"
        faults = [f"“{name}” 没有一页纸：{told}" for name, spec in specs.items() if not spec.case]
        if faults:
            raise HandoutError("\n".join(faults))


def made(
    specs: Mapping[str, HandoutSpec], formats: Callable[[HandoutSpec], Iterable[HandoutFormat]], library: Library
) -> Iterator[tuple[str, HandoutFormat, Variants]]:
    """Each handout by its id in each of its ``formats``, as variants that are yet to be written; what formats share is made once."""
    for id_, spec in specs.items():
        done: dict[Callable[[HandoutSpec, Library], Variants], Variants] = {}
        for kind in formats(spec):
            make = FORMATS[kind].make
            if make not in done:
                done[make] = make(spec, library)
            yield id_, kind, done[make]

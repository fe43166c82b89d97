"""What only comparing can tell of a handout: whether the fields laid side by side exist."""

from __future__ import annotations

from ..compare.asking.adhoc import RequestError, ask
from ..library.handout_spec import HandoutSpec
from ..library.model import Library
from ..report import Diagnostics

_OPTION = "--fields："


def check_fields(id_: str, spec: HandoutSpec, library: Library, diagnostics: Diagnostics) -> None:
    """Tell every fault of the parts that lay cases side by side; cases that do not exist were told before."""
    for number, part in enumerate(spec.parts):
        if part.compare and set(part.compare) <= set(library.cases):
            for fault in _faults(part.compare, part.fields, library):
                key = "fields" if fault.startswith(_OPTION) else "compare"
                at = library.handout_files[id_].position(("parts", number, key))
                diagnostics.error(at, f"讲义 {id_}: {fault.removeprefix(_OPTION)}")


def _faults(cases: tuple[str, ...], fields: tuple[str, ...], library: Library) -> list[str]:
    try:
        ask(library, cases, fields)
    except RequestError as problem:
        return str(problem).split("\n")
    return []

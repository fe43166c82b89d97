"""What only comparing can tell of a handout: whether the fields laid side by side exist."""

from __future__ import annotations

from ..compare.asking.adhoc import request_faults
from ..library.handout_spec import HandoutSpec
from ..library.model import Library
from ..report import Diagnostics

_OPTION = "--fields："


def check_fields(id_: str, spec: HandoutSpec, library: Library, diagnostics: Diagnostics) -> None:
    """Tell every fault of the parts that lay cases side by side; cases that do not exist were told before."""
    for number, part in enumerate(spec.parts):
        if part.compare and set(part.compare) <= set(library.cases):
            for fault in request_faults(library, part.compare, part.fields):
                key = "fields" if fault.startswith(_OPTION) else "compare"
                at = library.handout_files[id_].position(("parts", number, key))
                diagnostics.error(at, f"讲义 {id_}: {fault.removeprefix(_OPTION)}")

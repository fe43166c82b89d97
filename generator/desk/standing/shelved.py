"""Which prepared handouts hold a case, and whether their files still say what the content says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum

from ...handouts.keys import current_keys, made_keys
from ...handouts.shelf import on_shelf, shelf_of
from ...library.handout_spec import HandoutFormat, HandoutPart, HandoutSpec
from ...library.model import Library
from ...paths import Project

States = Mapping[str, Mapping[HandoutFormat, "State"]]
"""By handout and format."""


class State(StrEnum):
    """Where a handout's file stands."""

    FRESH = "最新"
    STALE = "过时"
    MISSING = "未做"


def handout_states(library: Library, project: Project, ids: Collection[str]) -> States:
    """The state of the prepared handouts ``ids`` in each of their formats. Nothing is made or kept for this."""
    asked = replace(library, handouts={id_: spec for id_, spec in library.handouts.items() if id_ in ids})
    shelf = shelf_of(project)
    if shelf.is_empty:
        return {id_: dict.fromkeys(spec.formats, State.MISSING) for id_, spec in asked.handouts.items()}
    keys, made = current_keys(asked, project, shelf.folder), made_keys(shelf.folder)
    fresh = on_shelf(shelf, {id_: keys[id_] for id_ in asked.handouts})
    return {
        id_: {kind: State.FRESH if kind in fresh[id_] else _behind(keys[id_][kind], made.get(id_, {}).get(kind)) for kind in spec.formats}
        for id_, spec in asked.handouts.items()
    }  # fmt: skip


def _behind(key: str, made: str | None) -> State:
    """Of a file that is not there: made from what the content said before, or never made, or lost."""
    return State.MISSING if made in (None, key) else State.STALE


def handouts_with(case: str, handouts: Mapping[str, HandoutSpec]) -> list[str]:
    """The handouts that hold the case, all of it or some, its questions, or it beside others; tables hold every case."""
    return [id_ for id_, spec in handouts.items() if any(_holds(part, case) for part in spec.parts)]


def _holds(part: HandoutPart, case: str) -> bool:
    return case in (part.case, *part.compare, *(asked for asked, _ in part.chosen_questions))

"""Cases as plain data for compare.html: everything that judging needs, nothing that grows with the library, no dead link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare.asking.dimensions import DEFAULT, DIMENSIONS
from generator.compare.asking.side_by_side import case_data, index_data, judged_data
from generator.compare.fields.case_fields import case_fields
from generator.compare.judging.comparability import FigureInCase
from generator.library.model import Library
from generator.library.rows import Figure, Mechanism
from generator.library.values import DocumentState, Status
from generator.site.compare_data import compare_scripts
from generator.views.render import mark_classes
from tests.html import parse


def leaves(value: object) -> Iterator[str]:
    """Every string in some plain data."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, str):
        yield value


def test_dimensions_are_known_fields_under_plain_keys() -> None:
    keys = [dimension.key for dimension in DIMENSIONS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z-]+", key) for key in keys)
    assert set(DEFAULT) <= set(keys)
    known = case_fields()
    assert [d.field for d in DIMENSIONS if d.field and d.field not in known] == []


def test_every_dimension_has_its_words_or_entries_in_every_case(real_library: Library) -> None:
    for case in real_library.cases.values():
        told = case_data(real_library, case)
        for dimension in DIMENSIONS:
            place = {"words": "words", "text": "cells", "prose": "cells", "list": "cells"}.get(dimension.kind)
            assert not place or dimension.key in told[place]  # type: ignore[operator]


def test_figures_carry_all_that_judging_reads(real_library: Library) -> None:
    for case in real_library.cases.values():
        figures = case_data(real_library, case)["figures"]
        assert isinstance(figures, list)
        for row, told in zip(case.rows(Figure), figures, strict=True):
            assert judged_data(FigureInCase.of(real_library, case, row)).items() <= told.items()
            assert len(told["marks"]) >= 1


def test_mechanisms_stand_under_their_families_and_none_is_lost(real_library: Library) -> None:
    for case in real_library.cases.values():
        told = case_data(real_library, case)
        families = told["families"]
        assert isinstance(families, dict)
        assert sum(map(len, families.values())) == len(case.rows(Mechanism))
        assert list(families) == told["words"]["families"]  # type: ignore[index]


def test_every_entry_of_a_typed_table_has_evidence(real_library: Library) -> None:
    for case in real_library.cases.values():
        cells = case_data(real_library, case)["cells"]
        assert isinstance(cells, dict)
        lists = (dimension.key for dimension in DIMENSIONS if dimension.kind == "list")
        assert all(entry["marks"] for key in lists for entry in cells[key])


def test_words_are_plain(real_library: Library) -> None:
    for case in real_library.cases.values():
        assert [text for text in leaves(case_data(real_library, case)) if re.search(r"\]\(|\*\*|<[a-z]", text)] == []


def test_a_case_costs_the_same_in_a_library_of_any_size(real_library: Library) -> None:
    case = real_library.cases["xitang"]
    alone = replace(real_library, cases={"xitang": case}, tables={})
    assert case_data(alone, case) == case_data(real_library, case)
    names = index_data(real_library)["cases"]
    assert names == [[case.id, case.meta.short, case.meta.title] for case in real_library.cases.values()]


def test_every_status_has_the_words_and_shape_that_pages_give_it() -> None:
    classes = mark_classes()
    assert set(classes) == {*(status.value for status in Status), *(state.value for state in DocumentState)}
    assert classes["已实现"] == ("材料称已实现", "status status-achieved")


@pytest.mark.parametrize("name", ["index", "xitang"])
def test_each_script_is_one_assignment_of_json(real_library: Library, name: str) -> None:
    script = dict(compare_scripts(real_library))[f"data/compare/{name}.js"].decode()
    assert script.startswith(("window.PracticeCompareIndex = {", "(window.PracticeCompareCases = "))
    json.loads(script[script.index(" = {") + 3 if name == "index" else script.index("] = {") + 4 :].rstrip(";\n"))


def test_every_link_of_the_data_leads_somewhere(real_library: Library, built_site: Path) -> None:
    pages = {f"cases/{id_}.html": set(parse(built_site / f"cases/{id_}.html").ids) for id_ in real_library.cases}
    for case in real_library.cases.values():
        links = {text for text in leaves(case_data(real_library, case)) if ".html" in text}
        assert links
        dead = [link for link in links if "#" in link and link.split("#")[1] not in pages[link.split("#")[0]]]
        assert dead == []

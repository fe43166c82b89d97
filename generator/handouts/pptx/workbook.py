"""The workbook behind a chart: what PowerPoint opens at 编辑数据. Literal and status stand beside each number."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from ..packing import normal_zip
from ..picture import Chart

SHEET = "Sheet1"
"""The name to which the references of a chart made by python-pptx lead."""
_HEAD = ("材料原文", "状态")
_MADE = datetime(1980, 1, 1)
"""A file's own date would differ from run to run; nobody reads it inside a chart."""


def to_workbook(chart: Chart) -> bytes:
    """Return the .xlsx of a chart: categories, values, literals, status; the same chart always gives the same bytes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, ("", chart.series, *_HEAD))
        for row, point in enumerate(chart.points, start=1):
            sheet.write_string(row, 0, point.category)
            sheet.write_number(row, 1, point.value)
            sheet.write_string(row, 2, point.literal)
            sheet.write_string(row, 3, chart.status)
    return normal_zip(written.getvalue())

"""Where things stand on a slide of 16:9, and how large they are written, in points."""

from __future__ import annotations

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 48.0, 48.0
TITLE_TOP, TITLE_HEIGHT = 26.0, 84.0
BODY_TOP, BODY_HEIGHT = 122.0, 364.0
FOOT_TOP, FOOT_HEIGHT = 500.0, 24.0
INNER = WIDTH - LEFT - RIGHT
"""Width of titles and bodies."""

COVER_SIZE, SECTION_SIZE, TITLE_SIZE, BODY_SIZE = 36.0, 40.0, 28.0, 22.0
TABLE_SIZE, DENSE_SIZE, CARD_VALUE, CARD_SIZE, FOOT_SIZE = 14.0, 12.0, 36.0, 15.0, 11.0
CAPTION_SIZE, LABEL_SIZE, AXIS_SIZE = 12.0, 18.0, 14.0
"""Below a picture; of the values and of the axes of a chart."""
CAPTION_GAP = 8.0
DENSE_FROM = 5
"""Columns from which a table is written in the smaller size."""
BETWEEN = 9.0
"""Between the points of a slide."""
PADDING = 5.0
"""Between the edge of a cell and its text."""

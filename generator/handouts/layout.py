"""GB/T 9704—2012 (党政机关公文格式), where it fits a handout, in one place for every writer.

Millimetres for the page, points for type. 5.2.1: A4. 5.2.2: the type area is 156 mm × 225 mm, 37 mm below the upper edge
and 28 mm from the binding edge. 5.2.3: 22 lines a page, 28 characters a line. 7.3: headings 一、 in 黑体, （一） in 楷体, 1. and
（1） in 仿宋, body in 仿宋 of size 3. 7.5: page number of size 4 between dashes, one character from the outer edge.
No red letterhead and no emblem: a handout is no official document.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_PT = 20
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, BINDING, OUTER = 37.0, 35.0, 28.0, 26.0
CHARACTERS, LINES = 28, 22
FOOTER_DISTANCE = 23.0
"""From the paper's edge to the foot of the page number: 7 mm below the type area, less the height of its line."""

SIZE_2, SMALL_2, SIZE_3, SIZE_4, SMALL_4, SIZE_5, SMALL_5 = 22.0, 18.0, 16.0, 14.0, 12.0, 10.5, 9.0
"""号 as points."""


@dataclass(frozen=True)
class Face:
    """A typeface by the name that official templates use, then what stands in for it, nearest first.

    ``generic`` is how a font table classes it, for programs that know none of the names.
    """

    name: str
    fallbacks: tuple[str, ...]
    generic: str


# Beside the Chinese name the Latin one, under which some programs know the same font; then those of Windows, macOS and Linux.
SONG_TITLE = Face(
    "方正小标宋简体",
    (
        "FZXiaoBiaoSong-B05S",
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05",
        "小标宋",
        "宋体",
        "SimSun",
        "Songti SC",
        "STSong",
        "Noto Serif CJK SC",
    ),
    "roman",
)
FANGSONG = Face(
    "仿宋_GB2312",
    ("FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "Songti SC", "Noto Serif CJK SC"),
    "roman",
)
KAITI = Face(
    "楷体_GB2312", ("KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti", "Kaiti SC", "Noto Serif CJK SC"), "roman"
)
HEITI = Face(
    "黑体", ("SimHei", "华文黑体", "STHeiti", "Heiti SC", "微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC"), "swiss"
)
SONG = Face("宋体", ("SimSun", "华文宋体", "STSong", "Songti SC", "Noto Serif CJK SC"), "roman")
FACES = (SONG_TITLE, FANGSONG, KAITI, HEITI, SONG)


@dataclass(frozen=True)
class Type:
    """Face and size of text, and the height of its lines, in points; ``exact`` lines never grow."""

    face: Face
    size: float
    line: float
    exact: bool = True


LINE = floor((PAGE_HEIGHT - TOP - BOTTOM) * TWIPS_PER_MM / LINES) / TWIPS_PER_PT
"""Points from line to line, cut down so that the last of 22 lines still fits."""
TITLE = Type(SONG_TITLE, SIZE_2, 36.0)
SUBTITLE = Type(KAITI, SIZE_3, LINE)
BODY = Type(FANGSONG, SIZE_3, LINE)
HEADINGS = (
    Type(HEITI, SIZE_3, LINE), Type(KAITI, SIZE_3, LINE), Type(FANGSONG, SIZE_3, LINE), Type(FANGSONG, SIZE_3, LINE),
)  # fmt: skip
QUOTE = Type(KAITI, SIZE_3, LINE)
NOTE = Type(KAITI, SIZE_4, 25.0)
CHECK = Type(FANGSONG, SIZE_4, 23.5)
"""Items to tick: a size below the text, so that most checklists are one sheet of paper."""
SMALL = Type(FANGSONG, SMALL_4, 20.0)
TABLE = Type(FANGSONG, SMALL_4, 18.0, exact=False)
DENSE_TABLE = Type(FANGSONG, SIZE_5, 15.5, exact=False)
TABLE_HEAD = Type(HEITI, SMALL_4, 18.0, exact=False)
EVIDENCE = Type(FANGSONG, SMALL_4, LINE)
CARD_VALUE = Type(SONG_TITLE, SIZE_2, 32.0, exact=False)
PAGE_NUMBER = Type(SONG, SIZE_4, 20.0)
FOOT_LINE = Type(SONG, SMALL_5, 20.0)

DENSE_FROM = 5
"""Columns from which a table is set in the smaller size."""
POINTS_PER_PIXEL = 0.75
"""CSS: 96 px to the inch."""
PICTURE_SHARE = 2 / 3
"""Of the type area's height: heading and caption stand on the same page as a picture."""
MOST_UPRIGHT, MOST_COLUMNS = 5, 8
"""Columns that an upright page takes, and a page on its side; a wider table is split, its first column repeated."""


@dataclass(frozen=True)
class Page:
    """A page's size and margins in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float

    @property
    def text_width(self) -> float:
        """Width of the type area."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the type area."""
        return self.height - self.top - self.bottom


UPRIGHT = Page(PAGE_WIDTH, PAGE_HEIGHT, TOP, BOTTOM, BINDING, OUTER, FOOTER_DISTANCE)
SIDEWAYS = Page(PAGE_HEIGHT, PAGE_WIDTH, BINDING, OUTER, BOTTOM, TOP, 15.0)
"""The upright page turned: the same type area, the head of the table at the binding edge."""

SUMMARY_PAGE = Page(PAGE_WIDTH, PAGE_HEIGHT, 15.0, 17.0, 18.0, 18.0, 8.0)
"""A summary must have it all on one page, so its margins are no official document's; its type is never below size 5."""
SUMMARY_TITLE, SUMMARY_SUBTITLE = Type(SONG_TITLE, SMALL_2, 25.0), Type(KAITI, SMALL_4, 16.0)
SUMMARY_LEAD, SUMMARY_HEADING = Type(KAITI, SMALL_4, 18.0), Type(HEITI, SMALL_4, 17.0)
SUMMARY_BODY, SUMMARY_HEAD = Type(FANGSONG, SIZE_5, 15.0), Type(HEITI, SIZE_5, 15.0)


def picture_room() -> tuple[float, float]:
    """Width and height in points that a picture may take."""
    points = TWIPS_PER_MM / TWIPS_PER_PT
    return UPRIGHT.text_width * points, UPRIGHT.text_height * points * PICTURE_SHARE


def picture_size(width: float, height: float) -> tuple[float, float]:
    """The size in points at which a picture of so many px is printed: its own, or as much smaller as the page needs."""
    widest, highest = picture_room()
    scale = min(POINTS_PER_PIXEL, widest / width, highest / height)
    return round(width * scale, 2), round(height * scale, 2)


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def character_pitch() -> int:
    """What a grid adds to each character of size 3 so that 28 fill the line, in 4096ths of a point (negative: closer)."""
    width = (PAGE_WIDTH - BINDING - OUTER) * TWIPS_PER_MM / TWIPS_PER_PT
    return floor((width / CHARACTERS - SIZE_3) * 4096)


def body_spacing() -> float:
    """Points between characters of size 3 that make 28 of them fill the line: what the grid does, told once more.

    LibreOffice gives a character that is wider than the grid's cell (16 pt in 15.8) two cells, so text does not follow the
    grid; with this spacing and exact lines it comes to the same 28 by 22 in every program.
    """
    return floor(character_pitch() / 4096 * 10) / 10  # in tenths: with any less LibreOffice's rounding loses the 28th


def line_pitch() -> int:
    """The grid's lines in twentieths of a point."""
    return round(LINE * TWIPS_PER_PT)


def column_widths(relative: tuple[float, ...], page: Page) -> tuple[int, ...]:
    """Columns in twips that fill the type area exactly."""
    whole, total = twips(page.text_width), sum(relative)
    edges = [round(whole * sum(relative[:index]) / total) for index in range(len(relative) + 1)]
    return tuple(right - left for left, right in pairwise(edges))

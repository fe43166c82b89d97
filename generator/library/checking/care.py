"""Rules of care on any text: quotations with evidence, superlatives marked, leaders' words verbatim, figures referred to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...report import Diagnostics, Position
from ...rules import BARE_NUMBER, QUOTED_SPEECH
from ..files import ContentFile
from ..linking.references import CLAIM, LINK, QUOTATION, blank, find_references, position_in, without_quotations
from ..sections import Prose
from .punctuation import check_punctuation

_GAP = r"[\s*_\\]*"
"""What an editor may have put between the characters of a word: emphasis, a line's end."""
_WORDS = (
    *(f"首{what}" for what in "个家创例座条款支部"),
    *(f"第一{what}" for what in "本声家例"),
    *(f"{where}{how}" for where in ("全国", "全省", "全市", "国内", "业内", "行业") for how in ("第一", "领先", "最早", "首次", "首批")),
    "率先", "唯一", "独创", "独一无二", "首屈一指",
)  # fmt: skip
SUPERLATIVE = re.compile("|".join(_GAP.join(word) for word in sorted(_WORDS, key=lambda word: (-len(word), word))))
WORK = re.compile("《[^》]*》")
"""The title of a work or document."""
TITLED = re.compile(rf"{WORK.pattern}|“[^”]*”")
"""A name of its own in a text: not our words."""
_LEADER = re.compile(
    r"(?:指出|强调|表示|认为|讲话|批示|(?:书记|主任|局长|部长|市长|区长|镇长|省长|负责人|总书记)[^，。；“”\n]{0,6}说)[：:，,]?“[^”\n]{8,}”"
)
_NUMBER = re.compile(r"(?<![第\dA-Za-zP.])\d[\d,]*(?:\.\d+)?(?!\d|[年月日号]|[A-Za-z])")
_NO_FIGURE = re.compile(r"段\d+(?:[、和至—-]\d+)*|\d+(?:[—至-]\d+)+(?=[年月日])|(?m:^\s*\d+\.\s)")
"""Numbers that are none of the case's figures: paragraph numbers, ranges of dates, list numbers."""
_TICK = re.compile(r"(?m)^[ \u3000]*(?:(?:[-*+]|\d+\.) *)?(?P<box>[\[【［][ xX]?[\]】］])(?!\()")
_PERSONAL = (
    (re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])"), "身份证号"),
    (re.compile(r"(?<!\d)(?:\+?86[ -]?)?1\d{2}(?:\d{8}|[ -]\d{4}[ -]\d{4})(?!\d)"), "手机号"),
)


def check_care(texts: Iterable[Prose], diagnostics: Diagnostics) -> None:
    """Apply every rule that needs nothing but the text."""
    for prose in texts:
        _check_quotations(prose, diagnostics)
        _check_leaders(prose, diagnostics)
        _check_ticks(prose, diagnostics)
        check_superlatives((prose,), diagnostics)
        check_punctuation((prose,), diagnostics)


def _check_quotations(prose: Prose, diagnostics: Diagnostics) -> None:
    for match in QUOTATION.finditer(prose.text):
        inner = Prose(match[0], prose.at)
        if not any(reference.scheme == "P" for reference in find_references(inner)):
            at = position_in(prose, match.start())
            diagnostics.error(at, "引文没有注明段落。请在引文末尾加 [段5](P5) 这样的依据。")


def check_personal(file: ContentFile, diagnostics: Diagnostics) -> None:
    """Tell every mobile and identity number, wherever in the file it stands: a manual is printed and handed on."""
    for number, line in enumerate(file.text.split("\n"), start=1):
        for pattern, what in _PERSONAL:
            for match in pattern.finditer(line):
                message = f"像是个人的{what}。手册会印发，不写个人的号码，请删去。"
                diagnostics.error(Position(file.path, number, match.start() + 1), message)


def check_superlatives(texts: Iterable[Prose], diagnostics: Diagnostics) -> None:
    """Tell what a source says of itself and nobody marked so."""
    for prose in texts:
        open_text = LINK.sub(_blank_unless_open, without_quotations(prose.text))
        for match in SUPERLATIVE.finditer(open_text):
            at = position_in(prose, match.start())
            word = re.sub(_GAP, "", match[0])
            message = f"“{word}” 是材料的自我评价。请写作 [{word}…](claim:P12)，页面会注明“文中自述”，或放在引文里。"
            diagnostics.error(at, message)


def _check_ticks(prose: Prose, diagnostics: Diagnostics) -> None:
    for match in _TICK.finditer(prose.text):
        message = "可以打勾的项只写在检查表里（题头 kind: 检查表）。这里请写成普通列表“- ……”。"
        diagnostics.error(position_in(prose, match.start("box")), message)


def _check_leaders(prose: Prose, diagnostics: Diagnostics) -> None:
    for match in _LEADER.finditer(without_quotations(prose.text)):
        message = "像是直接引用某人的话。领导和有关负责人的话要一字不差地放在引文（>）里并注明段落，或者不写。"
        diagnostics.found(QUOTED_SPEECH, position_in(prose, match.start()), message)


def check_numbers(texts: Iterable[Prose], known: Iterable[str], whose: str, diagnostics: Diagnostics) -> None:
    """Tell bare numbers that are none of the figures named in ``known``; ``whose`` tables those are, in words."""
    numbers = {number for word in known for number in _NUMBER.findall(word)}
    for prose in texts:
        bare = LINK.sub(blank, without_quotations(prose.text))
        bare = _NO_FIGURE.sub(blank, bare)
        told: set[str] = set()
        for match in _NUMBER.finditer(bare):
            if match[0] not in numbers and match[0] not in told:
                told.add(match[0])
                message = f"数字“{match[0]}” 在{whose}的数字表里没有。请加入数字表并写成 fig: 链接，或检查是否写错。"
                diagnostics.found(BARE_NUMBER, position_in(prose, match.start()), message)


def _blank_unless_open(match: re.Match[str]) -> str:
    """Hide claims, and the targets of other links; the words of other links stay open to the rule."""
    if match["target"].startswith(f"{CLAIM}:"):
        return blank(match)
    return f" {match['text']} ".ljust(len(match[0]))

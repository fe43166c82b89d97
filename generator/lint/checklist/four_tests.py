"""The four tests of teaching cases, 真实性、创新性、实效性、典型性, as questions for the editor: never scored, never published.

Case calls in China name the four; no count can answer them. Beside each question stands what the case itself shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...library.model import Case, Library
from .shown import Shown


@dataclass(frozen=True)
class Test:
    """One of the four, with its questions and what to show beside each."""

    name: str
    questions: tuple[tuple[str, Callable[[Shown], str]], ...]


FOUR_TESTS = (
    Test(
        "真实性",
        (
            ("每个数字都对照来源的段落看过，“近”“余”“以上”没有丢？", Shown.approximate),
            ("数字说得清数的是什么、哪一段时间、到哪里为止？说不清的，局限里写了没有？", Shown.blanks),
            ("材料夸自己的话，都标明是它自己说的？", Shown.claims),
            ("引文一字不差，没有截去要紧的半句？", Shown.quotations),
            ("有没有当事者以外的说法可以印证？没有的话，写明了没有？", Shown.sources),
        ),
    ),
    Test(
        "创新性",
        (
            ("同别处相比，新在哪一项做法，一句话说得出来？", Shown.mechanisms),
            ("说“首个”“率先”的，是多大范围里的，谁认定的，写明了没有？", Shown.superlatives),
            ("新名称后面有实在的做法？材料没有解释的，照实说没有解释？", Shown.terms),
            ("评奖、表彰同所说的创新是一回事？", Shown.honours),
        ),
    ),
    Test(
        "实效性",
        (
            ("已经做到的、打算做的，读者一眼分得开？", Shown.states),
            ("说升了、降了的，知道是同什么时候比？", Shown.changes),
            ("开头摆出的问题，后面各有着落？没有着落的，说明了没有？", Shown.problems),
            ("成效由哪项做法带来，是材料说的，还是编者推想的？推想的都写在编者分析里？", Shown.notes),
            ("疫情防控期间的数字另放一处，没有混进平常的成效？", Shown.pandemic),
        ),
    ),
    Test(
        "典型性",
        (
            ("条件不同的地方，能照做的是哪几样，要先具备什么？", Shown.lessons),
            ("不能照搬的，写够了没有？", Shown.limits),
            ("它代表哪一类地方？同类的别的案例是否说法相反？", Shown.setting),
            ("讨论题能让别处的人对照自己，而不只是复述本案？", Shown.questions),
            ("手册里取自本案的条款，有没有超出本案所说的？", Shown.uses),
        ),
    ),
)


def checklist(case: Case, library: Library) -> str:
    """The questions for one case in markdown, unticked, each with what the case shows."""
    shown = Shown(case, library)
    lines = [
        f"# 四性自查：{case.meta.short}",
        "",
        f"给编者自己看：只列本案写了什么，不打分，不公布。行号是 {case.at.path} 的。",
    ]
    for test in FOUR_TESTS:
        lines += ["", f"## {test.name}", ""]
        for question, show in test.questions:
            lines += [f"- [ ] {question}", f"  - 本案：{show(shown)}。"]
    return "\n".join(lines)

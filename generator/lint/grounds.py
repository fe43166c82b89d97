"""段落无依据, 数字无依据, 口径未写: what a case tells and rests on nothing, or on nothing that a reader could hold it to."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.linking.grounds import is_ground
from ..library.model import Case
from ..library.rows import Figure, Limit
from ..library.sections import Prose
from ..library.values import Status
from ..rules import FIGURE_WITHOUT_GROUNDS, PARAGRAPH_WITHOUT_GROUNDS, UNTOLD_BASIS
from .linted import Linted
from .reading.spoken import Spoken, blocks, speak

FACTS_FROM = 40
"""A paragraph of fewer Chinese characters leads over to something and tells no fact."""
_PARTS = ("background", "practice", "results")


def check_grounds(linted: Linted) -> None:
    """Apply the three rules to every case."""
    for case in linted.cases:
        for spoken in _paragraphs(case):
            _paragraph(spoken, linted)
        for figure in case.rows(Figure):
            _figure(case, figure, linted)


def _paragraphs(case: Case) -> Iterator[Spoken]:
    """What blank lines part in the three parts that tell the case; a quotation must name its paragraph anyhow."""
    for part in case.parts:
        for section in part.walk() if part.anchor in _PARTS else ():
            for prose in (block for block in section.blocks if isinstance(block, Prose)):
                for start, end in blocks(prose):
                    if not prose.text[start:end].lstrip().startswith(">"):
                        yield speak(prose, start, end)


def _paragraph(spoken: Spoken, linted: Linted) -> None:
    grounded = any(map(is_ground, spoken.targets))
    if spoken.length > FACTS_FROM and not (grounded or spoken.note or spoken.text.endswith("：")):
        message = "这一段没有依据。请在段末注明段落，如 [段5](P5)；是编者的话，开头写“编者分析：”或“建议：”。"
        linted.diagnostics.found(PARAGRAPH_WITHOUT_GROUNDS, spoken.at(), message)


def _figure(case: Case, figure: Figure, linted: Linted) -> None:
    literal = figure.quantity.literal
    if not figure.evidence.paragraphs:
        message = f"数字 {figure.id}（{literal}）的依据不是段号。材料里没有的数不写进数字表。"
        linted.diagnostics.found(FIGURE_WITHOUT_GROUNDS, figure.cells.get("依据", figure.at), message)
    bare = not (figure.period or figure.baseline or figure.basis)
    is_change = figure.status is Status.ACHIEVED and figure.quantity.is_change and figure.quantity.unit == "%"
    if is_change and bare and not _in_limits(case, figure):
        message = (
            f"数字 {figure.id}（{literal}）的时段、基期、口径都没有写，“局限”也没有提到。材料没有说的，请写进“局限”。"
        )
        linted.diagnostics.found(UNTOLD_BASIS, figure.at, message)


def _in_limits(case: Case, figure: Figure) -> bool:
    """Whether a limit names the figure: by a link, its number, or the name of what is measured."""
    name = figure.name.removesuffix("的变化")
    words = (f"fig:{figure.id})", figure.quantity.literal, name)
    return any(word in limit.text for limit in case.rows(Limit) for word in words)

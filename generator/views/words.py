"""What row templates call to put a record's words on the page: cells, evidence and names of other rows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..library.evidence import Evidence
from ..library.model import Case
from ..library.rows import Row
from ..library.sections import Prose
from ..library.values import UNKNOWN
from ..markup.plain import plain
from ..markup.render import Renderer


@dataclass(frozen=True)
class Words:
    """The renderer of one page, bound to the case that speaks (``context``) and the section it stands in (``record``)."""

    renderer: Renderer
    context: str
    record: str

    def inline(self, text: str) -> Markup:
        """A cell's text as inline HTML, its references resolved."""
        return self.renderer.inline(text, self.context)

    def prose(self, prose: Prose) -> Markup:
        """Paragraphs, lists and quotations as block HTML."""
        return self.renderer.prose(prose, self.context, self.record)

    def within(self, prose: Prose, context: str) -> Markup:
        """Block HTML of text that belongs to another ``context``."""
        return self.renderer.prose(prose, context, self.record)

    def spoken(self, evidence: Evidence) -> Markup:
        """The evidence marks of a record as text that is copied, printed and searched with the page."""
        return self.renderer.evidence(evidence, self.context, spoken=True)

    def evidence(self, evidence: Evidence) -> Markup:
        """The evidence marks of a record."""
        return self.renderer.evidence(evidence, self.context)

    def plain(self, text: str) -> str:
        """A cell's text without markup."""
        return plain(text)


class Rows:
    """The rows of one case by id, for relations that name another row."""

    def __init__(self, case: Case) -> None:
        self._rows = {row.id: row for row in case.all_rows()}

    def get(self, id_: str) -> Row | None:
        """The row with this id; None for 材料未说明."""
        return None if id_ == UNKNOWN else self._rows[id_]

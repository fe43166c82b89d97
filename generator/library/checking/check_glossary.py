"""Rules of terms.yml: a definition or 材料未解释, evidence that exists, no word claimed twice."""

from __future__ import annotations

from collections.abc import Mapping

from ...report import Diagnostics
from ..entries import Term
from ..evidence import PARAGRAPH, Paragraph
from ..linking.index import Index
from ..linking.link import paragraph_problem
from ..linking.references import LINK
from ..strict_yaml import Located
from .care import SUPERLATIVE


def check_terms(terms: Mapping[str, Term], index: Index, located: Located, diagnostics: Diagnostics) -> None:
    """Tell every term that breaks a rule, at its line."""
    owners: dict[str, str] = {name: name for name in terms}
    for name, term in terms.items():
        if term.unexplained == bool(term.definition):
            what = "既有释义又标明未解释" if term.definition else "没有释义"
            message = f"术语 {name}: {what}。请写 definition，或（材料用了而没有解释的）只写 unexplained: true。"
            diagnostics.error(located.key_position((name,)), message)
        match = SUPERLATIVE.search(LINK.sub("", term.definition))
        if match:
            message = f"术语 {name}: “{match[0]}” 是材料的自我评价。请写作 [{match[0]}…](claim:来源:P12)，页面会注明“文中自述”。"
            diagnostics.error(located.position((name, "definition")), message)
        for number, word in enumerate(term.evidence):
            problem = _evidence_problem(word, index)
            if problem:
                diagnostics.error(located.position((name, "evidence", number)), f"术语 {name}: {problem}")
        for number, word in enumerate(term.synonyms):
            if word in owners:
                message = f"术语 {name}: 同义词“{word}” 已属于词条“{owners[word]}”。一个词只归一个词条。"
                diagnostics.error(located.position((name, "synonyms", number)), message)
            owners.setdefault(word, name)


def term_paragraph(word: str) -> Paragraph | None:
    """Read ``chengyang-bandao:P15``; None when it is not of that form."""
    match = PARAGRAPH.fullmatch(word)
    return Paragraph(match["source"], int(match["number"])) if match and match["source"] else None


def _evidence_problem(word: str, index: Index) -> str:
    paragraph = term_paragraph(word)
    if paragraph is None:
        return f"依据“{word}” 应写 来源:段号，如 chengyang-bandao:P15。"
    return "" if index.told(paragraph, "") else paragraph_problem(paragraph, index.sources)

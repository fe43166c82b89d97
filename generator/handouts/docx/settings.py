"""Settings of the file: Chinese, the punctuation of official documents, today's layout rules of Word."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

_MODE = "compatibilityMode"
_WORD_2013 = "15"


def set_settings(word: WordDocument) -> None:
    """Replace what python-docx's template says for Japanese and for Word 2010."""
    root = word.settings.element
    word.settings.odd_and_even_pages_header_footer = True
    for element in root.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == _MODE:
            element.set(qn("w:val"), _WORD_2013)
    for element in root.iter(qn("w:themeFontLang")):
        element.set(qn("w:eastAsia"), "zh-CN")
    for element in root.iter(qn("w:characterSpacingControl")):
        element.set(qn("w:val"), "compressPunctuation")  # 》《 and 。” take less than two characters, as in print

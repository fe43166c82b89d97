"""The report of an import: everything that was changed, set aside or left unclear, for the editor to look at."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .candidate_report import candidate_items, passed_items
from .candidates import Scan
from .decoding import LOST


def report(name: str, article: Article, scan: Scan) -> str:
    """Return the report on the file called ``name``, with the numbers found in it, as markdown."""
    return "\n".join([f"# 导入报告：{name}", "", *_sections(article), *_numbers(scan)]) + "\n"


def summary(article: Article, scan: Scan) -> str:
    """The same in one sentence, for a terminal."""
    return (
        f"正文 {len(article.paragraphs)} 段；修复 {len(article.mended)} 处，去掉注音 {_removed(article)} 处，"
        f"另放 {len(article.set_aside)} 行；有 {len(article.unclear)} 段要核对；候选数字 {len(scan.taken)} 个。"
    )


def _removed(article: Article) -> int:
    return sum(note.removed for note in article.notes)


def _sections(article: Article) -> Iterator[str]:
    simple = "原文是繁体，已逐字转为简体，用词没有改。" if article.was_traditional else "原文是简体，没有转换。"
    yield f"编码：{article.decoded.encoding}。{simple}去掉注音 {_removed(article)} 处。"
    yield ""
    if article.decoded.lost:
        yield f"有 {article.decoded.lost} 个字符读不出来，文中写作“{LOST}”。请对照原件补上。"
        yield ""
    yield from _section(
        "修复的乱码", "修复处在文中用 ⟦ ⟧ 标出；⟦?⟧ 是不能确定的，没有猜。请逐处对照原件。", _mended(article)
    )
    yield from _section("要核对的段落", "段里有 ⟦?⟧、夹在汉字间的“?”或读不出的字符。", _numbered(article))
    kept = [f"{note.char}（{note.reading}）" for note in article.notes if not note.removed]
    yield from _section("像注音的", "括号里不是前一个字的读音，留在文中，请核对。", kept)
    aside = [f"{line.kind.value}：{line.text}" for line in article.set_aside]
    yield from _section("另放的行", "认为不是这篇文章的，没有放进正文。放错了的请移回。", aside)
    marked = [
        f"{line.kind.value}：P{line.number:02d} {line.text}" for line in article.paragraphs if line.kind.name != "TEXT"
    ]
    yield from _section("图注和署名", "留在正文原处。认错了的请改。", marked)


def _numbers(scan: Scan) -> Iterator[str]:
    told = "案例草稿的“数字”表照此开列。状态是照句中的词猜的，指标是照旁边的字取的，请逐个对照段落核对。"
    yield from _section("候选数字", told, candidate_items(scan))
    yield from _section("见到而没有取的数", "认为不是案例的数字。取错了的请自己加进表里。", passed_items(scan))


def _section(title: str, told: str, items: list[str]) -> Iterator[str]:
    yield f"## {title}（{len(items)}）"
    yield ""
    if items:
        yield told
        yield ""
        yield from (f"- {item}" for item in items)
        yield ""


def _mended(article: Article) -> list[str]:
    return [f"`{place.before}` → {place.after}" for place in article.mended]


def _numbered(article: Article) -> list[str]:
    return [f"P{line.number:02d} {line.text}" for line in article.unclear]

"""The report of an import: everything that was changed, set aside or left unclear, what needs looking at first at the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from .article import Article
from .drafting.candidate_report import candidate_items, passed_items
from .drafting.candidates import Scan
from .mending.decoding import LOST
from .sorting.origin import Found, Origin
from .sorting.paragraphs import Kind, Paragraph

_FIRST_CHARACTERS = 40


def report(name: str, article: Article, scan: Scan) -> str:
    """Return the report on the file called ``name``, with the numbers found in it, as markdown."""
    return "\n".join([f"# 导入报告：{_shown(name)}", "", *_sections(article, scan)]) + "\n"


def summary(article: Article, scan: Scan) -> str:
    """The same in one sentence, for a terminal."""
    return (
        f"正文 {len(article.paragraphs)} 段；修复 {len(article.mended)} 处，去掉注音 {_removed(article)} 处，"
        f"另放 {len(article.set_aside)} 行；有 {len(list(_first(article)))} 处要先看；候选数字 {len(scan.taken)} 个。"
    )


def _removed(article: Article) -> int:
    return sum(note.removed for note in article.notes)


def _sections(article: Article, scan: Scan) -> Iterator[str]:
    simple = "原文是繁体，已逐字转为简体，用词没有改。" if article.was_traditional else "原文是简体，没有转换。"
    yield f"读作：{article.decoded.encoding}。{simple}去掉注音 {_removed(article)} 处。"
    yield ""
    yield from _section("先看这些", "看过之后再看下面的各组。", list(_first(article)))
    yield from _origin(article.origin)
    yield from _section(
        "修复的乱码", "修复处在文中用 ⟦ ⟧ 标出；⟦?⟧ 是不能确定的，没有猜。请逐处对照原件。", _mended(article)
    )
    yield from _section("认作空格的问号", "空格后的“?”是第二个空格，文中写作 ⟦ ⟧。", list(_spaces(article)))
    yield from _aside(article.set_aside)
    marked = [
        f"{line.kind.value}：P{line.number:02d} {_shown(line.text)}"
        for line in article.paragraphs
        if line.kind is not Kind.TEXT
    ]
    yield from _section("图注、署名和脚注", "留在正文原处。认错了的请改。", marked)
    yield from _numbers(scan)
    yield from _section("去掉的注音", "注音是前一个字的读音，原字没有动。", _by_times(_annotations(article)))
    changed = {f"{one.before} → {one.after}": one.times for one in article.converted}
    yield from _section("繁体转简体", "左边是原文的字，右边是现在的字。", _by_times(changed))


def _numbers(scan: Scan) -> Iterator[str]:
    told = "案例草稿的“数字”表照此开列。状态是照句中的词猜的，指标是照旁边的字取的，请逐个对照段落核对。"
    yield from _section("候选数字", told, candidate_items(scan))
    yield from _section("见到而没有取的数", "认为不是案例的数字。取错了的请自己加进表里。", passed_items(scan))


def _first(article: Article) -> Iterator[str]:
    """What an editor should look at before anything else."""
    if article.mended:
        yield f"修复了 {len(article.mended)} 处乱码，见下面“修复的乱码”，请逐处对照原件。"
    yield from map(_shown, article.remarks)
    if article.decoded.lost:
        yield f"有 {article.decoded.lost} 个字符读不出来，文中写作“{LOST}”。请对照原件补上。"
    for doubt in article.doubts:
        yield f"可能不是本文：从“{_opening(doubt.text)}”起，{doubt.why}。仍留在正文，请看是不是另一篇文章。"
    others = [line for line in article.set_aside if line.kind is Kind.OTHER]
    if others:
        why = f"（{others[0].why}）" if others[0].why else ""
        yield f"从“{_opening(others[0].text)}”起的 {len(others)} 行认为是其他文章{why}，另放了。放错了的请移回。"
    for line in article.unclear:
        yield f"P{line.number:02d} 有 ⟦?⟧、夹在汉字间的“?”或读不出的字符：{_shown(line.text)}"
    for note in article.notes:
        if not note.removed:
            yield f"{note.char}（{note.reading}）像注音，但不是前一个字的读音，留在文中。"


def _origin(origin: Origin) -> Iterator[str]:
    named = {"标题": origin.title, "发布者": origin.publisher, "作者": origin.author, "日期": origin.date}
    yield f"## 出处（找到 {sum(map(bool, named.values()))} 项）"
    yield ""
    yield "写明在哪里找到。没有找到的不猜，请查原件。"
    yield ""
    yield from (f"- {name}：{_told(found)}" for name, found in named.items())
    yield ""


def _told(found: Found) -> str:
    return f"{_shown(found.text)}（见 {found.where}）" if found else "没有找到"


def _spaces(article: Article) -> Iterator[str]:
    for line in article.paragraphs:
        for before, after in zip(line.text.split("⟦ ⟧"), line.text.split("⟦ ⟧")[1:], strict=False):
            yield f"P{line.number:02d}：`{before[-6:]} ?{after[:6]}` → {before[-6:]}⟦ ⟧{after[:6]}"


def _annotations(article: Article) -> Counter[str]:
    return Counter(f"{note.char}({note.reading}) → {note.char}" for note in article.notes if note.removed)


def _by_times(changes: Mapping[str, int]) -> list[str]:
    """The changes that were made equally often in one item: nine in ten were made once or twice."""
    groups: dict[int, list[str]] = {}
    for change, times in sorted(changes.items(), key=lambda item: -item[1]):
        groups.setdefault(times, []).append(change)
    return [f"各 {times} 处：{'，'.join(group)}" for times, group in groups.items()]


def _aside(lines: Iterable[Paragraph]) -> Iterator[str]:
    """What was set aside, in groups of one kind and reason, each line whole."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        name = f"{line.kind.value} · {line.why}" if line.why and line.kind is not Kind.OTHER else line.kind.value
        groups.setdefault(name, []).append(_shown(line.text))
    if groups:
        yield f"## 另放的行（{sum(map(len, groups.values()))}）"
        yield ""
        yield "认为不是这篇文章的，没有放进正文，全部列在这里。放错了的请移回。"
        yield ""
    for name, texts in groups.items():
        yield from _section(name, "", texts, "###")


def _section(title: str, told: str, items: list[str], level: str = "##") -> Iterator[str]:
    if items:
        yield f"{level} {title}（{len(items)}）"
        yield ""
        yield from ([told, ""] if told else [])
        yield from (f"- {item}" for item in items)
        yield ""


def _mended(article: Article) -> list[str]:
    places = zip(article.mended_in, article.mended, strict=True)
    return [
        f"{f'P{number:02d}' if number else '另放的行'}：`{place.before}` → {place.after}" for number, place in places
    ]


def _opening(text: str) -> str:
    shown = _shown(text)
    return shown if len(shown) <= _FIRST_CHARACTERS else f"{shown[:_FIRST_CHARACTERS]}……"


def _shown(text: str) -> str:
    """Text on one line of the report."""
    return " ".join(text.split())

"""Lines of an article told apart; none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.sorting.paragraphs import MARKS, SET_ASIDE, Kind, Line, Paragraph, numbered, read_numbered, sort

BODY = "居民议事会每月召开一次，由社区党支部主持，议定的事项由物业公司落实。" * 8
ARTICLE = f"""社区议事的做法

一、怎样议事 ?怎样落实
{BODY}
居民在议事角同物业公司负责人交谈
?
二、几点体会
{BODY}
（本报记者：张三）
版权声明：本站内容由用户提供，转载请注明。
下一篇 2020年1月1日
相关推荐
另一篇文章的题目
另一篇文章的摘要。
"""


def sort_lines(text: str) -> list[Paragraph]:
    return numbered(sort([Line(line) for line in text.split("\n")]))


def test_what_is_written_is_read_again() -> None:
    for kind in (Kind.TEXT, *MARKS):
        for number in (7, 1200):
            one = Paragraph(kind, "居民议事。", number)
            assert read_numbered(str(one)) == one
    assert read_numbered("没有段号的一行") is None


def test_each_line_is_taken_for_what_it_is() -> None:
    kinds = [paragraph.kind for paragraph in sort_lines(ARTICLE)]
    text, page, other = Kind.TEXT, Kind.PAGE, Kind.OTHER
    expected = [text, text, text, Kind.CAPTION, page, text, text, Kind.BYLINE, page, page, page, other, other]
    assert kinds == expected


def test_the_head_of_a_page_is_told_from_title_and_authors() -> None:
    lines = sort_lines(
        "首页 > 社区治理 > 经验交流\n字号:大 中 小\n柳巷小区：一张条凳议出来的电梯\n柳巷街道 周明 何秀兰\n" + ARTICLE
    )
    assert [line.kind for line in lines[:4]] == [Kind.PAGE, Kind.PAGE, Kind.TEXT, Kind.BYLINE]
    assert (lines[2].number, lines[3].number) == (1, 2)


def test_the_article_is_numbered_without_gaps_and_a_lost_space_is_marked() -> None:
    kept = [paragraph for paragraph in sort_lines(ARTICLE) if paragraph.number]
    assert [paragraph.number for paragraph in kept] == list(range(1, 8))
    assert str(kept[1]) == "P02 一、怎样议事⟦ ⟧怎样落实"
    assert str(kept[3]) == "P04 [图] 居民在议事角同物业公司负责人交谈"


def test_headings_without_numbers_are_not_taken_for_captions() -> None:
    text = f"{BODY}\n推进社区议事落实还有哪些问题要解决\n{BODY}"
    assert {paragraph.kind for paragraph in sort_lines(text)} == {Kind.TEXT}


def test_a_line_of_source_and_date_is_no_caption_but_one_that_tells_of_a_picture_is() -> None:
    text = f"怎样议事\n信息来源：某区民政局 浏览次数：12\n一、议事\n{BODY}\n图为居民在议事。\n二、公示\n{BODY}"
    kinds = [paragraph.kind for paragraph in sort_lines(text)]
    assert kinds[1] is Kind.TEXT and kinds[4] is Kind.CAPTION


def test_links_to_other_articles_at_the_top_take_no_text_with_them() -> None:
    kinds = [paragraph.kind for paragraph in sort_lines(f"相关阅读\n{BODY}\n{BODY}")]
    assert kinds == [Kind.PAGE, Kind.TEXT, Kind.TEXT]


@given(st.text(max_size=200))
def test_no_line_is_lost(text: str) -> None:
    paragraphs = sort_lines(text)
    assert len(paragraphs) == sum(bool(line.strip()) for line in text.split("\n"))
    assert all((paragraph.number == 0) == (paragraph.kind in SET_ASIDE) for paragraph in paragraphs)

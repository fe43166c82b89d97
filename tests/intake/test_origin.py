"""What a text tells of its own origin is found with its place; what it does not tell stays empty."""

from __future__ import annotations

import pytest

from generator.intake.sorting.origin import Found, Origin, origin_of
from generator.intake.sorting.paragraphs import Line, numbered, sort

BODY = "居民议事会2021年5月1日开始，每月召开一次，由社区党支部主持，议定的事项由物业公司落实。" * 3


def found(*lines: str) -> Origin:
    return origin_of(numbered(sort(list(map(Line, lines)))))


def test_title_byline_source_and_date_are_found_with_their_places() -> None:
    origin = found("小区议事角怎样议事", "来源：某社区报 2021年8月9日 10:20", "晨报记者 李四", BODY)
    assert origin.title == Found("小区议事角怎样议事", "P01")
    assert origin.publisher == Found("某社区报", "P02")
    assert origin.date == Found("2021-08-09", "P02")
    assert origin.author == Found("李四", "P03")


def test_a_line_over_the_headline_is_told_with_it() -> None:
    origin = found("推进社区议事", "丙小区：一张桌子解决停车难", "张 三 李四五", BODY)
    assert origin.title == Found("推进社区议事", "P01（P02 也像标题）")
    assert origin.author == Found("张 三 李四五", "P03")


def test_an_article_that_tells_nothing_gets_nothing() -> None:
    assert found(BODY, "一、怎样议事", BODY) == Origin()


@pytest.mark.parametrize("line", ["下一篇 2023年12月8日", "2023年13月40日", "会议于2023年12月8日召开，居民代表到会。"])
def test_a_date_of_another_page_or_another_thing_is_not_the_date_of_the_article(line: str) -> None:
    assert not found(BODY, line).date


@pytest.mark.parametrize("name", ["（案例研究组成员：张三、李四）", "课题组成员：张三、李四"])
def test_the_authors_at_the_end_are_found(name: str) -> None:
    assert found(BODY, BODY, name).author == Found("张三、李四", "P03")


def test_what_one_place_does_not_tell_is_taken_from_the_other() -> None:
    first, second = (
        Origin(title=Found("甲", "P01")),
        Origin(title=Found("乙", "网页"), date=Found("2021-08-09", "网页")),
    )
    assert first.filled(second) == Origin(title=Found("甲", "P01"), date=Found("2021-08-09", "网页"))

"""What is another article is set aside only where everything speaks for it; the title once more always is."""

from __future__ import annotations

import pytest

from generator.intake.article import Article, read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.report import report
from generator.intake.sorting.paragraphs import Kind

FIRST = [
    "甲山区把居民议事会开到楼下，甲山区社区党支部主持，甲山街道的物业公司列席，议定的事项当月落实。",
    "在甲山区，议事会每月一次。甲山街道把议定的事项贴在门口，居民随时可以查看办到了哪一步。",
    "甲山街道还请退休教师教居民怎样提议。教了三次以后，提议写得清楚，表决也快了，议事会不再拖到夜里。",
    "甲山街道说，下一步把这个做法推到其余各个小区，办法仍由居民自己商定，街道不派人主持，只提供场地。",
    "甲山区打算年内在各个小区都开起议事会，区里只看两样：议了没有，办了没有。办不成的，也要把原因贴出来。",
]
SECOND = [
    "石桥镇的停车位少，车停在路上。石桥镇请居民自己划线，石桥村先划了三十个，两天就划完了。",
    "石桥镇随后把划线的办法写成一页纸，石桥村的居民照着做，谁先到谁先停，不占消防通道。",
    "石桥村的老人不开车，提出把两个车位改成长椅。石桥镇同意了，长椅放在树下，每天坐满了人。",
    "石桥镇还在路口装了镜子，转弯看得见来车。半年里路口没有出过事，石桥村的居民都说这面镜子装得好。",
    "石桥镇说，划线和装镜子花钱不多，难的是先坐下来谈。石桥村谈了四次，每次都记下谁提了什么，后来就有据可查。",
]
TITLE, NEXT = "议事会开到楼下", "划线停车不占道"


def read(*lines: str) -> Article:
    return read_article("\n".join(lines).encode(), [], "a.txt")


def told(article: Article) -> str:
    return report("x", article, find_candidates(article.paragraphs))


def kept(article: Article) -> list[str]:
    return [one.text for one in article.paragraphs]


@pytest.mark.parametrize(
    "sign",
    [["（图片由甲山街道提供）", NEXT], [NEXT, "晨报记者 张三"], ["责任编辑：张三", NEXT], [NEXT, "来源：石桥报"]],
)
def test_another_article_glued_to_the_end_is_set_aside_with_the_reason(sign: list[str]) -> None:
    article = read(TITLE, *FIRST, *sign, *SECOND)
    assert kept(article)[: 1 + len(FIRST)] == [TITLE, *FIRST] and NEXT not in kept(article)
    others = [one for one in article.set_aside if one.kind is Kind.OTHER]
    assert [one.text for one in others][-len(SECOND) :] == SECOND and "前面说的是甲山，从这里起说的是石桥" in others[
        0
    ].why
    assert f"从“{NEXT}”起的" in told(article)


def test_without_a_sign_that_one_ended_it_is_only_told() -> None:
    article = read(TITLE, *FIRST, NEXT, *SECOND)
    assert kept(article) == [TITLE, *FIRST, NEXT, *SECOND]
    assert f"可能不是本文：从“{NEXT}”起" in told(article)


def test_a_section_that_speaks_of_the_same_place_is_kept_and_nothing_told() -> None:
    later = [line.replace("石桥", "甲山") for line in SECOND]
    article = read(TITLE, *FIRST, "（图片由甲山街道提供）", NEXT, *later)
    assert kept(article)[-1 - len(later) :] == [NEXT, *later] and not article.doubts


def test_the_title_once_more_is_set_aside_and_its_first_line_kept() -> None:
    article = read(TITLE, FIRST[0], TITLE, FIRST[1], f"{TITLE} ", FIRST[2])
    assert kept(article) == [TITLE, *FIRST[:3]]
    assert [one.kind for one in article.set_aside] == [Kind.REPEATED, Kind.REPEATED]


def test_a_line_that_only_has_the_title_in_it_is_kept() -> None:
    assert f"{TITLE}以后" in kept(read(TITLE, FIRST[0], f"{TITLE}以后", FIRST[1]))

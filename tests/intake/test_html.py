"""Saved pages: the article becomes lines, everything around it stands in the report with why."""

from __future__ import annotations

import pytest

from generator.intake.article import Article, read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.mending.decoding import NotTextError
from generator.intake.report import report
from generator.intake.sorting.paragraphs import Kind


def told_of(article: Article) -> str:
    return report("x", article, find_candidates(article.paragraphs))


TEXT = "居民议事会每月召开一次，由社区党支部主持，议定的事项由物业公司落实。"
MORE = "物业公司在小区设立服务站，为老年居民代买药品、维修水电，每天开放八小时。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="{{charset}}"><title>小区议事角怎样议事_某某社区网</title>
<meta name="PubDate" content="2021-08-09 10:20"><script>var text = "<p>程序里的字。</p>";</script></head><body>
<form id="all"><div class="nav"><a href="/">首页</a></div><div class="wrap">
<h1>小区议事角怎样议事</h1><div class="info">来源：某社区报 <span>字体：大 中 小</span></div>
<div id="content"><p>　　{TEXT}</p><p>{TEXT[:10]}<b>{TEXT[10:]}</b></p>
<p><img src="a.jpg" alt="小区议事角怎样议事"><img src="b.jpg" alt="居民在议事角交谈"></p>
<table><tr><td>指标</td><td>数值</td></tr><tr><td>议事</td><td>23次</td></tr></table>
<ul><li>先提议</li><li>再表决</li></ul></div></div>
<div class="comment-list"><p>网友甲：这个做法很好，我们小区也要学。</p></div>
<div style="display:none">隐藏的字</div><footer>某某社区网 版权所有</footer></form></body></html>"""


def read(page: str, encoding: str = "utf-8") -> Article:
    return read_article(page.encode(encoding), [], "页.html")


def body(content: str) -> list[str]:
    return [one.text for one in read(f"<html><body>{content}</body></html>").paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["utf-8", "gbk", "big5"])
def test_the_article_is_read_whatever_encoding_the_page_says_it_has(encoding: str, declared: str) -> None:
    article = read(PAGE.format(charset=declared), encoding)
    assert [str(one)[4:] for one in article.paragraphs] == [
        "小区议事角怎样议事",
        "来源：某社区报 字体：大 中 小",
        TEXT,
        TEXT,
        "[图] 居民在议事角交谈",
        "指标 | 数值",
        "议事 | 23次",
        "先提议",
        "再表决",
    ]


def test_a_traditional_page_in_big5_is_read() -> None:
    article = read(
        "<html><meta charset='gbk'><body><p>社區每個月開一次會，居民可以提議，結果貼在門口。</p></body></html>", "big5"
    )
    assert article.decoded.encoding == "Big5" and "社区每个月开一次会" in article.text()


def test_what_is_left_out_stands_in_the_report_with_why() -> None:
    told = told_of(read(PAGE.format(charset="utf-8")))
    for group, line in {
        "网页文字 · 导航": "首页",
        "网页文字 · 评论": "网友甲：这个做法很好，我们小区也要学。",
        "网页文字 · 没有显示": "隐藏的字",
        "网页文字 · 页脚": "某某社区网 版权所有",
        "重复的标题 · 图片的替代文字（标题）": "小区议事角怎样议事",
    }.items():
        assert f"### {group}（1）\n\n- {line}\n" in told
    assert "程序里的字" not in told


def test_what_the_page_says_of_its_origin_is_told_as_of_the_page() -> None:
    origin = read(PAGE.format(charset="utf-8")).origin
    assert (origin.title.text, origin.title.where) == ("小区议事角怎样议事", "P01")
    assert (origin.publisher.text, origin.publisher.where) == ("某社区报", "P02")
    assert origin.date.text == "2021-08-09" and "不一定是文章的" in origin.date.where


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (f"<p>{TEXT}<br>{MORE}</p>", [TEXT, MORE]),
        ("<p>一、怎样议事<br><br>二、怎样公示</p>", ["一、怎样议事", "二、怎样公示"]),
        (f"<p>{TEXT[:20]}<br>{TEXT[20:]}</p>", [TEXT]),
        ("<h2>小区议事角<br>怎样议事</h2>", ["小区议事角 怎样议事"]),
        (f"<p>{TEXT[:10]}\n   {TEXT[10:]}</p>", [TEXT]),
        (f"<pre>{TEXT}\n{MORE}</pre>", [TEXT, MORE]),
        (f"{TEXT}<div>{MORE}</div>", [TEXT, MORE]),
        ("<ruby>议<rt>yì</rt></ruby>事角设在一楼。", ["议事角设在一楼。"]),
    ],
)
def test_blocks_become_lines_and_inline_markup_joins(content: str, lines: list[str]) -> None:
    assert body(content) == lines


def test_a_table_that_lays_out_a_page_is_read_as_a_page() -> None:
    assert (
        body(f"<table><tr><td>{TEXT * 6}</td><td>旁边</td></tr><tr><td>下面</td><td>右下</td></tr></table>")[0]
        == TEXT * 6
    )


def test_text_of_a_table_beside_its_cells_is_not_lost() -> None:
    rows = "<tr><td>甲</td><td>乙</td></tr>注一<tr><td>丙</td><td>丁</td></tr>注二"
    assert "".join(body(f"<p>{TEXT}</p><table>{rows}</table>")) == f"{TEXT}甲乙注一丙丁注二"


def test_a_caption_is_one_because_the_page_says_so() -> None:
    article = read(
        f"<body><p>{TEXT}</p><figure><img src=a alt='居民交谈'><figcaption>居民交谈</figcaption></figure></body>"
    )
    assert [one.text for one in article.paragraphs if one.kind is Kind.CAPTION] == ["居民交谈"]


def test_an_article_is_kept_whatever_its_part_is_called() -> None:
    assert body(f'<div class="sidebar"><p>{TEXT}</p><p>{MORE}</p></div><div class="sidebar">短。</div>') == [TEXT, MORE]


def test_a_page_that_tells_nothing_apart_is_kept_whole_and_that_is_told() -> None:
    article = read(f"<body><div><p>{TEXT * 4}</p></div><div><p>{MORE * 4}</p></div></body>")
    assert [one.text for one in article.paragraphs] == [TEXT * 4, MORE * 4]
    assert any("文字全部留下了" in remark for remark in article.remarks)


def test_a_lead_between_title_and_text_stays() -> None:
    page = f"<title>小区议事角怎样议事</title><body><h1>小区议事角怎样议事</h1><div>{MORE}</div><div>{TEXT * 20}</div><i>打印</i></body>"
    assert [one.text for one in read(page).paragraphs] == ["小区议事角怎样议事", MORE, TEXT * 20]


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<script>show('议事')</script>", "<!--", ""])
def test_a_page_without_text_is_told_with_what_to_do(page: str) -> None:
    with pytest.raises(NotTextError, match="存成 txt 文件再导入"):
        read(page)


def test_a_page_nested_without_end_is_told() -> None:
    with pytest.raises(NotTextError, match="超过两千层"):
        read("<div>" * 5000 + TEXT)


def test_a_page_of_navigation_alone_is_kept_for_the_editor_to_see() -> None:
    article = read("<body><nav>首页</nav><footer>版权所有</footer></body>")
    assert [one.text for one in article.paragraphs] == ["首页", "版权所有"] and "认不出" in article.remarks[0]

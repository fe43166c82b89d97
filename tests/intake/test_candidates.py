"""Figures found in running text: the literal as the source has it, what is counted, a guess of its status; other numbers are left and told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.drafting.candidate_report import candidate_items, passed_items
from generator.intake.drafting.candidates import MOST, Scan, find_candidates
from generator.intake.drafting.mentions import datings, named_documents
from generator.intake.drafting.places import place_of
from generator.intake.sorting.paragraphs import Kind, Paragraph
from generator.library.figures import parse_figure


def scan(*texts: str) -> Scan:
    return find_candidates(Paragraph(Kind.TEXT, text, number) for number, text in enumerate(texts, start=1))


def literals(text: str) -> list[str]:
    return [one.quantity.literal for one in scan(text).taken]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("丙街道建立1200余个议事点，入户近3000户。", ["1200余个", "近3000户"]),
        ("满意度从82%上升到87%，投诉量由40件减少到12件。", ["82%→87%", "40件→12件"]),
        ("报修时间缩短了，投诉降低了12.5%，同比下降近20%。", ["降低12.5%", "下降近20%"]),
        ("设四类12项服务、3类20个网格，平均每月受理约170余个。", ["四类12项", "3类20个", "约170余个"]),
        ("有近20万居民，巡查23轮3.3亿人次，受理近3000件每年。", ["近20万", "23轮", "3.3亿人次", "近3000件每年"]),
        ("到2030年底实现全覆盖，覆盖率达到70%以上。", ["全覆盖", "70%以上"]),
        ("每组12—15个人，几十家单位、上千名志愿者来过。", ["12—15个", "几十家", "上千名"]),
        ("共１２ 个小区、50 多个楼栋，占５０％。", ["12个", "50多个", "50%"]),
        ("修⟦复12⟧个车棚，再修12个车棚。", ["12个"]),
    ],
)
def test_literals_are_taken_as_the_grammar_of_figures_has_them(text: str, expected: list[str]) -> None:
    assert literals(text) == expected
    assert all(parse_figure(literal) for literal in expected)


@pytest.mark.parametrize(
    "text",
    [
        "2021年3月5日，第3届议事会开到8:30。",
        "20世纪90年代建成，2019—2021年改造，前9个月完工。",
        "（1）党的二十大以来，5A级景区用上5G，G20、3+1。",
        "《丙街道12条措施》文号丙办〔2020〕23号，电话0500-1234567、13800000000。",
        "一体两翼、三位一体、千家万户、五个方面、一百年、第十五次。",
        "下降幅度为20%—30%，邮编310000。",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert literals(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选派优秀党员5名，在册团员96名。", ["选派优秀党员", "在册团员"]),
        ("联系12个政府部门及27个社会组织。", ["政府部门", "社会组织"]),
        ("小区报案率较去年同期降低5%，其中老人占人口总数的30%。", ["小区报案率", "老人占人口总数"]),
        ("全区覆盖率到2030年达到50%，2031年达到70%以上。", ["全区覆盖率", "全区覆盖率"]),
        ("每年建设20个“示范·睦邻小区”。", ["示范·睦邻小区"]),
        ("率先做到，率先建成的率先12个。", [""]),
    ],
)
def test_a_label_is_the_words_beside_the_number_or_nothing(text: str, expected: list[str]) -> None:
    assert [one.label for one in scan(text).taken] == expected


@pytest.mark.parametrize(
    ("text", "status", "because"),
    [
        ("力争到2030年底投诉量下降30%以上。", "目标", "力争"),
        ("办法已经印发，街道打算在6个小区推广。", "计划", "打算"),
        ("小区有14栋楼。", "现状", "有"),
        ("街道将继续推进，再建5个站点。", "计划", "将继续推进"),
        ("目前已建成5个站点。", "已实现", "已"),
        ("投诉量下降了5%。", "已实现", "下降"),
        ("小区总户数2912户。", "现状", "总户"),
        ("全国有686座城市。", "背景", "全国"),
        ("完成年度目标任务的94%。", "已实现", "完成"),
        ("将经费分给5个站点。", "已实现", ""),
    ],
)
def test_a_status_is_guessed_from_a_word_that_is_told(text: str, status: str, because: str) -> None:
    (one,) = scan(text).taken
    assert (one.guess.status, one.guess.because) == (status, because)


def test_figures_of_the_pandemic_are_marked_also_in_the_next_sentence() -> None:
    found = scan("疫情期间，成立突击队。队员排查20户。此后修路3公里。").taken
    assert [one.in_pandemic for one in found] == [True, False]


def test_ids_are_unique_and_bylines_are_not_read() -> None:
    lines = [Paragraph(Kind.TEXT, "修路3公里、修桥2座。", 5), Paragraph(Kind.BYLINE, "记者：5个人", 6)]
    assert [one.id for one in find_candidates(lines).taken] == ["fig-p05-1", "fig-p05-2"]


def test_the_report_tells_each_guess_and_groups_what_was_left() -> None:
    told = scan("力争满意度从82%提高到87%。", "2020年、2021年，三位一体。")
    assert candidate_items(told) == [
        "P01 **82%→87%（原文“从82%提高到87%”）**：单位 %，状态猜作“目标”（因有“力争”），指标“满意度”"
    ]
    assert passed_items(told) == [
        "年份、日期、时刻 2 处：P02 2020年、P02 2021年",
        "汉字写的小数目或成语 1 处：P02 三位",
    ]


def test_a_table_of_numbers_is_not_read_to_its_end() -> None:
    told = scan("，".join(f"甲{number}户" for number in range(10, MOST + 20)), "修路3公里。")
    assert len(told.taken) == MOST
    assert passed_items(told) == [f"已满 {MOST} 个，从 P02 起没有再找"]


@pytest.mark.parametrize("piece", ["a", "1", "一", "《", "〔", "2020年", "到12-", "共有"])
def test_a_long_run_of_anything_is_read_in_no_time(piece: str) -> None:
    lines = [Paragraph(Kind.TEXT, piece * 1_500, 1)]
    began = time.process_time()
    find_candidates(lines), datings(lines), named_documents(lines), place_of(lines)
    assert time.process_time() - began < 3


@settings(max_examples=40)
@given(st.text(alphabet="从到至约近12.5,%％个户年月日万亿余多百分之第—→《》（）□⟦⟧?下降了 A\n，。", max_size=60))
def test_any_text_is_read_and_each_literal_follows_the_grammar(text: str) -> None:
    for one in scan(text).taken:
        assert parse_figure(one.quantity.literal) == one.quantity

"""A course in real Chromium on file://: walked with the keyboard alone, its test taken, left, kept and come back to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.library.course import Course
from generator.library.model import Library
from generator.library.question import QuestionKind
from generator.views.quiz import right_value

SHELF = "shijianku:hongse-wuye-shijianku:courses"


@pytest.fixture
def course(real_library: Library) -> Course:
    """The course that has every kind of question, and of those the shortest."""
    whole = [each for each in real_library.courses.values() if {q.kind for q in each.questions()} == set(QuestionKind)]
    return min(whole, key=lambda each: len(list(each.questions())))


@pytest.fixture
def opened(page: Page, built_site: Path, course: Course) -> Page:
    page.goto((built_site / course.address.page).as_uri())
    return page


def question(page: Page, course: Course, kind: QuestionKind) -> tuple[Locator, str]:
    """The first question of a kind, and its right answer."""
    found = next(each for each in course.questions() if each.kind is kind)
    return page.locator(f"[data-question='{found.key}']"), right_value(found)


def progress(page: Page) -> Locator:
    return page.locator("[data-progress] p").first


def answer_with_keys(page: Page, kind: QuestionKind, value: str) -> None:
    """Answers the question whose first control has the focus, with keys alone."""
    if kind in (QuestionKind.SINGLE, QuestionKind.VERDICT):
        page.keyboard.press("Space")
        for _ in range(int(value) if kind is QuestionKind.SINGLE else 1 - int(value)):
            page.keyboard.press("ArrowDown")
    elif kind is QuestionKind.MULTIPLE:
        chosen = [int(index) for index in value.split("-")]
        for index in range(max(chosen) + 1):
            if index in chosen:
                page.keyboard.press("Space")
            page.keyboard.press("Tab")
    elif kind is QuestionKind.OPEN:
        page.keyboard.type("材料未说明。")
    else:
        for part in value.split("-"):
            steps = int(part) + 1 if kind is QuestionKind.PAIRS else int(part)
            for _ in range(steps):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")


def tab_to(page: Page, selector: str, most: int = 400) -> None:
    """Presses Tab until the focus is on an element that ``selector`` names."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {selector}")


def test_a_whole_course_is_walked_with_the_keyboard_alone(opened: Page, course: Course) -> None:
    for step in course.steps:
        for task in step.tasks[:1]:
            tab_to(opened, f"#{step.anchor} .tasks a[href]")
            assert task.target
        for each in step.questions:
            box = f"[data-question='{each.key}']"
            tab_to(opened, f"{box} input, {box} select, {box} textarea")
            answer_with_keys(opened, each.kind, right_value(each))
            tab_to(opened, f"{box} .question-tools button")
            opened.keyboard.press("Enter")
            said = "对照参考答案" if each.kind is QuestionKind.OPEN else "答对了。"
            expect(opened.locator(f"{box} .question-result")).to_contain_text(said)
        tab_to(opened, f"#done-{step.anchor}")
        opened.keyboard.press("Space")
    questions = list(course.questions())
    judged = sum(each.kind is not QuestionKind.OPEN for each in questions)
    expect(progress(opened)).to_contain_text(f"学完 {len(course.steps)} / {len(course.steps)} 步")
    expect(progress(opened)).to_contain_text(f"已对答案 {len(questions)} 题，答对 {judged} 题")
    expect(opened.locator("[data-end]")).to_contain_text("学完了")


def test_what_is_right_is_told_only_when_asked_and_a_wrong_answer_says_what_to_read(
    opened: Page, course: Course
) -> None:
    box, right = question(opened, course, QuestionKind.SINGLE)
    expect(box).not_to_contain_text("解析")
    box.get_by_role("button", name="对答案").click()
    expect(box).to_contain_text("先选答案")
    wrong = next(index for index in range(3) if str(index) != right)
    box.locator(f"input[value='{wrong}']").check()
    box.get_by_role("button", name="对答案").click()
    expect(box.get_by_role("status")).to_have_text("答错了。")
    expect(box.locator(".told a.evidence, .told a.ref-clause").first).to_be_visible()
    expect(box.locator(".read-again a").first).to_be_visible()
    expect(box.locator("li.is-answer input")).to_have_value(right)
    box.get_by_role("button", name="再答一次").click()
    expect(box).not_to_contain_text("解析")
    expect(box.locator("input:checked")).to_have_count(0)


def test_a_course_that_is_not_kept_comes_back_with_back_and_stores_nothing(opened: Page, course: Course) -> None:
    box, right = question(opened, course, QuestionKind.SINGLE)
    box.locator(f"input[value='{right}']").check()
    box.get_by_role("button", name="对答案").click()
    opened.locator(".tasks a[href]").first.click()
    opened.wait_for_load_state()
    opened.go_back()
    expect(box.get_by_role("status")).to_have_text("答对了。")
    assert opened.evaluate("localStorage.length") == 0


def test_a_kept_course_is_left_and_come_back_to_from_my_page(opened: Page, course: Course, built_site: Path) -> None:
    box, right = question(opened, course, QuestionKind.SINGLE)
    box.locator(f"input[value='{right}']").check()
    box.get_by_role("button", name="对答案").click()
    opened.get_by_role("link", name="把进度存到我的资料").click()
    card = opened.locator(f"[data-course='{course.id}']")
    expect(card).to_contain_text(f"学完 0 / {len(course.steps)} 步")
    assert "at=" not in opened.url
    opened.get_by_role("link", name="回到课程").click()
    expect(box.get_by_role("status")).to_have_text("答对了。")
    opened.goto((built_site / course.address.page).as_uri())
    expect(opened.locator("[data-progress]")).to_contain_text("进度随时存在我的资料里")
    opened.locator(f"#done-{course.steps[0].anchor}").check()
    opened.goto("about:blank")
    opened.goto((built_site / "my.html").as_uri())
    expect(card).to_contain_text(f"学完 1 / {len(course.steps)} 步")
    expect(card).to_contain_text("答对 1 题")
    card.get_by_role("link", name=course.steps[1].title).click()
    expect(box.get_by_role("status")).to_have_text("答对了。")
    assert opened.url.endswith(f"#{course.steps[1].anchor}") and "at=" not in opened.url


def test_beginning_anew_and_taking_off_can_be_undone(opened: Page, course: Course, built_site: Path) -> None:
    opened.locator(f"#done-{course.steps[0].anchor}").check()
    opened.get_by_role("link", name="把进度存到我的资料").click()
    card = opened.locator(f"[data-course='{course.id}']")
    card.get_by_role("button", name="重新开始").click()
    expect(card).to_contain_text("学完 0 /")
    opened.get_by_role("button", name="撤销").click()
    expect(card).to_contain_text("学完 1 /")
    card.get_by_role("button", name="移出").click()
    expect(card).to_have_count(0)
    opened.get_by_role("button", name="撤销").click()
    expect(card).to_contain_text("学完 1 /")
    opened.get_by_role("button", name="全部清除").click()
    opened.get_by_role("button", name="确定清除").click()
    expect(card).to_have_count(0)
    assert opened.evaluate("name => localStorage.getItem(name)", SHELF) is None


def test_where_each_file_has_its_own_storage_the_address_carries_the_state(
    page: Page, built_site: Path, course: Course
) -> None:
    """As in Firefox on file://: the course's page sees nothing of what my.html keeps."""
    page.add_init_script(
        "if (!/my\\.html/.test(location.href)) Object.defineProperty(window, 'localStorage', { value: null });"
    )
    page.goto((built_site / course.address.page).as_uri())
    page.locator(f"#done-{course.steps[0].anchor}").check()
    page.get_by_role("link", name="把进度存到我的资料").click()
    card = page.locator(f"[data-course='{course.id}']")
    card.get_by_role("link", name=course.steps[1].title).click()
    expect(page.locator(f"#done-{course.steps[0].anchor}")).to_be_checked()
    page.locator(f"#done-{course.steps[1].anchor}").check()
    page.get_by_role("link", name="把进度存到我的资料").click()
    expect(card).to_contain_text("学完 2 /")


def test_hostile_and_foreign_addresses_are_harmless(page: Page, built_site: Path, course: Course) -> None:
    state = {
        "done": ["<img src=x onerror=alert(1)>", course.steps[0].anchor],
        "answers": {"000000": {"value": "<b>", "checked": True}},
    }
    for address in (
        f"{course.address.page}?at={json.dumps(state)}",
        f"{course.address.page}?at=%7B",
        f"my.html?keep=course:gone&at={json.dumps(state)}",
    ):
        page.goto(f"{(built_site / address.partition('?')[0]).as_uri()}?{address.partition('?')[2]}")
    expect(page.get_by_text("链接里的课程不在本库中，没有存入。")).to_be_visible()
    page.goto(f"{(built_site / course.address.page).as_uri()}?at={json.dumps(state)}")
    expect(page.locator(f"#done-{course.steps[0].anchor}")).to_be_checked()
    expect(page.locator("img")).to_have_count(0)


def test_a_course_and_its_paper_fit_a_phone(page: Page, built_site: Path, course: Course) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for address in (course.address, course.paper, course.answers):
        page.goto((built_site / address.page).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

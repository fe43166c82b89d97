"""How pages look, in real Chromium on file://: 关怀版, type size, colours; chosen, kept, handed on, cleared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessible import faults
from tests.site.test_site_in_browser import contrast

KEY = "shijianku:hongse-wuye-shijianku:look"
CASE = "cases/xiaoshan.html"
NARROW = (
    "index.html", "cases/xitang.html", "tables/outcomes.html", "manuals/guanjia/02-meiri.html", "manuals/guanjia/07-zicha.html",
    "search.html?q=物业", "compare.html?cases=xitang,chengdu", "my.html", "terms.html",
)  # fmt: skip
FIREFOX = """Object.defineProperty(CSSStyleDeclaration.prototype, 'MozAppearance', { value: '' });
for (const name of ['getItem', 'setItem', 'removeItem']) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) { return own.call(this, location.pathname + ' ' + key, ...rest); };
}"""
"""What Firefox is on file://: storage is each file's own."""
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""


def open_page(page: Page, site: Path, name: str, look: str = "") -> None:
    """Open a page, as it is when ``look`` is kept."""
    if look:
        page.goto((site / "version.html").as_uri())
        page.evaluate("([key, look]) => localStorage.setItem(key, look)", [KEY, look])
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", name).groups()  # type: ignore[union-attr]
    page.goto((site / path).as_uri() + mark + rest)


def look_of(page: Page) -> str:
    return page.evaluate("PracticeLook.write(PracticeLook.now())")


def choose(page: Page, name: str) -> None:
    page.locator("[data-my-look]").get_by_label(name, exact=True).check()


def token(page: Page, name: str) -> str:
    return page.evaluate(
        "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", f"--{name}"
    )


def size_of_type(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def test_a_chosen_look_is_there_at_once_on_every_page_and_after_a_reload(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "my.html#look")
    before = size_of_type(page)
    choose(page, "特大")
    choose(page, "深色")
    assert size_of_type(page) > 1.3 * before
    assert token(page, "paper") == "#17191c"
    for name in (CASE, "manuals/guanjia/02-meiri.html", "my.html"):
        open_page(page, built_site, name)
        assert look_of(page) == "huge-dark"
    page.reload()
    expect(page.locator("[data-my-look]").get_by_label("特大")).to_be_checked()
    assert "look=" not in page.url


def test_light_chosen_on_a_dark_computer_is_light_and_paper_is_white_whatever_is_chosen(
    page: Page, built_site: Path
) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, built_site, CASE, "light")
    assert (token(page, "paper"), token(page, "ink")) == ("#fff", "#1f2328")
    open_page(page, built_site, CASE, "care-huge-dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert (token(page, "paper"), token(page, "ink"), token(page, "scale")) == ("#fff", "#000", "1")
    expect(page.locator(".look-link")).to_be_hidden()


def test_the_link_in_the_header_switches_at_once_and_back_and_keeps_the_rest(page: Page, built_site: Path) -> None:
    open_page(page, built_site, CASE, "large")
    page.get_by_role("link", name="关怀版", exact=True).click()
    assert page.url.endswith(CASE)
    assert look_of(page) == "care-large"
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "care-large"
    page.get_by_role("link", name="退出关怀版").click()
    assert look_of(page) == "large"
    expect(page.get_by_role("link", name="关怀版", exact=True)).to_be_visible()


def test_what_another_tab_chooses_shows_here_too(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "my.html")
    second = page.context.new_page()
    second.goto((built_site / CASE).as_uri())
    second.get_by_role("link", name="关怀版", exact=True).click()
    expect(page.locator("[data-my-look]").get_by_label("关怀版")).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-look", "care")


def test_clearing_everything_clears_the_look(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "my.html")
    clear = page.get_by_role("button", name="全部清除")
    expect(clear).to_be_hidden()
    choose(page, "关怀版")
    clear.click()
    page.get_by_role("button", name="确定清除").click()
    assert look_of(page) == "normal"
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator("[data-my-look]").get_by_label("标准版")).to_be_checked()
    expect(clear).to_be_hidden()


@pytest.mark.parametrize("world", [FIREFOX, NO_STORAGE], ids=["storage of each file", "no storage"])
def test_where_pages_cannot_see_it_links_forms_and_addresses_hand_the_look_on(
    page: Page, built_site: Path, world: str
) -> None:
    page.add_init_script(world)
    open_page(page, built_site, f"{CASE}?hl=网格&look=care-large#results")
    assert look_of(page) == "care-large"
    page.locator(".facts a, .resting-clauses dd a").last.click()
    expect(page).to_have_url(re.compile(r"/manuals/.*\?look=care-large#"))
    page.locator(".site-nav a", has_text="术语").click()
    expect(page).to_have_url(re.compile(r"terms\.html\?look=care-large$"))
    page.locator("#site-q").fill("网格 协商")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    page.reload()
    assert look_of(page) == "care-large"
    page.get_by_role("link", name="退出关怀版").click()
    page.locator(".brand").click()
    expect(page).to_have_url(re.compile(r"index\.html\?look=large$"))
    assert look_of(page) == "large"


def test_what_my_page_keeps_where_no_other_sees_it_goes_out_by_its_links(page: Page, built_site: Path) -> None:
    page.add_init_script(FIREFOX)
    open_page(page, built_site, "my.html")
    expect(page.locator("[data-look-apart]")).to_be_visible()
    choose(page, "关怀版")
    page.locator(".site-nav a", has_text="来源").click()
    expect(page).to_have_url(re.compile(r"sources\.html\?look=care$"))
    assert look_of(page) == "care"
    open_page(page, built_site, "my.html")
    assert look_of(page) == "care"
    page.get_by_role("button", name="全部清除").click()
    page.get_by_role("button", name="确定清除").click()
    page.locator(".site-nav a", has_text="来源").click()
    expect(page).to_have_url(re.compile(r"sources\.html$"))
    assert look_of(page) == "normal"


def test_where_nothing_can_be_stored_my_page_says_that_the_choice_goes_with_the_links(
    page: Page, built_site: Path
) -> None:
    page.add_init_script(NO_STORAGE)
    open_page(page, built_site, "my.html")
    choose(page, "大")
    expect(page.locator("[data-look-apart]")).to_be_visible()
    page.locator(".site-nav a", has_text="术语").click()
    expect(page.locator("html")).to_have_attribute("data-size", "large")


def test_an_address_without_a_known_look_does_no_harm_and_what_is_kept_goes_before_it(
    page: Page, built_site: Path
) -> None:
    open_page(page, built_site, "about.html?look=<img>")
    assert look_of(page) == "normal"
    open_page(page, built_site, "about.html?look=care", "dark")
    assert look_of(page) == "dark"
    page.locator(".site-nav a").first.click()
    expect(page).to_have_url(re.compile(r"cases/index\.html$"))


def test_the_look_is_set_before_the_first_paint(built_site: Path) -> None:
    """By a script that blocks, in the head and before the style sheet; it is light enough for that."""
    for path in built_site.rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        first = re.search(r"<script[^>]*>|<link[^>]*stylesheet[^>]*>", head)
        assert first and re.search(r'assets/look\.js" data-library="[^"]+">', first[0]), path
    assert (built_site / "assets/look.js").stat().st_size <= 2000


def test_the_largest_type_fits_a_phone(page: Page, built_site: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, built_site, "version.html", "care-huge")
    widths = {}
    for name in NARROW:
        open_page(page, built_site, name)
        if "?" in name:
            expect(page.locator("mark, [data-compare-table] table").first).to_be_visible()
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in widths.items() if width > 360} == {}


@pytest.mark.parametrize(("name", "look"), [(CASE, "care-light"), ("manuals/guanjia/07-zicha.html", "care-dark")])
def test_axe_finds_no_fault_in_the_large_look(page: Page, built_site: Path, name: str, look: str) -> None:
    open_page(page, built_site, name, look)
    rules = ["color-contrast-enhanced", "target-size", "scrollable-region-focusable"]
    assert faults(page, {"type": "rule", "values": rules}) == []


def test_every_ink_of_the_large_look_has_a_contrast_of_seven(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "version.html")
    inks = ("ink", "muted", "link", "red", "achieved", "current", "target", "plan", "background", "advice", "caution")
    for look in ("care-light", "care-dark"):
        page.evaluate("look => PracticeLook.choose(PracticeLook.parse(look), true)", look)
        grounds = {name: token(page, name) for name in ("paper", "wash", "wash-2")}
        tones = {ink: token(page, ink) for ink in inks}
        low = [(ink, name) for ink in inks for name in grounds if contrast(tones[ink], grounds[name]) < 7]
        assert low == [], look


def test_what_is_pressed_in_the_large_look_is_as_large_as_a_thumb(page: Page, built_site: Path) -> None:
    for name in (CASE, "tables/outcomes.html", "manuals/guanjia/07-zicha.html", "search.html?q=物业"):
        open_page(page, built_site, name, "care")
        small = page.evaluate(
            """() => Array.from(document.querySelectorAll(
                 'button, .site-nav a, .toc a, .take a, .exports a, .check-tools a, .take-part, input[type=search], summary'))
               .map((node) => [node.textContent || node.name, node.getBoundingClientRect()])
               .filter(([, box]) => box.height > 0 && box.height < 44).map(([text, box]) => text + ' ' + box.height)"""
        )
        assert small == [], name

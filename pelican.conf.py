"""Pelican's settings. `pelican -s pelican.conf.py` makes the whole site by itself.

The site comes from one generator of ours, which reads the library and no files; Pelican's own readers, feeds and
default pages are switched off.
"""

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
if str(_HERE) not in sys.path:
    sys.path.insert(0, str(_HERE))  # so that it works before `pip install -e .`, from any folder

from generator.views.render import ENVIRONMENT  # noqa: E402

SHIJIANKU_ROOT = str(_HERE)
SITENAME = "党建引领物业治理实践库"
SITEURL = ""
RELATIVE_URLS = True
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh_cn"  # as docutils, which Pelican loads, spells it

PATH = str(_HERE / "content")
OUTPUT_PATH = str(_HERE / "output")
THEME = str(_HERE / "theme")
PLUGINS = ["generator.site.plugin"]
JINJA_ENVIRONMENT = ENVIRONMENT

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
ARTICLE_EXCLUDES = PAGE_EXCLUDES = ["cases", "tables"]
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
ARTICLE_SAVE_AS = PAGE_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

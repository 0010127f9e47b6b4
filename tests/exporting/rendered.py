"""Markdown as a reader sees it rendered, footnotes included."""

import re
from html import unescape

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

RENDERER = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)


def html(markdown: str) -> str:
    return str(RENDERER.render(markdown))


def words(markdown: str) -> str:
    """The words alone, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html(markdown))).split())

"""A screen as plain text, and its comparison with a stored one."""

import html
import os
import re
from pathlib import Path

from textual.app import App

STORED = Path(__file__).parent / "pictures"
CELL = 12.2
TEXT = re.compile(r'<text [^>]*?x="([\d.]+)"[^>]*?clip-path="url\(#[^)]*line-(\d+)\)"[^>]*>([^<]*)</text>')


def picture(app: App[None]) -> str:
    """The rows of the screen, without colours and trailing spaces."""
    rows = [""] * app.size.height
    for x, row, words in TEXT.findall(app.export_screenshot(simplify=True)):
        place = round(float(x) / CELL)
        rows[int(row)] = rows[int(row)].ljust(place) + html.unescape(words).replace("\xa0", " ")
    return "\n".join(row.rstrip() for row in rows).rstrip() + "\n"


def assert_picture(app: App[None], name: str) -> None:
    """The screen looks as stored. `GLFSTORY_PICTURES=1 pytest tests/app` stores it anew."""
    file = STORED / f"{name}.txt"
    if os.environ.get("GLFSTORY_PICTURES"):
        file.write_text(picture(app), encoding="utf-8")
    assert picture(app) == file.read_text(encoding="utf-8")

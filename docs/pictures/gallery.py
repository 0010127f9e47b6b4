"""Draws every screen in every theme, a sheet a theme and size: python docs/pictures/gallery.py.

It needs rsvg-convert, and pngquant, without which the sheets are four times as large.
"""

import asyncio
import re
import subprocess
import tempfile
from pathlib import Path

from make import HERE, LARGE, LONGEST, SMALL, asks, is_at, opened, press, store
from textual.pilot import Pilot

from glfstory.app.app import StoryApp
from glfstory.app.screens.reading import ReadingPage
from glfstory.app.theme import THEMES

SCENE = "the-scales-1959"
"""The decision from which the sheets are opened: there are years to show, and some are gone."""
SHEETS: tuple[tuple[str, ...], ...] = (
    ("f",),
    ("l",),
    ("l", "n"),
    ("v",),
    ("v", "enter"),
    ("a",),
    ("c",),
    ("e",),
    ("r",),
    ("w",),
    ("o",),
    ("question_mark",),
    ("S",),
)
"""The keys to each of them."""
PARTS = 6
"""Parts of the debrief."""
COLUMNS, GAP = 3, 24
SHARE = {SMALL: 0.5, LARGE: 0.4}
"""How much smaller than on a screen they are drawn."""
SIZED = re.compile(r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"')


async def screens(theme: str, size: tuple[int, int]) -> list[str]:
    """Every screen of a run, as SVG."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        app = opened(Path(home))
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            found.append(app.export_screenshot())
            await press(pilot, "enter")
            await press(pilot, "enter")
            found.append(app.export_screenshot())
            seen: set[str] = set()
            for _ in range(LONGEST):
                if isinstance(app.screen, ReadingPage):
                    leaf = app.screen.sitting.leaf
                    if leaf.kind not in seen and (leaf.kind != "passage" or leaf.choices):
                        seen.add(leaf.kind)
                        found.append(app.export_screenshot())
                    if is_at(app, SCENE) and SCENE not in seen:
                        seen.add(SCENE)
                        found += await sheets(app, pilot)
                    if leaf.kind == "ending":
                        found += await debrief(app, pilot)
                        break
                await press(pilot, "2" if asks(app) else "enter")
            await press(pilot, "q")
            await press(pilot, "k")
            found.append(app.export_screenshot())
    return found


async def debrief(app: StoryApp, pilot: Pilot[None]) -> list[str]:
    """The parts of the debrief, once everything in it is worked out."""
    await press(pilot, "d")
    await app.workers.wait_for_complete()
    found = []
    for _ in range(PARTS):
        await pilot.pause()
        found.append(app.export_screenshot())
        await press(pilot, "tab")
    await press(pilot, "escape")
    return found


async def sheets(app: StoryApp, pilot: Pilot[None]) -> list[str]:
    """The sheets that lie over a page."""
    found = []
    for keys in SHEETS:
        for key in keys:
            await press(pilot, key)
        found.append(app.export_screenshot())
        for _ in keys:
            await press(pilot, "escape")
            if isinstance(app.screen, ReadingPage):
                break
    return found


def sheet(pictures: list[str], share: float) -> str:
    """Pictures side by side in one."""
    size = SIZED.search(pictures[0])
    if size is None:
        raise SystemExit("Textual writes its pictures in another way now: look at SIZED.")
    wide, high = (share * float(each) for each in size.groups())
    rows = -(-len(pictures) // COLUMNS)
    placed = "".join(
        each.replace(
            "<svg ",
            f'<svg x="{GAP + at % COLUMNS * (wide + GAP):.0f}" y="{GAP + at // COLUMNS * (high + GAP):.0f}" '
            f'width="{wide:.0f}" height="{high:.0f}" ',
            1,
        )
        for at, each in enumerate(pictures)
    )
    whole = f"{GAP + COLUMNS * (wide + GAP):.0f}", f"{GAP + rows * (high + GAP):.0f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole[0]}" height="{whole[1]}">{placed}</svg>'


if __name__ == "__main__":
    for each in THEMES:
        for size in (SMALL, LARGE):
            pictures = asyncio.run(screens(each, size))
            file = HERE / f"all-{each}-{size[0]}x{size[1]}.png"
            store(sheet(pictures, SHARE[size]), file)
            subprocess.run(["pngquant", "--force", "--output", str(file), "32", str(file)], check=True)  # noqa: S603, S607

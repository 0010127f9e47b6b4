"""Options that several commands share, and how their values are read."""

import os
from collections.abc import Sequence

import click

from glfstory.cli.completing import a_folder
from glfstory.cli.streams import Misuse

MOST_JOBS = 61
"""More processes than that Windows does not wait for at once."""
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=min(os.cpu_count() or 1, MOST_JOBS),
    metavar="J",
    help="Processors to use.",
)
story_argument = click.argument("story", required=False, metavar="[STORY]", shell_complete=a_folder)
with_option = click.option(
    "--with",
    "packs",
    multiple=True,
    metavar="PACK",
    shell_complete=a_folder,
    help="Lay this folder over the story; may be repeated.",
)
set_option = click.option(
    "--set", "constants", multiple=True, metavar="NAME=VALUE", help="Give a constant another value; may be repeated."
)


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE texts by name. Raises Misuse for any other text."""
    return dict(map(_pair, texts))


def pairs_of_numbers(texts: Sequence[str]) -> dict[str, float]:
    """NAME=NUMBER texts by name. Raises Misuse for any other text."""
    return {name: _number(name, value) for name, value in map(_pair, texts)}


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = (part.strip() for part in text.partition("="))
    if not (name and equals and value):
        raise Misuse(f"{text!r} is not NAME=VALUE, such as county=hard.")
    return name, value


def _number(name: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not abs(number) <= 1e12:
        raise Misuse(f"The constant {name} needs a number, not {value!r}.")
    return number

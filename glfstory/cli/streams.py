"""Standard input and output as the commands use them, and how a command fails."""

import codecs
import io
import json
import os
import re
import sys

import click

from glfstory.cli import lettering


class Misuse(click.ClickException):
    """Something that cannot be done; the message is one sentence with the way out."""

    exit_code = 2


class Unsound(click.ClickException):
    """A story with mistakes."""

    exit_code = 1


class NothingFound(click.ClickException):
    """Nothing is there under what was asked for."""

    exit_code = 1


def prepare() -> None:
    """Makes the standard streams able to show any word, and to be there at all.

    On Windows they are UTF-8, whatever the console's code page, unless PYTHONIOENCODING asks for another encoding.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        raise Misuse("There is nowhere to write: standard output is closed.")
    lettering.register()
    is_forced = os.name == "nt" and not os.environ.get("PYTHONIOENCODING")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8" if is_forced else None, errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if is_forced else None, errors=lettering.NAME)


def writes_any_word() -> bool:
    """Whether standard output can write every sign there is."""
    return codecs.lookup(sys.stdout.encoding or "ascii").name.startswith("utf")


def say(text: str) -> None:
    """Prints a text and ends its last line. click's own way would answer an ASCII terminal in UTF-8."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def say_json(text: str) -> None:
    """Prints JSON; where the output cannot write a sign, as JSON's own escape, so that nothing is lost."""
    if not writes_any_word():
        text = re.sub(r"[^\x00-\x7f]", lambda sign: json.dumps(sign[0])[1:-1], text)
    say(text)


def abandon_output() -> None:
    """Stops writing to a pipe that nobody reads, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def at_terminal() -> bool:
    """Whether a person at a terminal answers."""
    return sys.stdin.isatty()


def agreed(question: str) -> bool:
    """Whether a person says yes to a question. Raises KeyboardInterrupt where nobody answers."""
    try:
        return click.confirm(question)
    except click.Abort:
        raise KeyboardInterrupt from None


def can_show_screens() -> bool:
    """Whether the terminal can show more than lines."""
    term = os.environ.get("TERM", "")
    is_dumb = term in ("dumb", "unknown") or (not term and os.name != "nt")
    is_seen = sys.stdout.isatty() and (os.name == "nt" or sys.stderr.isatty())  # Textual draws on standard error there
    return at_terminal() and is_seen and writes_any_word() and not is_dumb

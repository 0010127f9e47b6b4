"""Standard input and output as the commands use them, and how a command fails."""

import io
import os
import sys

import click


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
    """Makes the standard streams able to show any word, and to be there at all."""
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        raise Misuse("There is nowhere to write: standard output is closed.")
    encoding = "utf-8" if os.name == "nt" else None
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def abandon_output() -> None:
    """Stops writing to a pipe that nobody reads, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def at_terminal() -> bool:
    """Whether a person at a terminal answers."""
    return sys.stdin.isatty()


def can_show_screens() -> bool:
    """Whether the terminal can show more than lines."""
    dumb = os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb", "unknown")
    return at_terminal() and sys.stdout.isatty() and not dumb

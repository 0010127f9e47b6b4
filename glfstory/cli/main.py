"""The entry point: one group of commands, and every failure as one sentence."""

import errno
import os
import signal
import sys
from importlib import import_module

import click

from glfstory import __version__
from glfstory.cli.completion import VARIABLE, answer
from glfstory.cli.streams import abandon_output, prepare

CLOSED_PIPE, STOPPED, ENDED = 141, 130, 143
"""What other programs answer when nobody reads their output any more, after Ctrl-C, and when asked to end."""


HOMES = {
    "play": "play",
    "check": "writing",
    "test": "writing",
    "schema": "writing",
    "new": "starting",
    "graph": "graphing",
    "diff": "comparing",
    "write": "live",
    "archive": "archive",
    "calibrate": "exploring",
    "playtest": "playtesting",
    "prove": "proving",
    "stats": "counting",
    "saves": "saves",
    "export": "exporting",
    "debrief": "debriefing",
    "completion": "completion",
    "class": "classes",
}
"""Each command and the module that it lives in."""
ATTRIBUTES = {"class": "class_"}
"""Commands that Python keeps their names from."""


class Commands(click.Group):
    """Commands that are imported when they are asked for, so that the one in front need not wait for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return sorted(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in HOMES:
            return None
        found: click.Command = getattr(
            import_module(f"glfstory.cli.{HOMES[cmd_name]}"), ATTRIBUTES.get(cmd_name, cmd_name)
        )
        return found


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """An interactive history of the Great Leap Forward. Without a command: play.

    Example: glfstory play --plain --seed 7
    """
    if context.invoked_subcommand is None:
        from glfstory.cli.play import play

        context.invoke(play)


def main() -> None:
    """Runs the command line and exits."""
    signal.signal(signal.SIGTERM, _end)
    sys.exit(run(sys.argv[1:]))


class _Ended(BaseException):
    """Somebody asked the process to end."""


def _end(_number: int, _frame: object) -> None:
    raise _Ended


def run(arguments: list[str]) -> int:
    """Runs one command; its exit code."""
    try:
        prepare()
        asked = os.environ.get(VARIABLE)
        code = answer(commands, asked) if asked else _invoke(arguments)
        sys.stdout.flush()
    except click.ClickException as error:
        return _fail(_sentence(error), error.exit_code)
    except KeyboardInterrupt:
        return _fail("Stopped.", STOPPED)
    except _Ended:
        return _fail("Stopped.", ENDED)
    except OSError as error:
        abandon_output()
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            return CLOSED_PIPE  # Windows calls a pipe that nobody reads an invalid argument
        return _fail(f"The output could not be written: {error.strerror}.", 2)
    return code


def _invoke(arguments: list[str]) -> int:
    """Runs it by hand, because click's own way answers a closed pipe with the code for findings."""
    try:
        with commands.make_context("glfstory", arguments) as context:
            commands.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _sentence(error: click.ClickException) -> str:
    said = " ".join(error.format_message().split()).replace("?.", "?")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{said if said.endswith('?') else said.rstrip('.') + '.'} See: {error.ctx.command_path} --help"
    return said


def _fail(sentence: str, code: int) -> int:
    print(f"glfstory: {sentence}", file=sys.stderr)
    return code

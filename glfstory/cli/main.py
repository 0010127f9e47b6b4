"""The entry point: one group of commands, and every failure as one sentence."""

import sys

import click

from glfstory import __version__
from glfstory.cli.archive import archive
from glfstory.cli.exploring import calibrate
from glfstory.cli.play import play
from glfstory.cli.saves import saves
from glfstory.cli.streams import abandon_output, prepare
from glfstory.cli.writing import check, schema, test

CLOSED_PIPE, STOPPED = 141, 130
"""What other programs answer when nobody reads their output any more, and after Ctrl-C."""


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """An interactive history of the Great Leap Forward. Without a command: play.

    Example: glfstory play --plain --seed 7
    """
    if context.invoked_subcommand is None:
        context.invoke(play)


for command in (play, check, test, schema, archive, calibrate, saves):
    commands.add_command(command)


def main() -> None:
    """Runs the command line and exits."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs one command; its exit code."""
    try:
        prepare()
        code = _invoke(arguments)
        sys.stdout.flush()
    except click.ClickException as error:
        return _fail(_sentence(error), error.exit_code)
    except KeyboardInterrupt:
        return _fail("Stopped.", STOPPED)
    except BrokenPipeError:
        abandon_output()
        return CLOSED_PIPE
    except OSError as error:
        abandon_output()
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

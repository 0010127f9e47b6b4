"""`glfstory saves`: the runs that are kept, one by one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from glfstory.cli.completing import a_file, a_folder, kept_runs
from glfstory.cli.options import with_option
from glfstory.cli.streams import Misuse, NothingFound, agreed, at_terminal, say, say_json

if TYPE_CHECKING:
    from glfstory.cli.keeping import Found

Command = TypeVar("Command", bound=Callable[..., Any])


def about_a_story(command: Command) -> Command:
    """The options that say whose runs are meant."""
    named = click.option("--story", metavar="STORY", shell_complete=a_folder, help="The folder of another story.")
    return named(with_option(command))


json_option = click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")


@click.group(invoke_without_command=True)
@about_a_story
@json_option
@click.pass_context
def saves(context: click.Context, story: str | None, packs: Sequence[str], as_json: bool) -> None:
    """List, show, export and remove the runs that are kept. Without a command: list.

    Example: glfstory saves show "Branch 1"
    """
    if context.invoked_subcommand is None:
        context.invoke(list_runs, story=story, packs=packs, as_json=as_json)
    elif story is not None or packs or as_json:
        raise Misuse(f"Options come behind the command: glfstory saves {context.invoked_subcommand} --help.")


@saves.command("list")
@about_a_story
@json_option
def list_runs(story: str | None, packs: Sequence[str], as_json: bool) -> None:
    """List the runs that are kept, the newest first.

    Example: glfstory saves list --json
    """
    from glfstory.cli.keeping import listed_as_data, listed_as_text, shelf_of

    shelf = shelf_of(story, packs)
    if as_json:
        say_json(_data(listed_as_data(shelf)))
    else:
        say(listed_as_text(shelf))


@saves.command()
@click.argument("name", shell_complete=kept_runs)
@about_a_story
@json_option
def show(name: str, story: str | None, packs: Sequence[str], as_json: bool) -> None:
    """Show one run: where it stands, its setup, its code and every decision.

    Example: glfstory saves show autosave
    """
    from glfstory.cli.keeping import shown_as_data, shown_as_text

    found = _found(name, story, packs)
    if as_json:
        say_json(_data(shown_as_data(found)))
    else:
        say(shown_as_text(found))


@saves.command()
@click.argument("name", shell_complete=kept_runs)
@click.argument("file", shell_complete=a_file)
@about_a_story
def export(name: str, file: str, story: str | None, packs: Sequence[str]) -> None:
    """Copy one run into a file of its own, which `glfstory play --load FILE` goes on with.

    Example: glfstory saves export autosave my-run.json
    """
    found = _found(name, story, packs)
    problem = found.desk.keep_as(found.filed.run, Path(file).expanduser())
    if problem:
        raise Misuse(problem)
    say(f"Copied into {file}; glfstory play --load {file} goes on from it.")


@saves.command()
@click.argument("name", shell_complete=kept_runs)
@click.option("--yes", is_flag=True, help="Do not ask.")
@about_a_story
def remove(name: str, yes: bool, story: str | None, packs: Sequence[str]) -> None:
    """Remove one run for good. Asks before, at a terminal.

    Example: glfstory saves remove "Branch 1" --yes
    """
    found = _found(name, story, packs)
    if not yes and not at_terminal():
        raise Misuse(f"Nobody is here to be asked: to remove {found.called}, add --yes.")
    if not yes and not agreed(f"Remove {found.called} ({found.kept.when}) for good?"):
        say("It stays.")
        return
    problem = found.desk.remove(found.kept)
    if problem:
        raise Misuse(problem)
    say(f"Removed {found.called}.")


def _found(name: str, story: str | None, packs: Sequence[str]) -> Found:
    from glfstory.cli.keeping import called, shelf_of

    found = called(shelf_of(story, packs), name)
    if found is None:
        raise NothingFound(f"No kept run is called {name!r}; glfstory saves lists those there are.")
    return found


def _data(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)

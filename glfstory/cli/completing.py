"""What a shell offers behind an argument or an option: folders, files, codes of findings, names of kept runs."""

import os

import click
from click.shell_completion import CompletionItem


def a_folder(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Folders, which the shell itself knows best."""
    return [CompletionItem(begun, type="dir")]


def a_file(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, which the shell itself knows best."""
    return [CompletionItem(begun, type="file")]


def finding_codes(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes of findings, with what they mean."""
    from glfstory.reading.codes import CODES

    return [
        CompletionItem(code.split("-")[0], help=says)
        for code, says in CODES.items()
        if code.lower().startswith(begun.lower())
    ]


def kept_runs(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of kept runs, or files where a path was begun. No story is opened for it."""
    from glfstory.cli.folders import story_folder
    from glfstory.saving.entrance import id_of
    from glfstory.saving.kept import ASIDE
    from glfstory.saving.places import places

    names: set[str] = set()
    try:
        story = id_of(story_folder(context.params.get("story")))
        for folder in places(os.environ).saves.glob(f"{story}*"):
            if folder.name.partition("+")[0] == story:
                names |= {path.stem for path in folder.glob("[!.]*.json") if not ASIDE.fullmatch(path.stem)}
    except (OSError, click.ClickException):
        names = set()
    found = [CompletionItem(name) for name in sorted(names) if name.startswith(begun)]
    return found or [CompletionItem(begun, type="file")]

"""Commands for writers: `check`, `test` and `schema`."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import finding_codes
from glfstory.cli.options import story_argument, with_option
from glfstory.cli.streams import Misuse, Unsound, say, say_json

if TYPE_CHECKING:
    from glfstory.reading.finding import Finding

FORMS = ("text", "json", "sarif", "github")


@click.command()
@story_argument
@with_option
@click.option("--strict", is_flag=True, help="Let warnings and notes count as errors do.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How findings are written.")
@click.option("--explain", metavar="CODE", shell_complete=finding_codes, help="Print the page about a finding instead.")
@click.pass_context
def check(
    context: click.Context, story: str | None, packs: Sequence[str], strict: bool, form: str, explain: str | None
) -> None:
    """Tell everything that is wrong with a story, each with its place and a way out.

    An error keeps a story from being played, a warning is most likely a mistake, and a note is for later:
    without --strict, notes are only counted. A story switches a finding off with `quiet:` and a reason.

    Exit code 0 where nothing is wrong, 1 where something is, 2 where the command cannot be understood.

    Example: glfstory check my-story --strict
    """
    from glfstory.checking.check import check as findings_of  # pydantic and YAML, which play does not need
    from glfstory.cli.folders import pack_folders, story_folder

    if explain is not None:
        say(_page(explain, story, packs))
        return
    findings = findings_of(story_folder(story), pack_folders(packs))
    _tell(findings, form, with_notes=strict)
    context.exit(1 if any(strict or finding.is_error for finding in findings) else 0)


def _tell(findings: Sequence["Finding"], form: str, *, with_notes: bool) -> None:
    from glfstory.checking import formats
    from glfstory.checking.explaining import page_of
    from glfstory.checking.github import as_github
    from glfstory.checking.sarif import as_sarif

    if form == "json":
        say_json(formats.as_json(findings))
    elif form == "sarif":
        say_json(as_sarif(findings, {each.code: page_of(each.code) for each in findings}))
    elif form == "text":
        say(formats.as_text(findings, with_notes=with_notes))
    elif told := [each for each in findings if with_notes or each.severity != "note"]:
        say(as_github(told))


def _page(code: str, story: str | None, packs: Sequence[str]) -> str:
    from glfstory.checking.explaining import NoSuchFinding, explained

    if story is not None or packs:
        raise Misuse("--explain prints a page about a finding: leave the story out.")
    try:
        return explained(code)
    except NoSuchFinding as error:
        raise Misuse(str(error)) from error


@click.command()
def schema() -> None:
    """Print the JSON Schema of story files, for editors that complete and check YAML.

    Example: glfstory schema > story.schema.json
    """
    from glfstory.reading.schema import json_schema

    say_json(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@click.command()
@story_argument
@with_option
@click.option("--json", "as_json", is_flag=True, help="Write the failures as JSON.")
@click.pass_context
def test(context: click.Context, story: str | None, packs: Sequence[str], as_json: bool) -> None:
    """Play a story's own tests: every .play file in its folder and its packs.

    Exit code 0 where all of them pass, 1 where one does not.

    Example: glfstory test my-story
    """
    from glfstory.cli.folders import pack_folders, story_folder
    from glfstory.pages.play_file import play_through
    from glfstory.saving.opening import desk_for
    from glfstory.saving.places import places

    folders = [story_folder(story), *pack_folders(packs)]
    opened = desk_for(folders[0], folders[1:], places(os.environ)).open()
    if opened.stage is None:
        raise Unsound(opened.problem)
    files = [path for folder in folders for path in play_files(folder)]
    failures = [(path, each) for path in files for each in play_through(opened.stage.story, _text(path))]
    if as_json:
        rows = [{"path": str(path), "line": each.line, "says": each.says} for path, each in failures]
        say_json(json.dumps({"files": len(files), "failures": rows}, indent=2, ensure_ascii=False))
    else:
        for path, each in failures:
            say(f"{path}:{each.line}: {each.says}")
        failed = len({path for path, _ in failures})
        say(f"{len(files) - failed} of {_counted(len(files))} passed." if files else "There are no .play files.")
    context.exit(1 if failures else 0)


def play_files(folder: Path) -> Iterator[Path]:
    """Every .play file of a folder, hidden ones aside."""
    found = (path for path in folder.rglob("*") if path.name.endswith(".play"))  # a pattern ignores case on Windows
    yield from sorted(
        path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Misuse(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is not UTF-8 text: save it as UTF-8.") from error


def _counted(number: int) -> str:
    return f"{number} play file{'' if number == 1 else 's'}"

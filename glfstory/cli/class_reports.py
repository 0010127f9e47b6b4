"""What `glfstory class report` and `class debrief` write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from glfstory.classroom.handed_in import handed_in
from glfstory.classroom.outcome import Outcome, Played, outcome
from glfstory.classroom.spreadsheet import as_csv
from glfstory.cli.class_shelf import kept_class
from glfstory.cli.exploring import progress_bar
from glfstory.cli.streams import Misuse, NothingFound
from glfstory.cli.teaching import EXTRA, open_class, stage_of
from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.saving.atomic import why, write_new
from glfstory.saving.places import typed_path

FILES = {
    "province.html": "to project: the province, the reasons in sum, the same province with honest reports",
    "sheets.html": "to print: a page for every brigade that a pupil played",
    "papers.html": "to print: what each of their villages filed, for another pair to judge by",
    "documents.html": "to hand out: statements on which sources disagree, with questions",
    "class.csv": "the figures of every brigade and year, for a spreadsheet",
}
"""What a report may hold, and what each file is for."""


def report_class(file: str | None, output: str | None, *, debriefs: bool = False) -> str:
    """Writes the report of a class that is kept; one sentence says where."""
    room = open_class(file)
    try:
        played, guesses = room.played(), room.store.guesses()
        found = _found(room.store.path.name, room.stage, played, guesses, together=room.lesson.together)
        pages = _debriefs(room.stage, played) if debriefs else {}
        return f"{kept_class(room.store.path)}\n{_write(room.stage, played, found, output, pages)}"
    finally:
        room.store.close()


def report_codes(codes: str, story: str | None, output: str | None) -> tuple[str, tuple[str, ...]]:
    """Writes the report of runs that were handed in as codes: where, and what was wrong with which line."""
    try:
        lines = typed_path(codes).read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise Misuse(f"{codes} cannot be read: {why(error)}.") from error
    except UnicodeDecodeError as error:
        raise Misuse(f"{codes} is not plain text: save it as text, one code a line.") from error
    found = handed_in(stage_of(story, (), {}), lines)
    if not found.played:
        raise Misuse(" ".join(found.troubles[:1]) or f"{codes} holds no run codes: write one a line.")
    made = _found(codes, found.stage, found.played, {}, together=found.together)
    return _write(found.stage, found.played, made, output, {}), found.troubles


def _found(
    name: str, stage: Stage, played: Sequence[Played], guesses: Mapping[str, Sequence[float]], *, together: bool
) -> Outcome:
    """What came of these runs, where there is anything to tell; `name` is where they are kept."""
    found = outcome(stage, played, guesses, together=together)
    if not found.roads[0].years:
        raise NothingFound(f"In {name} no brigade has reported a harvest, so there is nothing to write.")
    return found


def _write(stage: Stage, played: Sequence[Played], found: Outcome, output: str | None, more: Mapping[str, str]) -> str:
    try:
        from glfstory.web.reporting import report_pages
    except ModuleNotFoundError as error:
        raise Misuse(f"{EXTRA} (missing: {error.name}).") from error
    files = {**report_pages(stage, played, found), "class.csv": as_csv(stage.story, played, found), **more}
    folder = _new_folder(output)
    try:
        for name, text in files.items():
            write_new(folder / name, text.encode())
    except OSError as error:
        raise Misuse(f"{folder} could not be written: {why(error)}.") from error
    told = [f"  {name:15} {says}" for name, says in FILES.items() if name in files]
    many = f"; brigade-NN.html, the debriefs of {len(more)} brigades" if more else ""
    return "\n".join([f"In {folder}{many}:", *told])


def _debriefs(stage: Stage, played: Sequence[Played]) -> dict[str, str]:
    """A page for every run that a pupil has played to its ending."""
    from glfstory.debrief.make import whole
    from glfstory.exporting.html.page import as_html

    mine = [each.without_reasons() for each in played if each.by_a_pupil and replay(stage, each.run).over]
    pages = {}
    with progress_bar() as progress:
        for done, each in enumerate(mine):
            if progress is not None:
                progress(done, len(mine))
            pages[f"brigade-{each.number:02}.html"] = as_html(stage.story, whole(stage, each.run))
    return pages


def _new_folder(output: str | None) -> Path:
    """A folder that was not there, or is empty."""
    names = (Path(f"class-report{f'-{number}' if number > 1 else ''}") for number in count(1))
    folder = typed_path(output) if output else next(path for path in names if not path.exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Misuse(f"{folder} is not empty; name a new folder with --output.")
    except OSError as error:
        raise Misuse(f"{folder} cannot be used: {why(error)}. Name another folder with --output.") from error
    return folder

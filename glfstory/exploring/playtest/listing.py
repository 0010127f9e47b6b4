"""The lists of a playtest: what was seen, by whom, and the runs that show it."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.result import Playtest
from glfstory.exploring.playtest.retelling import retold
from glfstory.exploring.playtest.sights import CALLED, KINDS, Kind, Sight

WIDTH, LABEL = 80, 42
MOST = 30
"""Rows of a list; JSON holds all of them."""
IDS = 12
"""Ids of a list for each kind."""


def coverage(found: Playtest) -> Iterator[str]:
    """How much was seen, and what was seen by nobody."""
    yield from ("", f"{'Seen':{LABEL}}{'all':>9}{'players':>9}{'hunt':>9}{'nobody':>9}")
    for kind in KINDS:
        every = [sight for sight in found.sights.all if sight.kind == kind]
        if every:
            missed, hunted, unseen = (
                sum(each.kind == kind for each in them) for them in (found.missed, found.found, found.unseen)
            )
            numbers = f"{len(every):>9,}{len(every) - missed:>9,}{hunted:>9,}{unseen:>9,}"
            yield f"  {CALLED[kind]:{LABEL - 2}}{numbers}"
    if found.unseen:
        yield from ("", "Seen by nobody")
        for kind in KINDS:
            yield from _ids(kind, [each.id for each in found.unseen if each.kind == kind])


def _ids(kind: Kind, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        more = f" and {len(ids) - IDS} more; --json lists all" if len(ids) > IDS else ""
        text = f"{CALLED[kind]}: {', '.join(ids[:IDS])}{more}"
        yield from textwrap.wrap(
            text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
        )


def found_by_the_hunt(found: Playtest, stage: Stage) -> Iterator[str]:
    """What the hunt alone saw, each with a run that leads to it."""
    if not found.found:
        return
    yield from ("", "Found by the hunt alone; each leads to it")
    shown = list(found.found.items())[:MOST]
    for sight, trip in shown:
        yield from _way(f"{sight}: {retold(stage, trip, to=sight)}", "  ")
    if len(found.found) > len(shown):
        yield f"  and {len(found.found) - len(shown)} more; --json lists all."


def rarest(found: Playtest, stage: Stage) -> Iterator[str]:
    """The rarest road to each ending."""
    if found.rarest:
        yield from ("", "The rarest road to each ending")
    for each in found.rarest:
        yield f"  {found.story.endings[each.ending].title}: with {_rare(each.sight, each.runs)}"
        yield from _way(str(retold(stage, each.trip)))


def _rare(sight: Sight, runs: int) -> str:
    return f"the {sight}, in {counted(runs, 'run')}"


def failures(found: Playtest, stage: Stage) -> Iterator[str]:
    """What failed, each with its shortest run."""
    if found.failures:
        yield from ("", "Failures, each with the shortest run that shows it")
    for each in found.failures:
        yield from textwrap.wrap(
            f"{each.says} ({counted(each.runs, 'run')})", WIDTH, initial_indent="  ", subsequent_indent="    "
        )
        decisions = each.trip.failure.decisions if each.trip.failure else None
        yield from _way(str(retold(stage, each.trip, decisions)))


def _way(told: str, indent: str = "    ") -> Iterable[str]:
    return textwrap.wrap(told, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def percent(share: float) -> str:
    """A share of runs."""
    return f"{100 * share:.1f}%"


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

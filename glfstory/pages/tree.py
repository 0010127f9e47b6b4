"""The tree of a run: the kept runs that share its beginning, and where each of them leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from glfstory.engine.run import Decision, Entry, Run, replay
from glfstory.engine.stage import Stage
from glfstory.pages.chronicle import chronicle
from glfstory.saving.kept import KeptRun

How = Literal["leaves", "goes on", "stops"]


@dataclass(frozen=True, slots=True)
class Twig:
    """A kept run beside the one that it grows from."""

    at: int
    """The number of the first decision that the two do not share, from 1."""
    how: How
    """It decides otherwise there, or goes on where the other has come to, or stopped there itself."""
    kept: KeptRun
    season: str
    """The season of that decision."""
    words: str
    """What it decided there; an empty string where it stopped."""
    twigs: tuple["Twig", ...] = ()
    """Those that share this decision with it and leave it later."""


def tree(stage: Stage, run: Run, kept: Sequence[KeptRun]) -> tuple[Twig, ...]:
    """What grows from a run, in the order of its decisions; runs of another seed or setup belong to other trees."""
    others = [
        each
        for each in kept
        if (each.run.seed, each.run.setup) == (run.seed, run.setup) and not (each.current or _same(each.run, run))
    ]
    return _twigs(stage, run, others)


def called(run: Run, kept: Sequence[KeptRun]) -> str:
    """The name under which a run is kept just as it stands; an empty string where it has none."""
    setup = (run.seed, run.setup)
    same = (each for each in kept if (each.run.seed, each.run.setup) == setup and _same(each.run, run))
    return next((each.name for each in same if not each.current), "")


def flat(twigs: Sequence[Twig], depth: int = 0) -> tuple[tuple[int, Twig], ...]:
    """All twigs in reading order, each with how many others it grows from."""
    return tuple(each for twig in twigs for each in ((depth, twig), *flat(twig.twigs, depth + 1)))


def shared(one: Run, other: Run) -> int:
    """How many decisions two runs of one seed and setup have in common at their beginning."""
    heads = zip(map(_bare, one.entries), map(_bare, other.entries), strict=False)
    number = 0
    for mine, theirs in heads:
        if mine != theirs:
            break
        number += isinstance(mine, tuple)
    return number


def _same(one: Run, other: Run) -> bool:
    return tuple(map(_bare, one.entries)) == tuple(map(_bare, other.entries))


def _bare(entry: Entry) -> object:
    """An entry without the reason, which changes nothing."""
    return (entry.scene, entry.choice) if isinstance(entry, Decision) else entry


def _twigs(stage: Stage, trunk: Run, others: Sequence[KeptRun]) -> tuple[Twig, ...]:
    def fork(each: KeptRun) -> tuple[int, str]:
        at = shared(trunk, each.run)
        taken = each.run.decisions[at : at + 1]
        return at, f"{taken[0].scene}.{taken[0].choice}" if taken else ""

    made = []
    for (at, taken), group in groupby(sorted(others, key=fork), fork):
        alike = list(group)
        if not taken:
            made += [_twig(stage, trunk, at, each, ()) for each in alike]
            continue
        longest = max(alike, key=lambda each: len(each.run.decisions))
        made.append(_twig(stage, trunk, at, longest, [each for each in alike if each is not longest]))
    return tuple(made)


def _twig(stage: Stage, trunk: Run, at: int, kept: KeptRun, others: Sequence[KeptRun]) -> Twig:
    moment = replay(stage, kept.run)
    entries = chronicle(stage, moment)
    first = entries[at] if at < len(entries) else None
    how: How = "leaves" if at < len(trunk.decisions) and first else "goes on" if first else "stops"
    seasons = {season.id: season.title for season in stage.story.seasons}
    season = first.season if first else seasons[moment.pages[-1].season]
    return Twig(at + 1, how, kept, season, first.words if first else "", _twigs(stage, kept.run, others))

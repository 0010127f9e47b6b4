"""Many runs at once: what measures come to in each of them, on as many processors as are given."""

import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace

from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Constant, Measure, Story
from glfstory.exploring.players import play

CHUNK = 50
"""Runs that one processor takes at a time."""
Progress = Callable[[int, int], None]
"""Told how many runs are done, of how many."""


@dataclass(frozen=True, slots=True)
class Road:
    """The runs that a measure is taken over: who plays them, and what is changed for them."""

    policy: str
    under: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, float], ...] = ()
    shifted: tuple[tuple[str, float], ...] = ()
    """Constants all of whose values are moved by an amount."""
    part: float = 1
    """The part of the runs that is played."""

    def runs(self, runs: int) -> int:
        """How many of so many runs are played: at least one."""
        return max(1, round(self.part * runs))


Values = list[tuple[float | None, ...]]
"""A row a run, in the order of seeds: a number for each measure, None where the run ended before its season."""


def road_of(measure: Measure, constants: Mapping[str, float] | None = None) -> Road:
    """The road of a measure; its own experiment goes before constants changed for all."""
    changed = {**(constants or {}), **measure.changed}
    return Road(measure.policy, tuple(sorted(measure.under.items())), tuple(sorted(changed.items())), part=measure.part)


def sample(
    story: Story,
    wanted: Mapping[Road, Sequence[Measure]],
    runs: int,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> dict[Road, Values]:
    """What the measures of each road come to under the seeds from 0 up to `runs`; the same for any number of jobs."""
    tasks = [
        (road, tuple(measures), range(first, min(first + CHUNK, road.runs(runs))))
        for road, measures in wanted.items()
        for first in range(0, road.runs(runs), CHUNK)
    ]
    found: dict[Road, dict[int, Values]] = {road: {} for road in wanted}
    done, total = 0, sum(road.runs(runs) for road in wanted)
    for (road, _, seeds), rows in _worked(story, tasks, jobs):
        found[road][seeds.start] = rows
        done += len(seeds)
        if progress is not None:
            progress(done, total)
    return {road: [row for _, rows in sorted(chunks.items()) for row in rows] for road, chunks in found.items()}


Task = tuple[Road, tuple[Measure, ...], range]


def _worked(story: Story, tasks: Sequence[Task], jobs: int) -> Iterable[tuple[Task, Values]]:
    if jobs <= 1 or len(tasks) <= 1:
        stages = Stages(story)
        for task in tasks:
            yield task, _rows(stages, task)
        return
    with ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_begin, initargs=(story,)) as pool:
        waiting = {pool.submit(_in_worker, task): task for task in tasks}
        try:
            for future in as_completed(waiting):
                yield waiting[future], future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


class Stages:
    """Stages of one story under changed constants; each is set up once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._made: dict[tuple[object, ...], Stage] = {}

    def of(self, road: Road) -> Stage:
        """The stage of a road."""
        key = (road.changed, road.shifted)
        if key not in self._made:
            self._made[key] = Stage(shifted(self.story, road.shifted), dict(road.changed))
        return self._made[key]


_mine: list[Stages] = []
"""In a worker process: its stages."""


def _begin(story: Story) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _mine.append(Stages(story))


def _in_worker(task: Task) -> Values:
    return _rows(_mine[0], task)


def _rows(stages: Stages, task: Task) -> Values:
    road, measures, seeds = task
    stage = stages.of(road)
    policy, setup = stage.story.policies[road.policy], Setup(dict(road.under), "", dict(road.changed))
    last = stage.story.seasons[-1].id
    questions = [(measure.at or last, stage.program.question(measure.show)) for measure in measures]
    closes, rows = {season for season, _ in questions}, []
    for seed in seeds:
        states = dict(play(stage, seed, policy, setup, closes).closes)
        read = [(states.get(season), question) for season, question in questions]
        rows.append(tuple(float(asks(state.values, state.met)) if state else None for state, asks in read))
    return rows


def shifted(story: Story, amounts: Sequence[tuple[str, float]]) -> Story:
    """The story with all values of some constants moved by an amount."""
    if not amounts:
        return story
    moved = {name: _moved(story.constants[name], amount) for name, amount in amounts}
    return replace(story, constants={**story.constants, **moved})


def _moved(constant: Constant, amount: float) -> Constant:
    return replace(constant, values={key: value + amount for key, value in constant.values.items()})

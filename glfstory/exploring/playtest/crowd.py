"""Many runs on as many processors as are given; the same in the same order for any number of them."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from glfstory.engine.story import Story
from glfstory.exploring.playtest.clamps import Count, Place, Rows, add, counts
from glfstory.exploring.playtest.course import Course
from glfstory.exploring.playtest.trip import Asked, Trip

FEWEST, MOST = 50, 250
"""Runs that one processor takes at a time, the more the more there are; the result does not depend on it."""
Played = tuple[list[Trip], Rows]
Heard = Callable[[int], None]
"""Told how many more runs are done."""


class Crowd:
    """Players at work."""

    def __init__(self, work: Callable[[list[Sequence[Asked]]], Iterable[Played]]) -> None:
        self._work = work
        self._clamps: Rows = {}

    @property
    def clamps(self) -> dict[Place, Count]:
        """What was held in all that they have played."""
        return counts(self._clamps)

    def play(self, asked: Sequence[Asked], heard: Heard | None = None) -> list[Trip]:
        """All these runs, in their order."""
        trips: list[Trip] = []
        size = min(max(FEWEST, len(asked) // 64), MOST)
        chunks = [asked[first : first + size] for first in range(0, len(asked), size)]
        for played, clamps in self._work(chunks):
            trips += played
            add(self._clamps, clamps)
            if heard is not None:
                heard(len(played))
        return trips


@contextmanager
def crowd(story: Story, jobs: int) -> Iterator[Crowd]:
    """A crowd that works on so many processors, and goes home afterwards."""
    if jobs <= 1:
        course = Course(story)
        yield Crowd(lambda chunks: (_played(course, chunk) for chunk in chunks))
        return
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(story,)) as pool:
        try:
            yield Crowd(lambda chunks: pool.map(_in_worker, chunks))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


_mine: list[Course] = []
"""In a worker process: its course."""


def _begin(story: Story) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _mine.append(Course(story))


def _in_worker(chunk: Sequence[Asked]) -> Played:
    return _played(_mine[0], chunk)


def _played(course: Course, chunk: Sequence[Asked]) -> Played:
    return [course.play(asked) for asked in chunk], course.clamps.taken()

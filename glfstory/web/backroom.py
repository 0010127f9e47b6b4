"""What takes seconds is worked out in processes beside the server: nobody waits for another's page."""

import gzip
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context, parent_process
from typing import TypeVar

from glfstory.classroom.outcome import Outcome, Played, outcome
from glfstory.debrief.make import whole
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.exporting.html.page import as_html

WORKERS = max(1, min(3, (os.cpu_count() or 1) - 1))
"""Processes; the server keeps a core to itself where there are several."""
Found = TypeVar("Found")
Pool = Callable[[], Executor]
"""Makes workers."""


class Backroom:
    """Workers for one class; they are called when there is something to do, and everything is worked out once."""

    def __init__(self, stage: Stage, pool: Pool | None = None) -> None:
        self._stage, self._open = stage, pool or processes
        self._pool: Executor | None = None
        self._setup = b""
        self._debriefs: dict[int, Future[bytes]] = {}
        self._outcome: Future[Outcome] | None = None

    def prepare_debrief(self, seat: int, run: Run) -> None:
        """Has the debrief of a seat's run worked out; the run must be over, so that it changes no more."""
        if seat not in self._debriefs:
            self._debriefs[seat] = self._ask(_debrief, run)

    def is_done(self, seat: int) -> bool:
        """Whether a seat's debrief is worked out, or cannot be."""
        return seat in self._debriefs and self._debriefs[seat].done()

    def debrief(self, seat: int, run: Run) -> bytes | None:
        """The page of a seat's debrief, compressed; None while it is worked out.

        Raises RuntimeError where it could not be worked out; who asks again has it tried again.
        """
        self.prepare_debrief(seat, run)
        future = self._debriefs[seat]
        if not future.done():
            return None
        if (error := future.exception()) is not None:
            del self._debriefs[seat]
            raise RuntimeError("A debrief could not be worked out.") from error
        return future.result()

    def prepare_outcome(self, played: Sequence[Played], *, together: bool) -> None:
        """Has worked out what came of a class whose runs change no more."""
        self._outcome = self._ask(_outcome, tuple(played), together)

    def outcome(self) -> Outcome | None:
        """What came of the class, without its guesses; None where it is not worked out."""
        future = self._outcome
        return future.result() if future is not None and future.done() and not future.exception() else None

    def _ask(self, work: Callable[..., Found], *asked: object) -> Future[Found]:
        """Hands on a piece of work; to other workers, where those of before have died."""
        failed: Future[Found] = Future()
        try:
            self._setup = self._setup or pickle.dumps((self._stage.story, dict(self._stage.program.constants)))
            self._pool = self._pool or self._open()
            return self._pool.submit(work, self._setup, *asked)
        except BrokenExecutor:
            self._pool = None
            return self._ask(work, *asked)
        except OSError as error:
            failed.set_exception(error)
            return failed

    def close(self) -> None:
        """Sends the workers home; what is not worked out is left."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def processes() -> Executor:
    """Processes that give way to the server."""
    return ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_DFL)
    if hasattr(os, "nice"):
        os.nice(10)
    threading.Thread(target=_end_with_the_server, daemon=True).start()


def _end_with_the_server() -> None:
    """A server that is killed says nothing to its workers."""
    if (server := parent_process()) is not None:
        server.join()
        os._exit(0)


@lru_cache(maxsize=1)
def _stage(setup: bytes) -> Stage:
    """What a worker works on. It comes with every piece of work: the server waits for what a process begins with."""
    return Stage(*pickle.loads(setup))  # noqa: S301


def _debrief(setup: bytes, run: Run) -> bytes:
    stage = _stage(setup)
    return gzip.compress(as_html(stage.story, whole(stage, run), back="/seat").encode(), mtime=0)


def _outcome(setup: bytes, played: Sequence[Played], together: bool) -> Outcome:
    return outcome(_stage(setup), played, {}, together=together)

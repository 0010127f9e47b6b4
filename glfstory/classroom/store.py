"""A class in one SQLite file. Every change is one transaction: a process killed at any instant loses nothing."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glfstory.classroom.figures import Figures
from glfstory.classroom.lesson import Lesson, as_json, from_json
from glfstory.classroom.province import Books
from glfstory.classroom.seat import Seat, Turn
from glfstory.engine.run import Decision, Outside

FORM = 0x676C6601
"""What the file says of itself in SQLite's own place for it."""
TABLES = """
CREATE TABLE class (lesson TEXT, play TEXT, word TEXT, secret TEXT, phase TEXT DEFAULT 'play', released INT DEFAULT 0,
  paused INT DEFAULT 0, doors INT DEFAULT 1, opened REAL DEFAULT 0);
CREATE TABLE seats (seat INTEGER PRIMARY KEY, code TEXT, device TEXT DEFAULT '', joined INT DEFAULT 0,
  out INT DEFAULT 0, page INT DEFAULT 0, season INT DEFAULT 0, over INT DEFAULT 0, moved REAL DEFAULT 0,
  begun INT DEFAULT 0, missed INT);
CREATE UNIQUE INDEX devices ON seats (device) WHERE device != '';
CREATE TABLE turns (seat INT, number INT, season TEXT, scene TEXT, choice TEXT, reason TEXT, by TEXT,
  PRIMARY KEY (seat, number)) WITHOUT ROWID;
CREATE TABLE given (at INTEGER PRIMARY KEY, seat INT, season TEXT, input TEXT, value REAL,
  UNIQUE (seat, season, input));
CREATE TABLE figures (seat INT, place INT, season TEXT, said REAL, true REAL, taken REAL, left REAL, by TEXT,
  closed INT, PRIMARY KEY (seat, season)) WITHOUT ROWID;
CREATE TABLE guesses (seat INT, season TEXT, value REAL, PRIMARY KEY (seat, season)) WITHOUT ROWID;
"""
ADDED = ("class ADD opened REAL DEFAULT 0", "seats ADD begun INT DEFAULT 0", "seats ADD missed INT")
"""What the file of an earlier class lacks."""


class NoClass(ValueError):
    """A file that holds no class; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the class is."""

    word: str
    secret: str
    """What opens the teacher's board."""
    phase: str
    """`play`, then `guess` once the teacher has ended play, then `shown` once the ledgers are open."""
    released: int
    """How many releases there were; the first one begins the class."""
    paused: bool
    doors: bool
    """Whether new pupils may take a seat."""
    opened: float
    """When the last release was, in seconds of the clock that the class is given."""


class Store:
    """The file of a class."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Opens a file. Raises NoClass where it holds no class, or, for a new one, where something is there already."""
        self.path = path
        if new == path.exists():
            raise NoClass(f"{path} is there already: name another file." if new else f"There is no class at {path}.")
        try:
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            if not new and self._db.execute("PRAGMA application_id").fetchone()[0] != FORM:
                raise NoClass(f"{path} is not the file of a class.")
            self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;")
            for each in () if new else ADDED:
                with suppress(sqlite3.OperationalError):
                    self._db.execute(f"ALTER TABLE {each}")
        except sqlite3.Error as error:
            raise NoClass(f"{path} cannot be opened as the file of a class: {error}.") from error

    @classmethod
    def create(cls, path: Path, lesson: Lesson, play: str, word: str, secret: str, codes: Iterable[str]) -> "Store":
        """A new class with a code for each seat; `play` is the hash of the story's play. Raises NoClass."""
        store = cls(path, new=True)
        with store.change():
            for statement in TABLES.split(";\n"):
                store._db.execute(statement)
            store._db.execute(f"PRAGMA application_id={FORM}")
            row = (as_json(lesson), play, word, secret)
            store._db.execute("INSERT INTO class (lesson, play, word, secret) VALUES (?, ?, ?, ?)", row)
            store._db.executemany("INSERT INTO seats (seat, code) VALUES (?, ?)", enumerate(codes, 1))
        return store

    def close(self) -> None:
        """Lets go of the file; what stood beside it is taken in."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All that is written within is kept whole or not at all."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def lesson(self) -> tuple[Lesson, str]:
        """The plan of the class, and the hash of the play that it was made for. Raises NoClass."""
        try:
            lesson, play = self._db.execute("SELECT lesson, play FROM class").fetchone()
            return from_json(lesson), play
        except (sqlite3.Error, TypeError, ValueError, KeyError) as error:
            raise NoClass(f"{self.path} is not a whole class, or one of another glfstory.") from error

    def state(self) -> State:
        """How far the class is."""
        row = self._db.execute("SELECT word, secret, phase, released, paused, doors, opened FROM class").fetchone()
        word, secret, phase, released, paused, doors, opened = row
        return State(word, secret, phase, released, bool(paused), bool(doors), opened)

    def set_state(self, name: str, value: str | float) -> None:
        """Changes one column of the class: phase, released, paused, doors, opened."""
        self._db.execute(f"UPDATE class SET {name} = ?", (value,))  # noqa: S608

    def seats(self) -> tuple[Seat, ...]:
        """All seats without their turns, as the board shows them."""
        return tuple(_seat(row) for row in self._db.execute(f"SELECT {COLUMNS} FROM seats ORDER BY seat"))  # noqa: S608

    def seat(self, number: int) -> Seat:
        """One seat with its turns and what it was given. Raises KeyError."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM seats WHERE seat = ?", (number,)).fetchone()  # noqa: S608
        if row is None:
            raise KeyError(number)
        turns = self._db.execute(
            "SELECT season, scene, choice, reason, by FROM turns WHERE seat = ? ORDER BY number", (number,)
        )
        given = self._db.execute("SELECT season, input, value FROM given WHERE seat = ? ORDER BY at", (number,))
        return _seat(
            row, [Turn(each[0], Decision(*each[1:4]), each[4]) for each in turns], [Outside(*row) for row in given]
        )

    def keep(self, seat: Seat) -> None:
        """Writes where a seat stands, its new turns and new numbers; turns that it no longer has are taken away."""
        row = [getattr(seat, name) for name in KEPT]
        self._db.execute(f"UPDATE seats SET {' = ?, '.join(KEPT)} = ? WHERE seat = ?", (*row, seat.number))  # noqa: S608
        many = len(seat.turns)
        self._db.execute("DELETE FROM turns WHERE seat = ? AND number > ?", (seat.number, many))
        had = self._db.execute("SELECT count(*) FROM turns WHERE seat = ?", (seat.number,)).fetchone()[0]
        rows = [
            (seat.number, place, turn.season, turn.decision.scene, turn.decision.choice, turn.decision.reason, turn.by)
            for place, turn in enumerate(seat.turns[had:], had + 1)
        ]
        self._db.executemany("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        given = [(seat.number, each.season, each.input, each.value) for each in seat.given]
        self._db.executemany("INSERT OR IGNORE INTO given (seat, season, input, value) VALUES (?, ?, ?, ?)", given)

    def keep_figures(self, number: int, years: Iterable[Figures]) -> None:
        """Writes a seat's figures in place of those that were there."""
        self._db.execute("DELETE FROM figures WHERE seat = ?", (number,))
        rows = [
            (number, place, row.season, row.said, row.true, row.taken, row.left, row.by, row.closed)
            for place, row in enumerate(years)
        ]
        self._db.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def books(self) -> Books:
        """The figures of every seat."""
        found: dict[int, list[Figures]] = {row[0]: [] for row in self._db.execute("SELECT seat FROM seats")}
        columns = "seat, season, said, true, taken, left, by, closed"
        for number, *row in self._db.execute(f"SELECT {columns} FROM figures ORDER BY seat, place"):  # noqa: S608
            found[number].append(_figures(row))
        return found

    def order(self, season: str) -> tuple[int, ...]:
        """The seats in the order in which they heard the province's number of a season."""
        rows = self._db.execute("SELECT seat FROM given WHERE season = ? ORDER BY at", (season,))
        return tuple(dict.fromkeys(row[0] for row in rows))

    def decided(self, seasons: Sequence[str]) -> dict[int, int]:
        """How many decisions were taken in these seasons, by seat; none where there were none."""
        marks = ", ".join("?" * len(seasons))
        query = f"SELECT seat, count(*) FROM turns WHERE season IN ({marks}) GROUP BY seat"  # noqa: S608
        return dict(self._db.execute(query, seasons))

    def device(self, kept: str) -> int | None:
        """The seat that a device sits at."""
        row = self._db.execute("SELECT seat FROM seats WHERE device = ? AND device != ''", (kept,)).fetchone()
        return row[0] if row else None

    def set_device(self, number: int, kept: str) -> None:
        """Lets one device sit at a seat, and no other one; an empty string lets none."""
        self._db.execute("UPDATE seats SET device = ? WHERE seat = ?", (kept, number))

    def code(self, number: int) -> str:
        """The code of a seat; an empty string where there is none."""
        row = self._db.execute("SELECT code FROM seats WHERE seat = ?", (number,)).fetchone()
        return row[0] if row else ""

    def set_code(self, number: int, code: str) -> None:
        """Gives a seat another code."""
        self._db.execute("UPDATE seats SET code = ? WHERE seat = ?", (code, number))

    def guess(self, number: int, values: dict[str, float]) -> None:
        """Writes a seat's guesses, by season, in place of those that it made before."""
        self._db.execute("DELETE FROM guesses WHERE seat = ?", (number,))
        rows = [(number, season, value) for season, value in values.items()]
        self._db.executemany("INSERT INTO guesses VALUES (?, ?, ?)", rows)

    def guesses(self) -> dict[str, list[float]]:
        """All guesses, by season, in ascending order."""
        found: dict[str, list[float]] = {}
        for season, value in self._db.execute("SELECT season, value FROM guesses ORDER BY value"):
            found.setdefault(season, []).append(value)
        return found

    def guessed(self, number: int) -> bool:
        """Whether a seat has guessed."""
        return bool(self._db.execute("SELECT 1 FROM guesses WHERE seat = ?", (number,)).fetchone())


KEPT = ("joined", "out", "page", "season", "over", "moved", "begun", "missed")
COLUMNS = f"seat, {', '.join(KEPT)}"


def _seat(
    row: tuple[int, int, int, int, int, int, float, int, int | None],
    turns: Iterable[Turn] = (),
    given: Iterable[Outside] = (),
) -> Seat:
    number, joined, out, page, season, over, moved, begun, missed = row
    where = season, bool(over), moved, bool(begun), missed
    return Seat(number, bool(joined), bool(out), page, tuple(turns), tuple(given), *where)


def _figures(row: Sequence[Any]) -> Figures:
    season, said, true, taken, left, by, closed = row
    return Figures(season, said, true, taken, left, by, bool(closed))


def forget(path: Path) -> tuple[Path, ...]:
    """Removes a class's file and what SQLite keeps beside it; what was removed. Raises NoClass, or OSError."""
    Store(path).close()
    files = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))]
    gone = [file for file in files if file.exists()]
    for file in gone:
        file.unlink()
    return tuple(gone)

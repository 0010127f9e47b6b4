"""A class under way: what pupils can do, each kept in the class's file before it is answered."""

from collections.abc import Callable
from dataclasses import replace

from glfstory.classroom import words
from glfstory.classroom.figures import figures_of, report_scenes, unasked
from glfstory.classroom.lesson import years_shown
from glfstory.classroom.outcome import Played
from glfstory.classroom.province import Year, claim_for, years_of
from glfstory.classroom.seat import By, Seat, Turn, run_of
from glfstory.classroom.standing import Standing, bound, standing
from glfstory.classroom.store import NoClass, Store
from glfstory.classroom.walking import Decide, by_policy, carried, stand_in
from glfstory.engine.page import State
from glfstory.engine.release import play_hash
from glfstory.engine.run import Decision, Moment, Outside, Run, replay
from glfstory.engine.stage import Stage
from glfstory.saving.code import WrongCode
from glfstory.saving.code import run_of as run_of_code


class Refused(ValueError):
    """Something that cannot be done in this class now; the message is one sentence to show."""


class Room:
    """The class of one store, played on one stage. The clock gives seconds."""

    def __init__(self, store: Store, stage: Stage, clock: Callable[[], float]) -> None:
        """Raises NoClass where the story is another one, or plays otherwise, than the class began with."""
        self.store, self.stage, self.clock = store, stage, clock
        self.lesson, play = store.lesson()
        if self.lesson.story != stage.story.id or play != play_hash(stage.story):
            raise NoClass("The story plays otherwise than when this class began: open it with the glfstory of then.")
        self._moments: dict[int, tuple[Run, Moment]] = {}
        self._reports = report_scenes(stage.story)

    def join(self) -> tuple[int, str]:
        """Takes the first free seat: its number and the secret for the device. Raises Refused."""
        if not self.store.state().doors:
            raise Refused("No new seats are given out now. Ask your teacher.")
        free = next((seat for seat in self.store.seats() if not seat.joined), None)
        if free is None:
            raise Refused("All seats are taken. Share one, or ask your teacher.")
        return free.number, self._seated(free.number)

    def take_over(self, number: int, code: str) -> str:
        """Goes on at a seat on another device: the secret for it; the device before is let go. Raises Refused."""
        right = self.store.code(number)
        if not right or not words.same(code.strip().upper(), right):
            raise Refused("There is no such seat and code. They stand at the foot of the page that you played on.")
        return self._seated(number)

    def take_over_by_run(self, code: str) -> str:
        """Goes on at the one seat whose run a run code holds, as far as it had come then. Raises Refused."""
        try:
            run = run_of_code(self.stage, code)
        except WrongCode as error:
            raise Refused(str(error)) from error
        if (run.seed, run.setup) != (self.lesson.seed, self.lesson.setup):
            raise Refused("That run is of another class.")
        many = len(run.decisions)
        found = [each.number for each in self.played() if each.run.decisions[:many] == run.decisions]
        if len(found) != 1:
            raise Refused("No seat of this class has that run alone. Use the number of the seat and its code.")
        return self._seated(found[0])

    def _seated(self, number: int) -> str:
        secret = words.new_secret()
        with self.store.change():
            self.store.keep(replace(self.store.seat(number), joined=True, moved=self.clock()))
            self.store.set_device(number, words.kept(secret))
        return secret

    def at(self, number: int) -> Standing:
        """Where a seat stands, with all that the province says to it up to there. Raises KeyError."""
        seat, until = self.store.seat(number), self.until()
        while True:
            moment = self._moment(seat)
            now = standing(self.stage, seat, moment, until)
            asked = unasked(moment) if self.lesson.together else None
            if now.waits or asked is None or asked.page > now.at:
                return now
            before = dict(moment.closes).get(asked.season, moment.pages[asked.page].state)
            claim = claim_for(self.stage, self.store.books(), number, (asked.season, asked.input), before)
            value = asked.value if claim is None else claim
            seat = replace(seat, given=(*seat.given, Outside(asked.season, asked.input, value)))
            self._keep(seat)

    def on(self, number: int, page: int) -> Standing:
        """Goes on from a page; a page that is not in front of the pupil any more changes nothing."""
        now = self.at(number)
        if now.at != page or now.is_last or now.waits or self.store.state().paused:
            return now
        further = standing(self.stage, self._acted(now.seat, now.at + 1), now.moment, self.until())
        with self.store.change():
            self.store.keep(self._placed(further))
        return self.at(number)

    def choose(self, number: int, turn: int, choice: str, reason: str = "") -> Standing:
        """Takes a decision, the one after `turn` others. Raises Refused; a turn that is past changes nothing."""
        now = self.at(number)
        if len(now.seat.turns) != turn:
            return now
        self._look_at(now, choice, reason)
        season = self.stage.story.seasons[now.season].id
        taken = Turn(season, Decision(now.moment.scene, choice, reason))
        return self._moved(replace(now.seat, turns=(*now.seat.turns, taken), page=0), first=True)

    def _look_at(self, now: Standing, choice: str, reason: str) -> None:
        if self.store.state().paused:
            raise Refused("Your teacher holds the class just now.")
        if not now.asks or choice not in now.moment.open:
            raise Refused("That choice is not open here.")
        if reason and reason not in self.stage.story.reasons:
            raise Refused("That is none of the reasons on the cards.")

    def can_go_back(self, now: Standing) -> bool:
        """Whether the last decision can be taken back: no report, nobody else's, and nothing that a hold has passed."""
        last = now.seat.turns[-1] if now.seat.turns else None
        if last is None or last.by != "pupil" or last.decision.scene in self._reports or now.waits or now.moment.over:
            return False
        return self.stage.story.seasons[now.season].id == last.season

    def back(self, number: int, turn: int) -> Standing:
        """Takes the last decision back, the one that made `turn` of them. Raises Refused where it is final."""
        now = self.at(number)
        if len(now.seat.turns) != turn:
            return now
        if not self.can_go_back(now) or self.store.state().paused:
            raise Refused("That decision is filed and cannot be taken back in a class.")
        shorter = replace(now.seat, turns=now.seat.turns[:-1])
        return self._moved(replace(shorter, page=len(self._moment(shorter).pages) - 1))

    def step(self, number: int, *, out: bool) -> None:
        """Steps out of the story to the documents, or back into it."""
        with self.store.change():
            self.store.keep(replace(self.store.seat(number), out=out, moved=self.clock()))

    def guess(self, number: int, values: dict[str, float]) -> None:
        """Keeps what a seat thinks the province had, in the ledger's unit, by season. Raises Refused."""
        if self.store.state().phase != "guess":
            raise Refused("Guesses are not asked for now.")
        with self.store.change():
            self.store.guess(number, values)

    def years(self) -> tuple[Year, ...]:
        """The province so far, in the years that this class plays."""
        return years_of(self.store.books(), years_shown(self.stage.story, self.lesson.setup.length))

    def told(self) -> tuple[Year, ...]:
        """The province's years of which half of the pupils' brigades have told: those that the whole class may see.

        A brigade without a pupil runs ahead of the others, and the year that it has come to is nobody else's yet.
        """
        pupils, books = [seat.number for seat in self.store.seats() if seat.joined], self.store.books()

        def have_told(season: str) -> int:
            return sum(any(row.season == season for row in books[number]) for number in pupils)

        return tuple(year for year in self.years() if 2 * have_told(year.season) >= len(pupils))

    def played(self) -> tuple[Played, ...]:
        """Every brigade's run with its marks."""
        seats = [self.store.seat(each.number) for each in self.store.seats()]
        return tuple(Played(each.number, run_of(self.stage.story, self.lesson, each), each.turns) for each in seats)

    def run(self, number: int) -> Run:
        """A seat's run, as it replays alone. Raises KeyError."""
        return run_of(self.stage.story, self.lesson, self.store.seat(number))

    def until(self) -> int:
        """The place of the first season that is not released."""
        return bound(self.stage, self.lesson, self.store.state().released)

    def _moment(self, seat: Seat) -> Moment:
        run = run_of(self.stage.story, self.lesson, seat)
        found = self._moments.get(seat.number)
        if found is None or found[0] != run:
            found = self._moments[seat.number] = run, replay(self.stage, run)
        return found[1]

    def _moved(self, seat: Seat, *, first: bool = False) -> Standing:
        """A seat that has moved, kept; `first` where it comes to the first page after a decision."""
        moment = self._moment(seat)
        self._keep(self._acted(seat, moment.fresh if first else seat.page))
        return self.at(seat.number)

    def _acted(self, seat: Seat, page: int) -> Seat:
        """A seat whose pupil has come to a page."""
        return replace(seat, page=page, moved=self.clock(), begun=True, missed=None)

    def _placed(self, now: Standing) -> Seat:
        """A seat with the place of the page in front of it."""
        return replace(now.seat, page=now.at, season=now.season, over=now.is_over)

    def _keep(self, seat: Seat) -> None:
        """Writes a seat with its place and its figures."""
        moment = self._moment(seat)
        now = standing(self.stage, seat, moment, self.until())
        with self.store.change():
            self.store.keep(self._placed(now))
            years = figures_of(self.stage, moment, seat.turns, self._reports, together=self.lesson.together)
            self.store.keep_figures(seat.number, years)

    def carry(self, number: int, by: By) -> None:
        """Takes a seat's decisions up to what is not released yet, or to the end, and stands it there.

        A pupil who was stood in for is told how many there were.
        """
        seat, until = self.store.seat(number), self.until()
        if seat.season >= until or seat.over:
            return
        books = self.store.books()

        def claim(season: str, name: str, state: State) -> float | None:
            return claim_for(self.stage, books, number, (season, name), state) if self.lesson.together else None

        tags = self.stage.story.policies.get(self.lesson.policy(number), ())
        decide: Decide = by_policy(tags, self.lesson, number) if by == "script" else stand_in
        played = carried(self.stage, self.lesson, seat, until, by, decide, claim)
        moment = self._moment(played)
        ids = [season.id for season in self.stage.story.seasons]
        given = [
            Outside(each.season, each.input, each.value) for each in moment.fixed if ids.index(each.season) < until
        ]
        page = next(
            (at for at, each in enumerate(moment.pages) if ids.index(each.season) >= until), len(moment.pages) - 1
        )
        missed = (seat.missed or 0) + len(played.turns) - len(seat.turns) if by == "stand-in" else None
        self._keep(replace(played, page=page, given=tuple(given) if self.lesson.together else (), missed=missed))

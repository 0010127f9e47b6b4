"""A whole class of scripted pupils, for a teacher who rehearses alone."""

from dataclasses import dataclass, field

from glfstory.classroom.room import Refused, Room
from glfstory.classroom.standing import Standing
from glfstory.engine import SEEDS
from glfstory.engine.chance import unit
from glfstory.exploring.players import preferred


@dataclass
class Rehearsal:
    """Pupils who take seats one after the other, read at a pace, and decide by the story's policies in turn."""

    room: Room
    pupils: int
    pace: float
    """Seconds that a page is looked at, as a mean."""
    _due: dict[int, float] = field(default_factory=dict)
    _acts: int = 0

    def act(self, now: float) -> None:
        """Lets everyone act whose time has come; `now` is in seconds."""
        if len(self._due) < self.pupils:
            try:
                number, _ = self.room.join()
            except Refused:
                self.pupils = len(self._due)
            else:
                self._due[number] = now
        for number, due in self._due.items():
            if due <= now:
                self._acts += 1
                self._due[number] = now + self.pace * (0.5 + unit(number, "pace", self._acts))
                self._act(number)

    def _act(self, number: int) -> None:
        standing, state = self.room.at(number), self.room.store.state()
        if state.phase == "guess":
            if not self.room.store.guessed(number):
                share = 0.5 + 0.6 * unit(number, "guess")
                self.room.guess(number, {year.season: share * year.said for year in self.room.years()})
        elif not standing.seat.joined or standing.waits or state.paused or standing.is_over:
            return
        elif standing.asks:
            self._choose(number, standing)
        else:
            self.room.on(number, standing.at)

    def _choose(self, number: int, standing: Standing) -> None:
        story = self.room.stage.story
        scene, policies = story.scenes[standing.moment.scene], list(story.policies.values()) or [()]
        choices = [choice for choice in scene.choices if choice.id in standing.moment.open]
        seed = (self.room.lesson.seed + number) % SEEDS
        choice = preferred(choices, policies[number % len(policies)], seed, scene.id)
        reasons = list(story.reasons) if scene.reason else []
        reason = reasons[int(unit(number, "reason", scene.id) * len(reasons))] if reasons else ""
        self.room.choose(number, len(standing.seat.turns), choice.id, reason)
